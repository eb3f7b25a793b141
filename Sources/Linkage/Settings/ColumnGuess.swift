/// What a column holds, judged by its heading and, where that says nothing, by its values.
enum ColumnGuess: Hashable {
    /// The record's id.
    case id
    /// Where the record is from.
    case source
    /// What must not be looked at: somebody's answer to who is the same.
    case answer
    case given, family, native, fullName
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
        let words = Self.words(column.name)
        if let known = Self.table.first(where: { row in row.words.contains { words.contains($0) } })?.guess {
            self = known
        } else if words.last == "id" {
            self = Self.isUnique(column) ? .id : .answer
        } else {
            self = Self.byValues(column)
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

    // The first row with a word of the heading decides, so what is more telling stands first.
    private static let table: [(words: Set<String>, guess: ColumnGuess)] = [
        (["cluster", "truth", "label", "entid", "entity", "entityid", "personid", "matchid", "groupid"], .answer),
        (["recid", "uniqueid", "recordid", "rowid", "rowno"], .id),
        (["source", "dataset", "sourcedataset", "origin", "register"], .source),
        (["native", "namenative", "local", "script", "originalname"], .native),
        (
            [
                "passport", "idno", "idnumber", "idcard", "nationalid", "nid", "citizenid", "ssn", "socsec", "socsecid",
                "taxid", "tin", "licence", "license", "document", "documentno", "docno", "iban", "account", "imei",
            ], .kind(.document)
        ),
        (["email", "mail"], .kind(.email)),
        (["phone", "mobile", "telephone", "tel", "msisdn", "cell"], .kind(.phone)),
        (["dob", "birth", "birthdate", "born", "birthday", "dateofbirth"], .kind(.date)),
        (["given", "givenname", "first", "firstname", "forename"], .given),
        (["family", "familyname", "surname", "last", "lastname"], .family),
        (["sex", "gender"], .kind(.category)),
        (["nationality", "citizenship", "country", "nation"], .kind(.category)),
        (["lat", "latitude"], .latitude),
        (["lon", "lng", "longitude"], .longitude),
        (["street", "streetnumber", "address", "road", "house", "addr"], .kind(.address)),
        (["village"], .place(0)), (["commune", "subdistrict"], .place(1)),
        (["suburb", "district", "town", "township"], .place(2)), (["city"], .place(3)),
        (["postcode", "zip", "postalcode", "postal"], .place(4)), (["county"], .place(5)),
        (["province", "state", "region"], .place(6)),
        (["amount", "price", "value", "sum"], .kind(.number)),
        (["date", "day"], .kind(.date)),
        (["name", "fullname"], .fullName),
    ]

    private static func isUnique(_ column: Column) -> Bool { column.values.count - 1 == column.codes.count }

    private static func byValues(_ column: Column) -> ColumnGuess {
        let sample = (1..<max(1, min(column.values.count, 400))).map { column.values.slice(UInt32($0)) }
        guard !sample.isEmpty else { return .nothing }
        func share(_ test: (ArraySlice<UInt8>) -> Bool) -> Double {
            Double(sample.count(where: test)) / Double(sample.count)
        }
        if share({ $0.contains(UInt8(ascii: "@")) }) > 0.8 { return .kind(.email) }
        if share({ $0.count >= 8 && CalendarDay($0) != nil }) > 0.8 { return .kind(.date) }
        if share({ Double(String(decoding: $0, as: UTF8.self)) != nil }) > 0.8 { return .nothing }
        let filled = column.codes.count { $0 != 0 }
        if column.values.count <= 30 && column.values.count * 20 < filled { return .kind(.category) }
        return isUnique(column) && sample.count > 50 && share({ $0.contains(UInt8(ascii: " ")) }) < 0.1
            ? .id : .kind(.text)
    }
}
