/// Gives every distinct byte string a number, and keeps its bytes once.
///
/// Code 0 is the empty string: *missing*. Codes are given in the order of first sight. Invariant: `starts` has one entry
/// more than there are codes, ascending; the bytes of code `c` are `bytes[starts[c]..<starts[c + 1]]`.
public struct Interner: Sendable {
    /// All distinct strings, one after another.
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [UInt32] = [0, 0]
    /// Open addressing; 0 means free, and the empty string is never looked up here.
    private var slots = [UInt32](repeating: 0, count: 64)

    /// Makes an interner that knows only the empty string.
    public init() {}

    /// How many distinct strings there are, the empty one included.
    public var count: Int { starts.count - 1 }

    /// The code of a string, given now if it is new.
    public mutating func code(of text: some Sequence<UInt8>) -> UInt32 {
        if let code = text.withContiguousStorageIfAvailable({ code(ofBuffer: $0) }) { return code }
        return Array(text).withUnsafeBufferPointer { code(ofBuffer: $0) }
    }

    /// The code of a string, given now if it is new.
    public mutating func code(of text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { code(ofBuffer: $0) }
    }

    mutating func code(ofBuffer text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if text.isEmpty { return 0 }
        var slot = Int(truncatingIfNeeded: Hash.of(text)) & (slots.count - 1)
        while slots[slot] != 0 {
            if matches(slots[slot], text) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let code = UInt32(count)
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        slots[slot] = code
        if count * 2 > slots.count { grow() }
        return code
    }

    /// The code of a string that is known; nil for a new one.
    func known(_ text: [UInt8]) -> UInt32? {
        if text.isEmpty { return 0 }
        return text.withUnsafeBufferPointer { text in
            var slot = Int(truncatingIfNeeded: Hash.of(text)) & (slots.count - 1)
            while slots[slot] != 0 {
                if matches(slots[slot], text) { return slots[slot] }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// The string of a code.
    public func text(_ code: UInt32) -> String {
        String(decoding: slice(code), as: UTF8.self)
    }

    /// The bytes of a code.
    func slice(_ code: UInt32) -> ArraySlice<UInt8> {
        bytes[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])]
    }

    private func matches(_ code: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let from = Int(starts[Int(code)])
        guard Int(starts[Int(code) + 1]) - from == text.count else { return false }
        for index in 0..<text.count where bytes[from + index] != text[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        bytes.withUnsafeBufferPointer { all in
            for code in 1..<count {
                let text = UnsafeBufferPointer(rebasing: all[Int(starts[code])..<Int(starts[code + 1])])
                var slot = Int(truncatingIfNeeded: Hash.of(text)) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = UInt32(code)
            }
        }
    }
}

/// Hashes that are the same in every run and on every machine: blocking keys and results depend on them.
enum Hash {
    /// FNV-1a over eight bytes at a time, mixed at the end.
    static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(text.count)
        var index = 0
        while index < text.count {
            var word: UInt64 = 0
            let end = min(index + 8, text.count)
            while index < end {
                word = word << 8 | UInt64(text[index])
                index += 1
            }
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        return mix(hash)
    }

    static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { of($0) } }

    /// Joins two keys; the order matters.
    @inline(__always)
    static func join(_ a: UInt64, _ b: UInt64) -> UInt64 { mix((a &* 0x9E37_79B9_7F4A_7C15) ^ b) }

    /// The finishing step of MurmurHash3: every bit of the input moves every bit of the output.
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value ^= value >> 33
        value &*= 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 33
        value &*= 0xC4CE_B9FE_1A85_EC53
        value ^= value >> 33
        return value
    }
}

/// SplitMix64: random numbers from a seed, the same everywhere.
struct SplitMix {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Hash.mix(state)
    }
    /// A number from 0 up to, not including, the bound (Lemire's multiplication).
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
