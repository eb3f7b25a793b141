/// Finds in a text what looks like a real person's number or address (RL-35).
///
/// Numbers in this repository must be *visibly made up*. A number is, when it has one of
/// - four equal digits in a row (`+66 60000 1234`), or four that count up or down (`+66 81 234 5678`), or `555`;
/// - a range that a regulator keeps for fiction: the United Kingdom's `+44 7700 900xxx`, `+44 20 7946 0xxx` and
///   `+44 1632 960xxx`, North America's `555-01xx`, Australia's `+61 491 570 xxx`, France's `+33 6 39 98 xx xx`.
///
/// A national number with a check digit is real-looking only when the digit is right: the sample's are wrong on
/// purpose. Mail addresses end in `example.org` and its like (RFC 2606).
enum PersonalNumbers {
    struct Find: Equatable {
        var what: String
        var text: String
        var line: Int
    }

    static func find(in text: String) -> [Find] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
            find(inLine: Array(line.utf8)).map { Find(what: $0.what, text: $0.text, line: number + 1) }
        }
    }

    private static func find(inLine line: [UInt8]) -> [(what: String, text: String)] {
        guard line.contains(where: isDigit) || line.contains(UInt8(ascii: "@")) else { return [] }
        let lower = String(decoding: line, as: UTF8.self).lowercased()
        var found: [(String, String)] = []
        for word in words(line) {
            let text = String(decoding: word, as: UTF8.self)
            let digits = word.filter(isDigit)
            if isMail(text) { found.append(("mail address", text)) }
            guard digits.count >= 7, !isMadeUp(digits) else { continue }
            if isThaiID(word, digits) { found.append(("Thai national number", text)) }
            if isChineseID(word) { found.append(("Chinese resident number", text)) }
            if isMalaysianID(word) { found.append(("Malaysian identity card", text)) }
            if lower.contains("passport"), isPassport(word) { found.append(("passport number", text)) }
            if isDashedMobile(word) { found.append(("telephone number", text)) }
        }
        for phone in internationalPhones(line) where !isMadeUp(phone) {
            found.append(("telephone number", "+" + String(decoding: phone, as: UTF8.self)))
        }
        return found
    }

    // MARK: What is visibly made up

    static func isMadeUp(_ digits: [UInt8]) -> Bool {
        let text = String(decoding: digits, as: UTF8.self)
        let fiction = ["447700900", "4420794", "441632960", "61491570", "336399"]
        return text.contains("555") || fiction.contains { text.hasPrefix($0) } || hasRun(digits, step: 0)
            || hasRun(digits, step: 1) || hasRun(digits, step: -1)
    }

    /// Whether four neighbouring digits each differ by `step` from the one before.
    private static func hasRun(_ digits: [UInt8], step: Int) -> Bool {
        var length = 1
        for (digit, next) in zip(digits, digits.dropFirst()) {
            length = Int(next) - Int(digit) == step ? length + 1 : 1
            if length == 4 { return true }
        }
        return false
    }

    // MARK: What looks real

    /// The digits of numbers like `+66 81 …`: nine to fifteen, with single spaces, dots, dashes or brackets between.
    private static func internationalPhones(_ line: [UInt8]) -> [[UInt8]] {
        let between = Set(" -.()".utf8)
        return line.indices.compactMap { plus in
            guard line[plus] == UInt8(ascii: "+"), plus + 1 < line.count, (0x31...0x39).contains(line[plus + 1]),
                plus == 0 || !isWordByte(line[plus - 1])
            else { return nil }
            var digits: [UInt8] = []
            var gap = 0
            for byte in line[(plus + 1)...] {
                if isDigit(byte) {
                    digits.append(byte)
                    gap = 0
                } else if between.contains(byte), gap < 2 {
                    gap += 1
                } else {
                    break
                }
            }
            return (9...15).contains(digits.count) ? digits : nil
        }
    }

    /// A national mobile number as it is often written, `081-234-5678`.
    private static func isDashedMobile(_ word: [UInt8]) -> Bool {
        shape(word) == "000-000-0000" && word[0] == UInt8(ascii: "0")
    }

    /// Thirteen digits, plain or as `1-2345-67890-12-3`, whose check digit is right.
    private static func isThaiID(_ word: [UInt8], _ digits: [UInt8]) -> Bool {
        guard ["0000000000000", "0-0000-00000-00-0"].contains(shape(word)), (0x31...0x38).contains(digits[0]) else {
            return false
        }
        let sum = digits.dropLast().enumerated().reduce(0) { $0 + (13 - $1.offset) * Int($1.element - 0x30) }
        return (11 - sum % 11) % 10 == Int(digits[12] - 0x30)
    }

    /// Eighteen characters with a date of birth and a right check character (GB 11643).
    private static func isChineseID(_ word: [UInt8]) -> Bool {
        guard word.count == 18, word.dropLast().allSatisfy(isDigit), isDate(word[8..<14]),
            [0x31, 0x32].contains(word[6])
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(word, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return word[17] == Array("10X98765432".utf8)[sum % 11]
    }

    /// `YYMMDD-PB-####`.
    private static func isMalaysianID(_ word: [UInt8]) -> Bool {
        shape(word) == "000000-00-0000" && isDate(word[0..<6])
    }

    /// One or two capital letters and seven or eight digits.
    private static func isPassport(_ word: [UInt8]) -> Bool {
        ["A0000000", "A00000000", "AA0000000", "AA00000000"].contains(shape(word))
    }

    /// An address outside the names that are kept for examples.
    private static func isMail(_ word: String) -> Bool {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].last, first.isLetter || first.isNumber else { return false }
        let domain = parts[1].lowercased().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }
        let labels = domain.split(separator: ".")
        guard labels.count >= 2, let top = labels.last, top.count >= 2, top.allSatisfy(\.isLetter) else { return false }
        // `ext` is no top domain, but how FollowTheMoney's ids mark a suggestion from outside.
        return !["test", "invalid", "example", "localhost", "ext"].contains(String(top))
            && labels[labels.count - 2] != "example"
    }

    // MARK: Characters

    /// `A` for a capital letter, `0` for a digit, everything else as it is.
    private static func shape(_ word: [UInt8]) -> String {
        String(
            decoding: word.map { byte -> UInt8 in
                if isDigit(byte) { return UInt8(ascii: "0") }
                return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? UInt8(ascii: "A") : byte
            }, as: UTF8.self)
    }

    /// Whether `YYMMDD` is a day of some year.
    private static func isDate(_ digits: ArraySlice<UInt8>) -> Bool {
        let values = digits.map { Int($0) - 0x30 }
        return (1...12).contains(values[2] * 10 + values[3]) && (1...31).contains(values[4] * 10 + values[5])
    }

    private static func words(_ line: [UInt8]) -> [[UInt8]] {
        let inside = Set("-@._".utf8)
        let parts = line.split { !isWordByte($0) && !inside.contains($0) }
        return parts.map { part in Array(part.trimmed { inside.contains($0) }) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    }
}

extension ArraySlice {
    /// The slice without the elements at both ends that are to go.
    fileprivate func trimmed(_ isOut: (Element) -> Bool) -> ArraySlice {
        var rest = drop(while: isOut)
        while let last = rest.last, isOut(last) { rest.removeLast() }
        return rest
    }
}
