internal import Names

/// One spelling for what can be spelled in many ways, by the kind of the value.
enum Normalise {
    /// A phone number as digits with its country code: separators, `+`, an international `00` and a trunk `0` go. A number
    /// without a country code gets the default one. Empty when there are fewer than six digits.
    ///
    /// ITU-T E.164: at most fifteen digits.
    static func phone(_ text: ArraySlice<UInt8>, countryCode: String) -> [UInt8] {
        var digits = text.filter { (0x30...0x39).contains($0) }
        let isInternational = text.first == UInt8(ascii: "+") || digits.starts(with: [0x30, 0x30])
        while digits.first == 0x30 && isInternational { digits.removeFirst() }
        if !isInternational, digits.first == 0x30, !countryCode.isEmpty {
            digits = Array(countryCode.utf8) + digits.dropFirst()
        }
        return (6...15).contains(digits.count) ? Array(digits) : []
    }

    /// A document's number: letters and digits only, capital letters. Empty when all its characters are the same, as in
    /// 0000000: that is how people write "none".
    static func document(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var kept: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x41...0x5A: kept.append(byte)
            case 0x61...0x7A: kept.append(byte - 0x20)
            case 0x80...: kept.append(byte)
            default: continue
            }
        }
        return Set(kept).count > 1 ? kept : []
    }

    /// Small letters, no marks, one space between words.
    static func text(_ text: ArraySlice<UInt8>) -> [UInt8] {
        Array(Fold.fold(String(decoding: text, as: UTF8.self)).utf8)
    }

    /// A mail address in small letters.
    static func email(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
