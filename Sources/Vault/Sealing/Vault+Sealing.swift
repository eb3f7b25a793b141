import Storage
import Synchronization

extension Vault {
    /// Subjects that are asked for in one statement.
    private static let portion = 1_000

    /// The sealer of a subject. Its key is made if it has none yet, and is on the disk of the key database when this
    /// returns. Throws `sealed`, or `erased` when the subject's key was destroyed.
    public func sealer(for subject: Subject) async throws -> Sealer {
        if let sealer = try cached(subject) { return sealer }
        guard let sealer = try await sealers(for: [subject])[subject] else { throw VaultError.damaged }
        return sealer
    }

    /// The sealers of many subjects, in one transaction: for an import. Throws `erased` when one of them was erased, and
    /// makes no key then.
    public func sealers(for subjects: some Sequence<Subject>) async throws -> [Subject: Sealer] {
        let subjects = Set(subjects)
        while true {
            var (sealers, missing) = try cached(subjects)
            guard !missing.isEmpty else { return sealers }
            let (generation, roots) = (memory.withLock { $0.generation }, try roots())
            let found = try await find(missing, roots)
            guard found.erased.isEmpty else { throw VaultError.erased }
            let made = try await make(missing.filter { found.keys[$0] == nil }, roots)
            guard let kept = try keep(found.keys.merging(made, uniquingKeysWith: { $1 }), generation) else { continue }
            for sealer in kept { sealers[sealer.subject] = sealer }
            return sealers
        }
    }

    /// Opens the fields of many subjects; makes no key. Throws `sealed`.
    public func opener(for subjects: some Sequence<Subject>) async throws -> Opener {
        let subjects = Set(subjects)
        while true {
            let (cached, missing) = try cached(subjects)
            let (generation, roots) = (memory.withLock { $0.generation }, try roots())
            let found = try await find(missing, roots)
            guard let kept = try keep(found.keys, generation) else { continue }
            let sealers = cached.values + kept
            return Opener(
                keys: Dictionary(sealers.map { ($0.key.id, $0) }, uniquingKeysWith: { $1 }), erased: found.erased)
        }
    }

    /// The blind index of a compartment, whose keys are made if it has none yet. Throws `sealed`.
    public func blindIndex(organisation: String, compartment: String) async throws -> BlindIndex {
        let place = Compartment(organisation: organisation, name: compartment)
        let roots = try roots()
        if let key = memory.withLock({ $0.index(of: place) }) { return BlindIndex(key: key) }
        let existing = try await database.read { connection -> SecretKey? in
            guard let compartment = try KeyChain.compartment(place, connection) else { return nil }
            var chain = KeyChain(roots, connection)
            return try chain.indexKey(compartment)
        }
        let key =
            if let existing { existing } else {
                try await database.write { [random] connection in
                    var maker = try KeyMaker(roots, connection, random: random)
                    return try maker.chain.indexKey(try maker.compartment(place))
                }
            }
        guard let id = KeyID(random(KeyID.size)) else { throw VaultError.damaged }
        let held = HeldKey(key, id: id)
        return BlindIndex(
            key: try memory.withLock { (memory) throws(VaultError) in
                try memory.keep(held, of: place)
            })
    }

    // MARK: -

    private func cached(_ subject: Subject) throws(VaultError) -> Sealer? {
        _ = try roots()
        let time = now()
        return memory.withLock { $0.key(of: subject, at: time) }.map { Sealer(subject: subject, key: $0) }
    }

    private func cached(_ subjects: Set<Subject>) throws(VaultError) -> ([Subject: Sealer], [Subject]) {
        var sealers: [Subject: Sealer] = [:]
        var missing: [Subject] = []
        for subject in subjects {
            if let sealer = try cached(subject) { sealers[subject] = sealer } else { missing.append(subject) }
        }
        return (sealers, missing)
    }

    /// Keeps keys in memory; `nil` when they may be out of date already, and have to be read again.
    private func keep(_ keys: [Subject: HeldKey], _ generation: Int) throws(VaultError) -> [Sealer]? {
        let time = now()
        return try memory.withLock { (memory) throws(VaultError) in
            var sealers: [Sealer] = []
            for (subject, key) in keys {
                guard let key = try memory.keep(key, of: subject, generation: generation, at: time) else { return nil }
                sealers.append(Sealer(subject: subject, key: key))
            }
            return sealers
        }
    }

    /// Makes the keys of subjects that have none, in one transaction.
    private func make(_ subjects: [Subject], _ roots: RootKeys) async throws -> [Subject: HeldKey] {
        guard !subjects.isEmpty else { return [:] }
        return try await database.write { [random] connection in
            var maker = try KeyMaker(roots, connection, random: random)
            var made: [Subject: HeldKey] = [:]
            for subject in subjects {
                let (id, key) = try maker.subjectKey(subject)
                made[subject] = HeldKey(key, id: id)
            }
            return made
        }
    }

    private struct Found: Sendable {
        var keys: [Subject: HeldKey] = [:]
        var erased: Set<KeyID> = []
    }

    /// Reads the keys of subjects that have one.
    private func find(_ subjects: [Subject], _ roots: RootKeys) async throws -> Found {
        guard !subjects.isEmpty else { return Found() }
        return try await database.read { connection in
            var chain = KeyChain(roots, connection)
            var found = Found()
            let places = Dictionary(grouping: subjects) {
                Compartment(organisation: $0.organisation, name: $0.compartment)
            }
            for (place, subjects) in places {
                guard let compartment = try KeyChain.compartment(place, connection) else { continue }
                for start in stride(from: 0, to: subjects.count, by: Self.portion) {
                    let names = subjects[start..<min(start + Self.portion, subjects.count)].map(\.id)
                    let rows = try connection.rows(
                        """
                        SELECT subject, key_id, epoch, wrapped FROM vault_subject
                        WHERE compartment = \(compartment) AND subject IN \(names)
                        """)
                    for row in rows {
                        guard let id = KeyID(row.blob(1)) else { throw VaultError.damaged }
                        guard case .blob(let wrapped) = row.values[3] else {
                            found.erased.insert(id)
                            continue
                        }
                        let key = try chain.subjectKey(compartment, epoch: row.int(2), wrapped: wrapped)
                        let subject = Subject(
                            organisation: place.organisation, compartment: place.name, id: row.text(0))
                        found.keys[subject] = HeldKey(key, id: id)
                    }
                }
            }
            return found
        }
    }
}
