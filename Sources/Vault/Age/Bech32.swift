/// Bech32 (BIP 173) without its limit of length, as age uses it: a readable prefix, the bytes in groups of five bits, and a
/// checksum that finds any four wrong characters.
enum Bech32 {
    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    private static let generator: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]

    /// The text of some bytes, in small letters.
    static func text(prefix: String, _ bytes: [UInt8]) -> String {
        let values = regrouped(bytes, from: 8, to: 5, pads: true) ?? []
        let sum = checksum(expanded(prefix) + values + [0, 0, 0, 0, 0, 0]) ^ 1
        let check = (0..<6).map { UInt8(sum >> (5 * (5 - UInt32($0))) & 31) }
        return prefix + "1" + String(decoding: (values + check).map { alphabet[Int($0)] }, as: UTF8.self)
    }

    /// The prefix, in small letters, and the bytes; `nil` for anything malformed. A text is all small or all capital letters.
    static func read(_ text: String) -> (prefix: String, bytes: [UInt8])? {
        let lower = text.lowercased()
        guard text == lower || text == text.uppercased(), text.utf8.allSatisfy({ (33...126).contains($0) }),
            let one = lower.lastIndex(of: "1"), one > lower.startIndex
        else { return nil }
        let prefix = String(lower[..<one])
        let values = lower[lower.index(after: one)...].utf8.compactMap { alphabet.firstIndex(of: $0).map(UInt8.init) }
        guard values.count == lower.utf8.count - prefix.utf8.count - 1, values.count >= 6,
            checksum(expanded(prefix) + values) == 1,
            let bytes = regrouped(Array(values.dropLast(6)), from: 5, to: 8, pads: false)
        else { return nil }
        return (prefix, bytes)
    }

    private static func expanded(_ prefix: String) -> [UInt8] {
        prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
    }

    private static func checksum(_ values: [UInt8]) -> UInt32 {
        values.reduce(1) { sum, value in
            let top = sum >> 25
            return (0..<5).reduce((sum & 0x1ff_ffff) << 5 ^ UInt32(value)) { sum, bit in
                top >> UInt32(bit) & 1 == 1 ? sum ^ generator[bit] : sum
            }
        }
    }

    /// Groups of bits in other sizes; `nil` when, without padding, bits other than zeros or a whole group are left over.
    private static func regrouped(_ values: [UInt8], from: Int, to: Int, pads: Bool) -> [UInt8]? {
        var groups: [UInt8] = []
        var (bits, count) = (0, 0)
        for value in values {
            bits = bits << from | Int(value)
            count += from
            while count >= to {
                count -= to
                groups.append(UInt8(bits >> count & ((1 << to) - 1)))
            }
            bits &= (1 << count) - 1
        }
        if pads {
            if count > 0 { groups.append(UInt8(bits << (to - count) & ((1 << to) - 1))) }
        } else if count >= from || bits != 0 {
            return nil
        }
        return groups
    }
}
