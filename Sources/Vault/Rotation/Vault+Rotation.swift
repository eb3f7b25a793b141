import Storage
import Synchronization

extension Vault {
    /// Keys that are rewrapped in one transaction.
    static let rotationPortion = 500

    /// Gives a compartment a new key and wraps its subjects' keys under it. What is sealed stays as it is, and so do blind
    /// indexes. Throws `sealed` or `noSuchKey`.
    public func rotateCompartment(
        organisation: String, compartment: String, watch: @escaping RotationWatch = { _ in }
    ) async throws {
        let roots = try roots()
        let place = Compartment(organisation: organisation, name: compartment)
        let compartment = try await database.write { [random] connection -> (id: Int, epoch: Int) in
            try connection.lock(KeyMaker.lock)
            guard let id = try KeyChain.compartment(place, connection) else { throw VaultError.noSuchKey }
            return (id, try Self.makeCompartmentKey(id, roots, connection, random))
        }
        try watch(.keyMade(epoch: compartment.epoch))
        try await finishCompartment(compartment.id, roots, watch)
    }

    /// Gives an organisation a new key and wraps its compartments' keys under it. Throws `sealed` or `noSuchKey`.
    public func rotateOrganisation(_ organisation: String, watch: @escaping RotationWatch = { _ in }) async throws {
        let roots = try roots()
        let (id, epoch) = try await database.write { [random] connection -> (Int, Int) in
            try connection.lock(KeyMaker.lock)
            guard let id = try KeyChain.organisation(organisation, connection),
                let root = try KeyChain.rootEpoch(connection),
                let epoch = try KeyChain.organisationEpoch(id, connection)
            else { throw VaultError.noSuchKey }
            let wrapped = try roots.key(root, connection).wrapping(SecretKey(from: random))
            try connection.execute(
                """
                INSERT INTO vault_organisation_key (organisation, epoch, root_epoch, wrapped)
                VALUES (\(id), \(epoch + 1), \(root), \(wrapped))
                """)
            return (id, epoch + 1)
        }
        try watch(.keyMade(epoch: epoch))
        try await finishOrganisation(id, roots, watch)
    }

    /// Goes on with every change of an organisation's or compartment's key, and with the change of the root when it is in
    /// force, that was interrupted. Throws `sealed`.
    public func resumeRotations(watch: @escaping RotationWatch = { _ in }) async throws {
        let roots = try roots()
        let halves = try await database.read { connection in
            (
                root: try connection.row("SELECT epoch FROM vault_root WHERE state = 'former'") != nil,
                organisations: try connection.rows(
                    "SELECT organisation FROM vault_organisation_key GROUP BY organisation HAVING COUNT(*) > 1"
                ).map { $0.int(0) },
                compartments: try connection.rows(
                    "SELECT compartment FROM vault_compartment_key GROUP BY compartment HAVING COUNT(*) > 1"
                ).map { $0.int(0) }
            )
        }
        if halves.root { try await rewrapOrganisations(watch) }
        for organisation in halves.organisations { try await finishOrganisation(organisation, roots, watch) }
        for compartment in halves.compartments { try await finishCompartment(compartment, roots, watch) }
    }

    /// Rewraps portion after portion, each in a transaction of its own, until there is nothing left.
    func rewrapAll(
        _ watch: RotationWatch, _ portion: @escaping @Sendable (any Writing) throws -> Int
    ) async throws {
        while true {
            let count = try await database.write(portion)
            guard count > 0 else { return }
            try watch(.rewrapped(count))
        }
    }

    // MARK: - Compartment

    private static func makeCompartmentKey(
        _ compartment: Int, _ roots: RootKeys, _ connection: any Writing, _ random: (Int) -> [UInt8]
    ) throws -> Int {
        var chain = KeyChain(roots, connection)
        let row = try connection.row("SELECT organisation FROM vault_compartment WHERE id = \(compartment)")
        guard let organisation = row?.int(0), let above = try KeyChain.organisationEpoch(organisation, connection),
            let epoch = try KeyChain.compartmentEpoch(compartment, connection)
        else { throw VaultError.damaged }
        let key = SecretKey(from: random)
        let index = try key.wrapping(try chain.indexKey(compartment))
        let wrapped = try chain.organisationKey(organisation, epoch: above).wrapping(key)
        try connection.execute(
            """
            INSERT INTO vault_compartment_key (compartment, epoch, organisation_epoch, wrapped, wrapped_index)
            VALUES (\(compartment), \(epoch + 1), \(above), \(wrapped), \(index))
            """)
        return epoch + 1
    }

    private func finishCompartment(_ compartment: Int, _ roots: RootKeys, _ watch: RotationWatch) async throws {
        try await rewrapAll(watch) { try Self.rewrapSubjects(of: compartment, roots, $0) }
        try await database.write { connection in
            try connection.lock(KeyMaker.lock)
            let old = SQL(
                """
                compartment = \(compartment)
                AND epoch < (SELECT MAX(epoch) FROM vault_compartment_key WHERE compartment = \(compartment))
                """)
            let used = try connection.row(
                "SELECT subject FROM vault_subject WHERE \(old) AND wrapped IS NOT NULL LIMIT 1")
            guard used == nil else { throw VaultError.damaged }
            let zeros = [UInt8](repeating: 0, count: SecretKey.wrappedSize)
            try connection.execute(
                "UPDATE vault_compartment_key SET wrapped = \(zeros), wrapped_index = \(zeros) WHERE \(old)")
            try connection.execute("DELETE FROM vault_compartment_key WHERE \(old)")
        }
        try await scrub()
        memory.withLock { $0.refresh() }
        try watch(.oldKeyDestroyed)
    }

    /// Rewraps some subjects that are not yet under the newest key; returns how many.
    private static func rewrapSubjects(
        of compartment: Int, _ roots: RootKeys, _ connection: any Writing
    ) throws -> Int {
        try connection.lock(KeyMaker.lock)
        guard let epoch = try KeyChain.compartmentEpoch(compartment, connection) else { throw VaultError.damaged }
        var chain = KeyChain(roots, connection)
        let key = try chain.compartmentKey(compartment, epoch: epoch)
        let rows = try connection.rows(
            """
            SELECT subject, epoch, wrapped FROM vault_subject
            WHERE compartment = \(compartment) AND epoch < \(epoch) AND wrapped IS NOT NULL LIMIT \(rotationPortion)
            """)
        for row in rows {
            let subject = try chain.subjectKey(compartment, epoch: row.int(1), wrapped: row.blob(2))
            try connection.execute(
                """
                UPDATE vault_subject SET epoch = \(epoch), wrapped = \(try key.wrapping(subject))
                WHERE compartment = \(compartment) AND subject = \(row.text(0))
                """)
        }
        return rows.count
    }

    // MARK: - Organisation

    private func finishOrganisation(_ organisation: Int, _ roots: RootKeys, _ watch: RotationWatch) async throws {
        try await rewrapAll(watch) { try Self.rewrapCompartments(of: organisation, roots, $0) }
        try await database.write { connection in
            try connection.lock(KeyMaker.lock)
            let old = SQL(
                """
                organisation = \(organisation)
                AND epoch < (SELECT MAX(epoch) FROM vault_organisation_key WHERE organisation = \(organisation))
                """)
            let zeros = [UInt8](repeating: 0, count: SecretKey.wrappedSize)
            try connection.execute("UPDATE vault_organisation_key SET wrapped = \(zeros) WHERE \(old)")
            try connection.execute("DELETE FROM vault_organisation_key WHERE \(old)")
        }
        try await scrub()
        memory.withLock { $0.refresh() }
        try watch(.oldKeyDestroyed)
    }

    /// Rewraps some compartment keys (of any epoch) that are not yet under the newest organisation key.
    private static func rewrapCompartments(
        of organisation: Int, _ roots: RootKeys, _ connection: any Writing
    ) throws -> Int {
        try connection.lock(KeyMaker.lock)
        guard let epoch = try KeyChain.organisationEpoch(organisation, connection) else { throw VaultError.damaged }
        var chain = KeyChain(roots, connection)
        let key = try chain.organisationKey(organisation, epoch: epoch)
        let rows = try connection.rows(
            """
            SELECT k.compartment, k.epoch, k.organisation_epoch, k.wrapped
            FROM vault_compartment_key k JOIN vault_compartment c ON c.id = k.compartment
            WHERE c.organisation = \(organisation) AND k.organisation_epoch < \(epoch) LIMIT \(rotationPortion)
            """)
        for row in rows {
            let above = try chain.organisationKey(organisation, epoch: row.int(2))
            let compartment = try SecretKey(unwrapping: row.blob(3), under: above)
            try connection.execute(
                """
                UPDATE vault_compartment_key SET organisation_epoch = \(epoch), wrapped = \(try key.wrapping(compartment))
                WHERE compartment = \(row.int(0)) AND epoch = \(row.int(1))
                """)
        }
        return rows.count
    }
}
