import Crypto
import Storage
import Words

/// The entities that one import has met, each once, found by the bytes in which a file writes them.
///
/// A value is normalised when its spelling is first met; after that its bytes lead straight to the entity.
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

    private var spellings = Spellings()

    init(normalise: @escaping Reader) { self.normalise = normalise }

    /// The entity of a kind that these bytes write, new or known.
    mutating func ref(
        _ kind: EntityKind, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Result<EntityRef, Refusal> {
        if let entry = spellings.find(kind, bytes) { return .success(EntityRef(interned: entry)) }
        switch normalise(kind, String(decoding: bytes, as: UTF8.self)) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let key):
            let ref = ref(kind, key: key)
            spellings.remember(kind, bytes, entity: ref.index)
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
}
