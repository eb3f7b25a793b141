/// The bank formats that we know, and how to tell them by their first bytes.
public enum BankFormat: String, Sendable, CaseIterable {
    /// SWIFT customer statement.
    case mt940
    /// SWIFT interim transaction report.
    case mt942
    /// ISO 20022 account report (within the day).
    case camt052
    /// ISO 20022 statement.
    case camt053
    /// ISO 20022 debit and credit notification.
    case camt054
    /// UNODC's goAML report to a financial intelligence unit.
    case goAML

    /// The format of a file that begins with these bytes (a few kilobytes do), or `nil` when it is none of these.
    public static func detect(prefix: [UInt8]) -> BankFormat? {
        let bytes = prefix.prefix(1 << 16).filter { $0 != 0 }  // UTF-16 without its zeros is enough to look at.
        guard let first = bytes.first(where: { $0 > 0x20 && $0 < 0x7F }) else { return nil }
        return first == 0x3C ? detectXML(bytes) : detectMT(bytes)
    }

    /// The reader for this format; `nil` for goAML, which has its own.
    public func reader(_ input: ByteStream, limits: Limits = .standard) -> (any BankReader)? {
        switch self {
        case .mt940, .mt942: MT940Reader(input, limits: limits)
        case .camt052, .camt053, .camt054: CamtReader(input, limits: limits)
        case .goAML: nil
        }
    }

    private static func detectXML(_ bytes: [UInt8]) -> BankFormat? {
        let marks: [(String, BankFormat)] = [
            ("BkToCstmrAcctRpt", .camt052), ("BkToCstmrStmt", .camt053), ("BkToCstmrDbtCdtNtfctn", .camt054),
            ("camt.052.", .camt052), ("camt.053.", .camt053), ("camt.054.", .camt054),
        ]
        for (mark, format) in marks where contains(bytes, mark) { return format }
        return contains(bytes, "<report") && contains(bytes, "rentity_id") ? .goAML : nil
    }

    /// The tags that begin a line decide; a floor limit (`:34F:`) or a date-time (`:13D:`) makes it an MT942.
    private static func detectMT(_ bytes: [UInt8]) -> BankFormat? {
        var known = 0
        var opening = false
        var interim = false
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard let (tag, _) = MTTag.parse(line) else { continue }
            known += 1
            if tag == .openingBalance || tag == .openingPage { opening = true }
            if tag == .floorLimit || tag == .dateTime { interim = true }
        }
        guard known > 0 else { return nil }
        return interim && !opening ? .mt942 : .mt940
    }

    private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
            bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
