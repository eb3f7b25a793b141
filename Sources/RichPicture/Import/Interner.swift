import Crypto
import Words

/// The entities that one import has met, each once, found by the bytes in which a file writes them.
///
/// A million call records repeat some ten thousand numbers. A number is normalised when its spelling is first met;
/// after that a hash of its bytes leads straight to the entity. Nothing is allocated on that path.
///
/// Invariant: `slots` is at most half full and leads to every spelling exactly once.
struct Interner {
    /// Why an identifier cannot be read.
    typealias Reader = (EntityKind, String) -> Result<String, Refusal>

    /// A value that is not what it should be.
    struct Refusal: Error { var phrase: Phrase }

    /// What the import knows of an entity.
    struct Entry: Sendable {
        var kind: EntityKind
        var key: String
        var events = 0
        var first = Int.max
        var last = Int.min
        /// The first accepted line that speaks of it; 0 while only refused lines have.
        var line = 0
    }

    private(set) var entries: [Entry] = []
    private var byKey: [Key: Int] = [:]
    private let normalise: Reader

    private struct Key: Hashable {
        var kind: EntityKind
        var key: String
    }

    // Spellings: open addressing. A slot holds a part of the hash and the place in `arena` where the entity's position
    // and the bytes lie together: a known spelling costs two places in memory, and those are what a lookup costs.
    private struct Slot {
        var tag: UInt32 = 0
        /// The place in `arena` plus one; 0 for an empty slot.
        var place: UInt32 = 0
    }
    private var slots = [Slot](repeating: Slot(), count: 1 << 12)
    private var filled = 0
    /// For each spelling: the entity's position and the length, four bytes each, then the bytes.
    private var arena: [UInt8] = []

    init(normalise: @escaping Reader) { self.normalise = normalise }

    /// The entity of a kind that these bytes write, new or known.
    mutating func ref(
        _ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Result<EntityRef, Refusal> {
        let hash = Self.hash(kind, bytes)
        if let entry = find(hash, bytes) { return .success(EntityRef(interned: entry)) }
        switch normalise(kind, String(decoding: bytes, as: UTF8.self)) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let key):
            let ref = ref(kind, key: key)
            remember(hash, bytes, entry: ref.index)
            return .success(ref)
        }
    }

    /// The entity of a kind with a key that is normalised already.
    mutating func ref(_ kind: EntityKind, key: String) -> EntityRef {
        let key = Self.storable(key)
        let known = Key(kind: kind, key: key)
        if let index = byKey[known] { return EntityRef(interned: index) }
        entries.append(Entry(kind: kind, key: key))
        byKey[known] = entries.count - 1
        return EntityRef(interned: entries.count - 1)
    }

    // An index of the database holds no key of any length: a long one is its hash.
    private static func storable(_ key: String) -> String {
        guard key.utf8.count > 2_000 else { return key.storable }
        let beginning = String(String.UnicodeScalarView(key.unicodeScalars.prefix(64))).storable
        return "\(beginning)#\(Hex.encode(SHA256.hash(data: Array(key.utf8))))"
    }

    /// Notes that an accepted line speaks of an entity. Whether this is the first one of the import.
    @discardableResult mutating func touch(_ ref: EntityRef, line: Int) -> Bool {
        guard entries[ref.index].line == 0 else { return false }
        entries[ref.index].line = line
        return true
    }

    /// Counts an event of an entity.
    mutating func count(_ ref: EntityRef, at milliseconds: Int) {
        let index = ref.index
        entries[index].events += 1
        if milliseconds < entries[index].first { entries[index].first = milliseconds }
        if milliseconds > entries[index].last { entries[index].last = milliseconds }
    }

    private func find(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let mask = slots.count - 1
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].place != 0 {
            if slots[slot].tag == tag, let entry = entry(at: Int(slots[slot].place) - 1, spelling: bytes) {
                return entry
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    // The entity of a spelling, if it is these bytes.
    private func entry(at place: Int, spelling bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        arena.withUnsafeBytes { arena in
            let count = arena.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
            guard Int(count) == bytes.count else { return nil }
            for offset in 0..<bytes.count where arena[place + 8 + offset] != bytes[offset] { return nil }
            return Int(arena.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        }
    }

    private mutating func remember(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, entry: Int) {
        // Beyond 4 GB of spellings nothing more is remembered; they are still found through their keys.
        guard arena.count + bytes.count + 8 < UInt32.max else { return }
        let place = arena.count
        withUnsafeBytes(of: UInt32(entry)) { arena.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(bytes.count)) { arena.append(contentsOf: $0) }
        arena.append(contentsOf: bytes)
        filled += 1
        if filled * 2 > slots.count { grow() }
        put(Slot(tag: UInt32(truncatingIfNeeded: hash >> 32), place: UInt32(place + 1)), hash)
    }

    private mutating func put(_ new: Slot, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].place != 0 { slot = (slot + 1) & mask }
        slots[slot] = new
    }

    // Twice the room. Hashes are made again: the kind of a spelling is its entity's.
    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.place != 0 {
            let place = Int(slot.place) - 1
            let hash = arena.withUnsafeBytes { arena in
                let entry = Int(arena.loadUnaligned(fromByteOffset: place, as: UInt32.self))
                let count = Int(arena.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
                let bytes = UnsafeRawBufferPointer(rebasing: arena[(place + 8)..<(place + 8 + count)])
                return Self.hash(entries[entry].kind, bytes.bindMemory(to: UInt8.self))
            }
            put(slot, hash)
        }
    }

    // A multiply-and-fold hash over eight bytes at a time; the kind is the seed. Not for hostile keys: a file made
    // to collide slows only its own import.
    private static func hash(_ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        var word: UInt64 = 0
        for index in 0..<bytes.count {
            word = word << 8 | UInt64(bytes[index])
            if index & 7 == 7 {
                hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
                hash ^= hash >> 32
                word = 0
            }
        }
        hash = (hash ^ word) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 29
    }
}
