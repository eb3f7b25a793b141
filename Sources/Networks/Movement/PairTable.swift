/// Numbers for pairs, from 0 in the order of first sight: open addressing.
struct PairTable {
    private(set) var keys: [UInt64] = []
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    var count: Int { keys.count }

    /// The number of a pair that is known.
    @inline(__always)
    func number(_ key: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if keys[number] == key { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Gives a pair a number; it is not known yet.
    mutating func add(_ key: UInt64) -> Int {
        if (keys.count + 1) * 2 > slots.count { grow() }
        keys.append(key)
        place(key, keys.count)
        return keys.count - 1
    }

    /// Which entities belong to a pair.
    func members(_ entities: Int) -> [Bool] {
        var isMember = [Bool](repeating: false, count: entities)
        for key in keys {
            isMember[Int(key >> 32)] = true
            isMember[Int(key & 0xFFFF_FFFF)] = true
        }
        return isMember
    }

    private mutating func place(_ key: UInt64, _ number: Int) {
        var slot = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, key) in keys.enumerated() { place(key, number + 1) }
    }

    @inline(__always)
    static func hash(_ key: UInt64) -> UInt64 {
        let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }
}
