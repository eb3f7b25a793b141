@testable import RichPicture

/// Mapping profiles of the tests: as few columns as a test needs.
enum TestProfiles {
    static func all() throws -> [Profile] {
        try [calls, people, transfers, places, protected].map { try Profile(parsing: $0) }
    }

    /// `from,to,time,seconds,cell`
    static let calls = """
        profile: test-calls
        title: Calls
        stream: telephony
        zone: Asia/Bangkok
        country: TH

        table calls
        event call
            from     = from as phone
            to       = to as phone
            start    = time as time yyyy-MM-dd HH:mm?:ss
            duration = seconds as seconds
            place    = cell as cell
        """

    /// `name,native,born,phone,note`
    static let people = """
        profile: test-people
        title: People
        stream: register
        zone: Asia/Bangkok
        country: TH

        table people
        entity person p
            name      = name
            alias     = native
            birthDate = born as time yyyy-MM-dd
            note      = note
        entity phone t key phone as phone
        link phone from p to t
        """

    /// `name,born,sex,nation,speech,phone`
    static let protected = """
        profile: test-protected
        title: People with protected attributes
        stream: register
        zone: Asia/Bangkok
        country: TH

        table people
        entity person p
            name        = name
            birthDate   = born as time yyyy-MM-dd
            sex         = sex
            nationality = nation
            language    = speech
        entity phone t key phone as phone
        link phone from p to t
        """

    /// `payer,payee,date,amount,currency,text`
    static let transfers = """
        profile: test-transfers
        title: Transfers
        stream: banking
        zone: Asia/Bangkok
        country: TH

        table transfers
        event transfer
            from     = payer as account
            to       = payee as account
            start    = date as time yyyy-MM-dd
            amount   = amount as money
            currency = currency
            note     = text
        """

    /// `cell,label,lat,lon,azimuth,beam,radius`
    static let places = """
        profile: test-cells
        title: Cells
        stream: register
        zone: UTC

        table cells
        entity cell c key cell as cell
            name      = label
            latitude  = lat
            longitude = lon
            azimuth   = azimuth
            beam      = beam
            radius    = radius
        """

    /// A file of calls from lines without the header.
    static func calls(_ lines: [String]) -> String { table("from,to,time,seconds,cell", lines) }
    static func people(_ lines: [String]) -> String { table("name,native,born,phone,note", lines) }
    static func transfers(_ lines: [String]) -> String { table("payer,payee,date,amount,currency,text", lines) }
    static func cells(_ lines: [String]) -> String { table("cell,label,lat,lon,azimuth,beam,radius", lines) }

    private static func table(_ header: String, _ lines: [String]) -> String {
        ([header] + lines).map { $0 + "\n" }.joined()
    }
}
