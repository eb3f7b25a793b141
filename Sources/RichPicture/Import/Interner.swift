import Formats
import Words

/// The entities that one import has met, each once, found by the bytes in which a file writes them.
///
/// A million call records repeat some ten thousand numbers. A number is normalised when its spelling is first met;
/// after that a hash of its bytes leads straight to the entity. Nothing is allocated on that path.
///
/// Invariant: `slots` is at most half full and holds, for every spelling, its position in `spellings`.
struct Interner {
    /// Why an identifier cannot be read.
    typealias Reader = (EntityKind, String) -> Result<String, Refusal>

    /// A value that is not what it should be.
    struct Refusal: Error { var phrase: Phrase }

    /// What the import knows of an entity.
    struct Entry {
        var kind: EntityKind
        var key: String
        /// The number in the database; 0 until it is known.
        var id: Int64 = 0
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

    // Spellings: open addressing over flat arrays.
    private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)
    private var spellingHash: [UInt64] = []
    private var spellingEnd: [Int] = []
    private var spellingEntry: [Int32] = []
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

    /// Records the database's number of an entity.
    mutating func resolve(_ index: Int, id: Int64) { entries[index].id = id }

    private func find(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let spelling = Int(slots[slot])
            if spellingHash[spelling] == hash, isSpelling(spelling, bytes) { return Int(spellingEntry[spelling]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isSpelling(_ spelling: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = spelling == 0 ? 0 : spellingEnd[spelling - 1]
        guard spellingEnd[spelling] - start == bytes.count else { return false }
        for offset in 0..<bytes.count where arena[start + offset] != bytes[offset] { return false }
        return true
    }

    private mutating func remember(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, entry: Int) {
        arena.append(contentsOf: bytes)
        spellingHash.append(hash)
        spellingEnd.append(arena.count)
        spellingEntry.append(Int32(entry))
        if spellingHash.count * 2 > slots.count { grow() }
        else { place(Int32(spellingHash.count - 1)) }
    }

    private mutating func place(_ spelling: Int32) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: spellingHash[Int(spelling)]) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = spelling
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for spelling in 0..<Int32(spellingHash.count) { place(spelling) }
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
