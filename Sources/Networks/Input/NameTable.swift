/// Gives every distinct name a number, in the order of first sight, and keeps its bytes once.
///
/// Names that are small whole numbers (`0` to `4194303`, written plainly) are found by their value in a flat array; all others
/// by a hash. Invariant: `starts` has one entry more than there are names, ascending; name `c` is `bytes[starts[c]..<starts[c + 1]]`.
public struct NameTable: Sendable {
    /// Stands where a name is missing.
    public static let none = UInt32.max
    /// Plain numbers below this one have a place of their own.
    static let plainLimit = 1 << 22

    private(set) var bytes: [UInt8] = []
    private(set) var starts: [UInt32] = [0]
    /// The code of a plain number, one more, by its value; 0 where it was not seen.
    private var plain: [UInt32] = []
    /// Open addressing: the code, one more; 0 where free.
    private var slots: [UInt32] = []

    /// Makes a table without names.
    public init() {}

    /// A table from what a snapshot holds; names can be read from it, and are looked up one by one.
    init(bytes: [UInt8], starts: [UInt32]) { (self.bytes, self.starts) = (bytes, starts) }

    /// How many names there are.
    public var count: Int { starts.count - 1 }

    /// The name of a code.
    public func text(_ code: UInt32) -> String {
        String(decoding: bytes[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])], as: UTF8.self)
    }

    /// The name of a node.
    public func text(_ code: Int) -> String { text(UInt32(code)) }

    /// The code of a name that is known; nil for another. Looks at every name: for a few questions, not for many.
    public func code(named name: String) -> UInt32? {
        let wanted = Array(name.utf8)
        for code in 0..<count {
            let from = Int(starts[code])
            guard Int(starts[code + 1]) - from == wanted.count else { continue }
            if bytes[from..<from + wanted.count].elementsEqual(wanted) { return UInt32(code) }
        }
        return nil
    }

    /// The code of a name, given now if it is new.
    public mutating func code(of name: String) -> UInt32 {
        var name = name
        return name.withUTF8 { code(of: $0) }
    }

    /// The code of a name, given now if it is new.
    mutating func code(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if let value = Self.plainValue(name) { return code(ofPlain: value, name) }
        return code(ofOther: name)
    }

    /// The code of a plain number below the limit; `name` is how it is written.
    @inline(__always)
    mutating func code(ofPlain value: Int, _ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if value < plain.count {
            let known = plain[value]
            if known != 0 { return known &- 1 }
        }
        return newPlain(value, name)
    }

    @inline(never)
    private mutating func newPlain(_ value: Int, _ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if value >= plain.count {
            var size = max(1024, plain.count)
            while size <= value { size *= 2 }
            plain += [UInt32](repeating: 0, count: size - plain.count)
        }
        let code = add(name)
        plain[value] = code + 1
        return code
    }

    @inline(never)
    mutating func code(ofOther name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if (count + 1) * 2 > slots.count { grow() }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(name)) & mask
        while slots[slot] != 0 {
            if matches(slots[slot] - 1, name) { return slots[slot] - 1 }
            slot = (slot + 1) & mask
        }
        let code = add(name)
        slots[slot] = code + 1
        return code
    }

    private mutating func add(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let code = UInt32(count)
        bytes.append(contentsOf: name)
        starts.append(UInt32(bytes.count))
        return code
    }

    private func matches(_ code: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let from = Int(starts[Int(code)])
        guard Int(starts[Int(code) + 1]) - from == name.count else { return false }
        return bytes.withUnsafeBufferPointer { all in
            for index in 0..<name.count where all[from + index] != name[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        var wider = [UInt32](repeating: 0, count: max(1024, slots.count * 2))
        let mask = wider.count - 1
        bytes.withUnsafeBufferPointer { all in
            for held in slots where held != 0 {
                let code = Int(held - 1)
                let name = UnsafeBufferPointer(rebasing: all[Int(starts[code])..<Int(starts[code + 1])])
                var slot = Int(truncatingIfNeeded: Self.hash(name)) & mask
                while wider[slot] != 0 { slot = (slot + 1) & mask }
                wider[slot] = held
            }
        }
        slots = wider
    }

    /// The value of a plain number: one to seven digits, no zero in front, below the limit.
    static func plainValue(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...7).contains(name.count), name.count == 1 || name[0] != UInt8(ascii: "0") else { return nil }
        var value = 0
        for byte in name {
            guard byte &- 48 < 10 else { return nil }
            value = value * 10 + Int(byte &- 48)
        }
        return value < plainLimit ? value : nil
    }

    /// Eight bytes at a time, every bit of the input moving every bit of the output.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(name.count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        let raw = UnsafeRawPointer(name.baseAddress)
        while let raw, index + 8 <= name.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            index += 8
        }
        var rest: UInt64 = 0
        while index < name.count {
            rest = rest << 8 | UInt64(name[index])
            index += 1
        }
        hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 29
    }
}
