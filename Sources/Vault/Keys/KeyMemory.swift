/// How many keys are kept in memory, and how long.
public struct CacheBounds: Sendable {
    /// Subject keys that are kept unwrapped; the one used least recently makes room.
    public var subjects: Int
    /// Milliseconds after which a key is read from the database again. On PostgreSQL another node's erasure reaches this
    /// one's memory after so long at the latest; this node's own, at once.
    public var lifetime: Int

    /// Makes bounds.
    public init(subjects: Int, lifetime: Int) {
        self.subjects = subjects
        self.lifetime = lifetime
    }

    /// 10,000 subjects, about 3 MB; 30 seconds.
    public static let standard = CacheBounds(subjects: 10_000, lifetime: 30_000)
}

/// The keys in memory.
struct KeyMemory {
    let bounds: CacheBounds
    /// Counts how often keys were forgotten, so that what was read before does not come back after.
    private(set) var generation = 0
    private(set) var roots = RootKeys()
    private var subjects: [Subject: Entry] = [:]
    private var indexes: [Compartment: Entry] = [:]
    /// The subjects in the order of their last use, with repetitions; swept when it has grown.
    private var uses: [(subject: Subject, use: Int)] = []
    private var useCount = 0
    /// Keys that the cache let go and somebody may still hold.
    private var lent: [Weak] = []

    private struct Entry {
        var key: HeldKey
        var readAt: Int
        var use = 0
    }

    private struct Weak {
        weak var key: HeldKey?
    }

    init(bounds: CacheBounds) { self.bounds = bounds }

    mutating func unseal(_ roots: RootKeys) { self.roots = self.roots.merging(roots) }

    /// Forgets one root, when its time is over.
    mutating func forgetRoot(_ epoch: Int) { roots.forget(epoch) }

    mutating func forgetAll() {
        roots = RootKeys()
        for entry in subjects.values { entry.key.drop(.sealed) }
        for entry in indexes.values { entry.key.drop(.sealed) }
        for held in lent { held.key?.drop(.sealed) }
        indexes = [:]
        lent = []
        clearSubjects()
    }

    /// Lets all cached subject keys go, so that they are read again; those in use go on.
    mutating func refresh() {
        for entry in subjects.values { lend(entry.key) }
        clearSubjects()
    }

    private mutating func clearSubjects() {
        generation += 1
        subjects = [:]
        uses = []
    }

    mutating func key(of subject: Subject, at now: Int) -> HeldKey? {
        guard let entry = subjects[subject], now - entry.readAt < bounds.lifetime else { return nil }
        touch(subject)
        return entry.key
    }

    /// Keeps a key that was read when `generation` was what it says; answers with the object that all are to share, or with
    /// `nil` when keys were forgotten meanwhile: then what was read may be out of date. Throws `sealed` when the vault is.
    mutating func keep(_ key: HeldKey, of subject: Subject, generation: Int, at now: Int) throws(VaultError) -> HeldKey?
    {
        guard !roots.isEmpty else { throw .sealed }
        guard generation == self.generation else { return nil }
        if let entry = subjects[subject] {
            subjects[subject]?.readAt = now
            touch(subject)
            return entry.key
        }
        subjects[subject] = Entry(key: key, readAt: now)
        touch(subject)
        makeRoom()
        return key
    }

    /// Whether a subject is kept, without using it.
    func peek(_ subject: Subject) -> Bool { subjects[subject] != nil }

    mutating func erase(_ subject: Subject, _ id: KeyID?) {
        generation += 1
        subjects.removeValue(forKey: subject)?.key.drop(.erased)
        for held in lent where held.key?.id == id { held.key?.drop(.erased) }
    }

    mutating func index(of compartment: Compartment) -> HeldKey? { indexes[compartment]?.key }

    /// Keeps the key of a compartment's index; answers with the object that all are to share.
    mutating func keep(_ key: HeldKey, of compartment: Compartment) throws(VaultError) -> HeldKey {
        guard !roots.isEmpty else { throw .sealed }
        if let entry = indexes[compartment] { return entry.key }
        indexes[compartment] = Entry(key: key, readAt: 0)
        return key
    }

    private mutating func touch(_ subject: Subject) {
        useCount += 1
        subjects[subject]?.use = useCount
        uses.append((subject, useCount))
        if uses.count > 4 * bounds.subjects + 64 { uses.removeAll { subjects[$0.subject]?.use != $0.use } }
    }

    private mutating func makeRoom() {
        guard subjects.count > bounds.subjects else { return }
        // Sweep an eighth at once, so that the walk over old uses is paid rarely.
        let surplus = subjects.count - bounds.subjects + bounds.subjects / 8
        var removed = 0
        var position = 0
        while removed < surplus, position < uses.count {
            let (subject, use) = uses[position]
            if let entry = subjects[subject], entry.use == use {
                subjects[subject] = nil
                lend(entry.key)
                removed += 1
            }
            position += 1
        }
        uses.removeFirst(position)
    }

    private mutating func lend(_ key: HeldKey) {
        if lent.count > 64, lent.count.nonzeroBitCount == 1 { lent.removeAll { $0.key == nil } }
        lent.append(Weak(key: key))
    }
}

/// A compartment of an organisation.
struct Compartment: Hashable, Sendable {
    var organisation: String
    var name: String
}
