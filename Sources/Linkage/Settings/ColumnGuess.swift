/// What a column holds, judged by its heading, and by its values: a heading that the values belie is not believed.
enum ColumnGuess: Hashable {
    /// The record's id.
    case id
    /// Where the record is from.
    case source
    /// What must not be looked at: somebody's answer to who is the same.
    case answer
    case given, family, native, fullName
    /// A name put together from columns that are there as well, perhaps.
    case wholeName
    /// A place; the smaller the number, the narrower.
    case place(Int)
    /// Degrees.
    case latitude, longitude
    /// Anything that is compared by itself.
    case kind(Comparison.Kind)
    /// Nothing to compare.
    case nothing

    /// Judges a column.
    init(_ column: Column) {
        let values = ColumnValues(column)
        if let known = Self.byHeading(column.name), values.allow(known) {
            self = known
        } else if Self.words(column.name).last == "id" {
            self = values.areNearlyUnique ? .id : .answer
        } else {
            self = Self.byValues(values)
        }
    }

    /// What a heading says; nil when it says nothing.
    static func byHeading(_ name: String) -> ColumnGuess? {
        let words = words(name)
        let isGiven = words.contains { givenWords.contains($0) }
        if isGiven && words.contains(where: { familyWords.contains($0) }) { return .wholeName }
        return table.first { row in row.words.contains { words.contains($0) } }?.guess
    }

    /// Where in another file each of these columns stands: under the same heading, under one that differs only in letters' case and
    /// signs, or under the only other that means the same; nil where there is none.
    static func places(of columns: [String], in headings: [String]) -> [Int?] {
        var free = Set(headings.indices)
        var places = [Int?](repeating: nil, count: columns.count)
        func take(_ isSame: (_ column: String, _ heading: String) -> Bool) {
            for index in columns.indices where places[index] == nil {
                let fitting = free.filter { isSame(columns[index], headings[$0]) }
                guard let place = fitting.min(), fitting.count == 1 || columns[index] == headings[place] else {
                    continue
                }
                places[index] = place
                free.remove(place)
            }
        }
        take { $0 == $1 }
        take { words($0).last == words($1).last }
        let kinds = columns.map { meaning($0) }
        take { column, heading in
            let kind = meaning(column)
            return kind != nil && kind == meaning(heading)
                && columns.indices.count { places[$0] == nil && kinds[$0] == kind } == 1
        }
        return places
    }

    // Whose name or what name it is does not matter: of two files each may call it its own way.
    private static func meaning(_ heading: String) -> ColumnGuess? {
        switch byHeading(heading) {
        case .kind(.text)
        where words(heading).contains { ["title", "company", "firm", "firma", "business"].contains($0) },
            .kind(.text) where words(heading).contains("companyname"):
            .fullName
        case .place(2): .place(3)
        case let guess: guess
        }
    }

    // `socSecID`, `soc_sec_id` and `Soc Sec Id` are the words soc, sec, id; and all of them together: socsecid.
    private static func words(_ name: String) -> [String] {
        var words: [String] = [""]
        var before: Character = " "
        for character in name {
            let begins = character.isUppercase && before.isLowercase
            if !character.isLetter || begins { words.append("") }
            if character.isLetter { words[words.count - 1] += character.lowercased() }
            before = character
        }
        let parts = words.filter { !$0.isEmpty }
        let pairs = zip(parts, parts.dropFirst()).map { $0 + $1 }
        return pairs.reversed() + parts + [parts.joined()]
    }

    private static let givenWords: Set = [
        "given", "givenname", "first", "firstname", "forename", "forenames", "vorname", "prenom", "prénom", "nombre",
        "fname", "ชื่อ", "名",
    ]
    private static let familyWords: Set = [
        "family", "familyname", "surname", "last", "lastname", "nachname", "apellido", "apellidos", "lname", "นามสกุล",
        "姓",
    ]

    // The first row with a word of the heading decides, so what is more telling stands first.
    private static let table: [(words: Set<String>, guess: ColumnGuess)] = [
        (
            [
                "cluster", "truth", "groundtruth", "label", "entid", "entity", "entityid", "personid", "matchid",
                "groupid",
            ], .answer
        ),
        (["recid", "uniqueid", "recordid", "rowid", "rowno"], .id),
        (["source", "dataset", "sourcedataset", "origin", "register"], .source),
        (["native", "namenative", "local", "script", "originalname"], .native),
        (
            [
                "passport", "idno", "idnumber", "idcard", "nationalid", "nid", "citizenid", "ssn", "socsec", "socsecid",
                "taxid", "tin", "licence", "license", "document", "documentno", "docno", "iban", "account", "imei",
                "nik", "cccd", "cmnd", "nrc", "vat", "vatno", "ein", "siren", "siret", "reisepass",
            ], .kind(.document)
        ),
        (["email", "mail", "emailaddress"], .kind(.email)),
        (
            [
                "phone", "mobile", "telephone", "tel", "msisdn", "cell", "phonenumber", "telefon", "handy", "telefono",
                "telp", "hp", "โทรศัพท์", "电话", "手机",
            ], .kind(.phone)
        ),
        (["birthplace", "placeofbirth", "birthcity", "birthcountry", "geburtsort"], .kind(.text)),
        (
            [
                "dob", "birth", "birthdate", "born", "birthday", "dateofbirth", "birthyear", "yob", "geburtsdatum",
                "geboren", "fechanacimiento", "nacimiento", "naissance", "ngaysinh", "tanggallahir", "tgllahir",
                "วันเกิด", "出生日期",
            ], .kind(.date)
        ),
        (givenWords, .given), (familyWords, .family),
        (["fullname", "personname", "customername", "realname", "nama", "hoten", "ชื่อสกุล", "姓名"], .fullName),
        (["sex", "gender", "geschlecht", "sexo", "kelamin", "เพศ", "性别"], .kind(.category)),
        (["nationality", "citizenship", "country", "nation", "staat", "pais", "pays"], .kind(.category)),
        (["lat", "latitude"], .latitude),
        (["lon", "lng", "long", "longitude"], .longitude),
        (
            [
                "street", "streetnumber", "address", "road", "house", "addr", "strasse", "straße", "adresse",
                "direccion", "alamat", "diachi", "ที่อยู่", "地址",
            ], .kind(.address)
        ),
        (["village", "desa", "ban", "phum"], .place(0)),
        (["commune", "subdistrict", "tambon", "khum", "kelurahan", "ward"], .place(1)),
        (["suburb", "district", "town", "township", "amphoe", "kecamatan", "neighbourhood"], .place(2)),
        (["city", "ort", "stadt", "ciudad", "ville", "kota"], .place(3)),
        (["postcode", "zip", "postalcode", "postal", "plz", "zipcode", "postleitzahl"], .place(4)),
        (["county"], .place(5)),
        (["province", "state", "region", "changwat", "provinsi", "bundesland"], .place(6)),
        (["amount", "price", "value", "sum", "total", "betrag", "importe", "montant"], .kind(.number)),
        (["date", "day", "when", "datum", "fecha", "timestamp"], .kind(.day)),
        (
            [
                "company", "companyname", "business", "businessname", "organisation", "organization", "firm", "firma",
                "vendor", "supplier", "merchant", "employer", "legalname",
            ], .kind(.text)
        ),
        (["title", "description", "memo", "note", "notes", "text", "subject", "remarks", "narrative"], .kind(.text)),
        (["name"], .fullName),
    ]

    private static func byValues(_ values: ColumnValues) -> ColumnGuess {
        guard !values.isEmpty else { return .nothing }
        if values.share(where: ColumnValues.isMail) > 0.8 { return .kind(.email) }
        if values.share(where: ColumnValues.isDay) > 0.8 { return .kind(.day) }
        if values.share(where: { ColumnValues.number($0) != nil }) > 0.8 {
            return values.areAmounts ? .kind(.number) : .nothing
        }
        if values.areFew { return .kind(.category) }
        return values.areCodes ? .id : .kind(.text)
    }
}

/// The values of a column, as far as it can be told from them what they are.
private struct ColumnValues {
    private let column: Column
    /// Of the distinct values the first few hundred.
    private let sample: [ArraySlice<UInt8>]

    init(_ column: Column) {
        self.column = column
        sample = (1..<max(1, min(column.values.count, 400))).map { column.values.slice(UInt32($0)) }
    }

    var isEmpty: Bool { sample.isEmpty }
    var isUnique: Bool { column.values.count - 1 == column.codes.count }

    /// Unique in each of two sources, perhaps.
    var areNearlyUnique: Bool { (column.values.count - 1) * 5 > column.codes.count * 2 }

    func share(where test: (ArraySlice<UInt8>) -> Bool) -> Double {
        Double(sample.count(where: test)) / Double(max(sample.count, 1))
    }

    /// Few values, each of many records.
    var areFew: Bool {
        column.values.count <= 30 && column.values.count * 20 < column.codes.count { $0 != 0 }
    }

    /// Each record its own, without blanks.
    var areCodes: Bool {
        isUnique && sample.count > 50 && share { $0.contains(UInt8(ascii: " ")) } < 0.1
    }

    /// Numbers with a fraction measure something; whole ones count or name.
    var areAmounts: Bool { share { $0.contains(UInt8(ascii: ".")) } > 0.5 }

    /// Whether the values may be what the heading says.
    func allow(_ guess: ColumnGuess) -> Bool {
        if isEmpty { return true }
        switch guess {
        case .kind(.date), .kind(.day): return share(where: Self.isDay) > 0.5
        case .kind(.number), .latitude, .longitude: return share { Self.number($0) != nil } > 0.5
        case .kind(.phone): return share { $0.count { (0x30...0x39).contains($0) } >= 6 } > 0.5
        case .kind(.email): return share(where: Self.isMail) > 0.5
        case .id: return areNearlyUnique
        case .given, .family, .fullName, .wholeName, .native: return share { Self.number($0) == nil } > 0.5
        default: return true
        }
    }

    static func isMail(_ text: ArraySlice<UInt8>) -> Bool { text.contains(UInt8(ascii: "@")) }
    static func isDay(_ text: ArraySlice<UInt8>) -> Bool {
        (text.count >= 8 || text.count == 4) && CalendarDay(text) != nil
    }
    static func number(_ text: ArraySlice<UInt8>) -> Double? {
        Double(String(decoding: text.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self))
    }
}
