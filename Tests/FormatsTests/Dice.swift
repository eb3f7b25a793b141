@testable import Formats

/// SplitMix64: small, the same everywhere, and seeded, so that a failing property can be run again.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text with letters of the region, and everything that a format could stumble over.
    mutating func text(_ most: Int = 12) -> String {
        let pieces = [
            "a", "Z", "ก", "ក", "မ", "ລ", "é", "😀", "\"", "'", "\\", "<", ">", "&", ",", ";", "\n", "\r", "\t", " ",
            "\u{2028}", "\u{0}", "\u{1F}", "\u{FFFE}", "]]>", "=", "0",
        ]
        return (0..<Int.random(in: 0...most, using: &self)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &self)]
        }.joined()
    }

    mutating func json(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &self))
        case 2: return .number(Int.random(in: Int.min...Int.max, using: &self))
        case 3: return .number(Double.random(in: -1e9...1e9, using: &self))
        case 4, 5: return .string(text())
        case 6: return .array((0..<Int.random(in: 0...5, using: &self)).map { _ in json(depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...5, using: &self) { object[text()] = json(depth: depth - 1) }
            return .object(object)
        }
    }
}
