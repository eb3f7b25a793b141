import Formats
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

    // Spellings: open addressing. A slot holds a part of the hash beside the position, so that a walk along full
    // slots stays in one array; a spelling's facts lie together, so that a hit costs two more places in memory.
    private struct Slot {
        var tag: UInt32 = 0
        /// The position in `spellings` plus one; 0 for an empty slot.
        var spelling: UInt32 = 0
    }
    private struct Spelling {
        var hash: UInt64
        var start: Int
        var count: Int32
        var entry: Int32
    }
    private var slots = [Slot](repeating: Slot(), count: 1 << 12)
    private var spellings: [Spelling] = []
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
        let known = Key(kind: kind, key: key)
        if let index = byKey[known] { return EntityRef(interned: index) }
        entries.append(Entry(kind: kind, key: key))
        byKey[known] = entries.count - 1
        return EntityRef(interned: entries.count - 1)
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
        while slots[slot].spelling != 0 {
            if slots[slot].tag == tag {
                let spelling = spellings[Int(slots[slot].spelling) - 1]
                if spelling.hash == hash, isSpelling(spelling, bytes) { return Int(spelling.entry) }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isSpelling(_ spelling: Spelling, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard spelling.count == bytes.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            for offset in 0..<bytes.count where arena[spelling.start + offset] != bytes[offset] { return false }
            return true
        }
    }

    private mutating func remember(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, entry: Int) {
        spellings.append(
            Spelling(hash: hash, start: arena.count, count: Int32(bytes.count), entry: Int32(entry)))
        arena.append(contentsOf: bytes)
        if spellings.count * 2 > slots.count {
            slots = [Slot](repeating: Slot(), count: slots.count * 2)
            for spelling in spellings.indices { place(spelling) }
        } else {
            place(spellings.count - 1)
        }
    }

    private mutating func place(_ spelling: Int) {
        let mask = slots.count - 1
        let hash = spellings[spelling].hash
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].spelling != 0 { slot = (slot + 1) & mask }
        slots[slot] = Slot(tag: UInt32(truncatingIfNeeded: hash >> 32), spelling: UInt32(spelling + 1))
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
