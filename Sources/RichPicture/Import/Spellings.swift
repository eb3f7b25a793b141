/// How a file writes its entities: leads from the bytes of a spelling to the position of the entity that they mean.
///
/// A million call records repeat some ten thousand spellings, so that this table is what an import waits for. A spelling
/// of up to 24 bytes lies whole in its slot, half a cache line: one look into memory finds it. Nothing is allocated.
///
/// Invariant: `slots` is at most two thirds full and leads to every short spelling exactly once.
struct Spellings {
    private var slots = [Slot](repeating: Slot(), count: 1 << 12)
    private var filled = 0
    private var long: [Long: Int] = [:]

    /// The entity that these bytes mean, if they have been met.
    func find(_ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let wanted = Slot(kind, bytes) else { return long[Long(kind: kind, bytes: Array(bytes))] }
        let found = slots[place(of: wanted)].entity
        return found == 0 ? nil : Int(found) - 1
    }

    /// Remembers a spelling that `find` does not find.
    mutating func remember(_ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>, entity: Int) {
        guard var new = Slot(kind, bytes) else {
            long[Long(kind: kind, bytes: Array(bytes))] = entity
            return
        }
        filled += 1
        if filled * 3 > slots.count * 2 { grow() }
        new.entity = UInt32(entity + 1)
        slots[place(of: new)] = new
    }

    // Where a spelling stands, or the free slot in which it would.
    @inline(__always) private func place(of wanted: Slot) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: wanted.hash) & mask
        while slots[place].entity != 0, !slots[place].spells(wanted) { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.entity != 0 { slots[place(of: slot)] = slot }
    }

    private struct Long: Hashable {
        var kind: EntityKind
        var bytes: [UInt8]
    }

    /// A short spelling: its kind and length, and three words that hold its bytes.
    private struct Slot {
        var shape: UInt32 = 0
        /// The entity's position plus one; 0 for an empty slot.
        var entity: UInt32 = 0
        var (a, b, c): (UInt64, UInt64, UInt64) = (0, 0, 0)

        init() {}

        // Words overlap where the length is no multiple of eight: together with the length they still say all.
        @inline(__always) init?(_ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>) {
            let count = bytes.count
            guard count <= 24 else { return nil }
            shape = UInt32(kind.rawValue) << 8 | UInt32(count)
            guard count >= 8 else {
                for byte in bytes { a = a << 8 | UInt64(byte) }
                return
            }
            let raw = UnsafeRawBufferPointer(bytes)
            a = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
            if count > 16 { b = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) }
            c = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        }

        @inline(__always) func spells(_ other: Slot) -> Bool {
            shape == other.shape && a == other.a && b == other.b && c == other.c
        }

        // Multiply and fold. Not for hostile keys: a file made to collide slows only its own import.
        @inline(__always) var hash: UInt64 {
            var hash = UInt64(shape) &* 0x9E37_79B9_7F4A_7C15
            hash = (hash ^ a) &* 0xFF51_AFD7_ED55_8CCD
            hash = (hash ^ hash >> 32 ^ b) &* 0xC4CE_B9FE_1A85_EC53
            hash = (hash ^ hash >> 32 ^ c) &* 0xFF51_AFD7_ED55_8CCD
            return hash ^ hash >> 32
        }
    }
}
