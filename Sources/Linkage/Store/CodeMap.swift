/// A map from 64-bit keys to 32-bit numbers: open addressing, flat arrays, nothing is ever removed.
struct CodeMap: Sendable {
    private var keys: [UInt64]
    private var values: [UInt32]
    private(set) var count = 0
    private var mask: Int

    init(capacity: Int = 32) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [UInt32](repeating: .max, count: size)
        mask = size - 1
    }

    /// The number of a key; nil when it has none.
    subscript(_ key: UInt64) -> UInt32? {
        let value = values[slot(of: key)]
        return value == .max ? nil : value
    }

    /// The number of a key; when it has none yet, the one given.
    @inline(__always)
    mutating func number(of key: UInt64, orNew value: UInt32) -> UInt32 {
        let slot = slot(of: key)
        if values[slot] != .max { return values[slot] }
        keys[slot] = key
        values[slot] = value
        count += 1
        if count * 2 > keys.count { grow() }
        return value
    }

    // Where a key stands, or would.
    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: Hash.mix(key)) & mask
        while values[slot] != .max && keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        values = [UInt32](repeating: .max, count: keys.count)
        mask = keys.count - 1
        for old in oldKeys.indices where oldValues[old] != .max {
            let slot = slot(of: oldKeys[old])
            keys[slot] = oldKeys[old]
            values[slot] = oldValues[old]
        }
    }
}
