/// What a `:86:` field (or a bank's own `:NS:`) says about an entry.
///
/// Banks fill it in four ways: German and Polish numbered parts (`166?00GUTSCHRIFT?20…?32NAME`), Dutch named parts
/// (`/EREF/…/BENM//NAME/…`), Hungarian numbered lines (`15NAME`), and plain text.
struct MTDetails {
    var name = ""
    var account = ""
    var bank = ""
    var ultimate = ""
    var text = ""
    var note = ""
    /// The payer's end-to-end reference.
    var endToEnd = ""
    /// The reference of the account's own order.
    var ownReference = ""

    /// Reads the lines of all `:86:` fields of an entry.
    init(lines: [[UInt8]]) {
        let texts = lines.map { MTText.string($0[...]) }
        let joined = texts.joined()
        if let parts = Self.numberedParts(joined) {
            fill(numbered: parts)
        } else if MTText.trimmed(joined).hasPrefix("/"), let parts = Self.namedParts(joined) {
            fill(named: parts)
        } else {
            text = Self.plain(texts)
        }
    }

    /// Reads the lines of a `:NS:` field: two digits and a value each.
    init(ownLines lines: [[UInt8]]) {
        var purpose: [String] = []
        for line in lines.map({ MTText.string($0[...]) }) {
            let value = MTText.trimmed(String(line.dropFirst(2)))
            switch line.prefix(2) {
            case "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14":
                purpose.append(value)
            case "15", "16": name = name.isEmpty ? value : "\(name) \(value)"
            case "17": note = value
            case "33": bank = value
            case "34": account = value
            default: break
            }
        }
        text = purpose.filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: - Numbered parts: 166?00…?20…

    private typealias Part = (number: Int, value: String)

    /// Three digits, then a mark that begins each part; `nil` when the text is not made so.
    private static func numberedParts(_ text: String) -> [Part]? {
        let bytes = Array(text.utf8)
        guard let start = bytes.firstIndex(where: { $0 > 0x20 }), bytes.count >= start + 6 else { return nil }
        let mark = bytes[start + 3]
        guard BankDate.number(bytes[start..<start + 3]) != nil, [0x3F, 0x3E, 0x3C, 0x5E, 0x7E].contains(mark),
            BankDate.number(bytes[start + 4..<start + 6]) != nil
        else { return nil }
        var parts: [Part] = []
        var from = start + 3
        var index = from + 3
        while index <= bytes.count {
            let atPart =
                index + 2 < bytes.count && bytes[index] == mark && BankDate.number(bytes[index + 1..<index + 3]) != nil
            if atPart || index == bytes.count {
                let number = BankDate.number(bytes[from + 1..<from + 3]) ?? 0
                parts.append((number, String(decoding: bytes[from + 3..<index], as: UTF8.self)))
                from = index
                index += 3
            } else {
                index += 1
            }
        }
        return parts
    }

    private mutating func fill(numbered parts: [Part]) {
        var purpose = ""
        var more = ""
        var iban = ""
        for (number, value) in parts {
            switch number {
            case 0: note += value
            case 20...29: purpose += value
            case 30: bank += value
            case 31: account += value
            case 32, 33: name += value
            case 38: iban += value
            case 60...69: more += value
            default: break
            }
        }
        if !iban.isEmpty { account = iban }
        account = account.filter { $0 != " " }
        (name, bank, note) = (MTText.trimmed(name), MTText.trimmed(bank), MTText.trimmed(note))
        fill(purpose: purpose + more)
    }

    // MARK: - SEPA keywords within the purpose: EREF+…SVWZ+…

    private static let keywords = [
        "EREF", "KREF", "MREF", "CRED", "DEBT", "SVWZ", "ABWA", "ABWE", "IBAN", "BIC", "PURP", "RREF", "BREF", "COAM",
        "OAMT",
        "MDAT", "DDAT",
    ]

    private mutating func fill(purpose: String) {
        var values: [String: String] = ["": ""]
        var key = ""
        var rest = purpose[...]
        while let plus = rest.firstIndex(of: "+") {
            let before = rest[..<plus]
            let found = Self.keywords.first { before.hasSuffix($0) }
            if let found {
                values[key, default: ""] += before.dropLast(found.count)
                key = found
            } else {
                values[key, default: ""] += before + "+"
            }
            rest = rest[rest.index(after: plus)...]
        }
        values[key, default: ""] += rest
        let plain = ["", "SVWZ"].compactMap { values[$0] }.map(MTText.trimmed).filter { !$0.isEmpty }
        text = plain.joined(separator: " ")
        endToEnd = MTText.reference(values["EREF"] ?? "")
        ownReference = MTText.reference(values["KREF"] ?? "")
        ultimate = MTText.trimmed(values["ABWA"] ?? values["ABWE"] ?? "")
        if account.isEmpty { account = MTText.trimmed(values["IBAN"] ?? "") }
    }

    // MARK: - Named parts: /EREF/…/BENM//NAME/…

    private static let names: Set<Substring> = [
        "EREF", "BENM", "ORDP", "NAME", "REMI", "IBAN", "BIC", "TRTP", "CSID", "MARF", "ISDT", "PREF", "RTRN", "ULTD",
        "ULTC",
        "CNTP", "ADDR", "ID", "ACCW", "PURP", "SVCL", "RREF", "RTYP",
    ]

    private static func namedParts(_ text: String) -> [String: String]? {
        var parts: [String: String] = [:]
        var key = ""
        for piece in text.split(separator: "/", omittingEmptySubsequences: false) {
            if names.contains(piece) {
                key = String(piece)
            } else if !key.isEmpty {
                // In place: a field of slashes alone must not cost its square.
                if parts[key] != nil { parts[key]?.append("/") }
                parts[key, default: ""].append(contentsOf: piece)
            }
        }
        return key.isEmpty ? nil : parts
    }

    private mutating func fill(named parts: [String: String]) {
        func part(_ key: String) -> String { Self.withoutSlashes(parts[key] ?? "") }
        (name, account, bank) = (part("NAME"), part("IBAN"), part("BIC"))
        let counterparty = (parts["CNTP"] ?? "").split(separator: "/", omittingEmptySubsequences: false).map(
            String.init)
        if counterparty.count >= 3 { (account, bank, name) = (counterparty[0], counterparty[1], counterparty[2]) }
        ultimate = part("ULTD").isEmpty ? part("ULTC") : part("ULTD")
        endToEnd = MTText.reference(part("EREF"))
        text = part("REMI")
        note = part("TRTP")
    }

    /// The slashes at both ends belong to empty parts around the value.
    private static func withoutSlashes(_ text: String) -> String {
        let start = text.drop { $0 == "/" }
        let end = start.lastIndex { $0 != "/" } ?? start.startIndex
        return start.isEmpty ? "" : MTText.trimmed(String(start[...end]))
    }

    // MARK: - Plain text

    /// A full line (65 characters) was cut, maybe in a word: the next one is joined as it is; others by a space.
    private static func plain(_ lines: [String]) -> String {
        var text = ""
        var wasFull = true
        for line in lines {
            text += wasFull ? line : " " + line
            wasFull = line.utf8.count >= 65
        }
        return MTText.trimmed(text)
    }
}
