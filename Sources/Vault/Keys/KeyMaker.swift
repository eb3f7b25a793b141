import Storage

/// Makes the keys that a subject needs and that are not there yet, inside one transaction that holds the vault's lock.
struct KeyMaker {
    /// The name of the lock that all changes of keys take.
    static let lock = "daybreak.vault"

    let connection: any Writing
    let random: (Int) -> [UInt8]
    var chain: KeyChain

    init(_ roots: RootKeys, _ connection: any Writing, random: @escaping (Int) -> [UInt8]) throws {
        try connection.lock(Self.lock)
        self.connection = connection
        self.random = random
        chain = KeyChain(roots, connection)
    }

    /// The key of a subject, old or new. Throws `erased` for one whose key was destroyed: it never gets another.
    mutating func subjectKey(_ subject: Subject) throws -> (KeyID, SecretKey) {
        let compartment = try compartment(Compartment(organisation: subject.organisation, name: subject.compartment))
        let row = try connection.row(
            """
            SELECT key_id, epoch, wrapped FROM vault_subject
            WHERE compartment = \(compartment) AND subject = \(subject.id)
            """)
        if let row {
            guard let id = KeyID(row.blob(0)) else { throw VaultError.damaged }
            guard case .blob(let wrapped) = row.values[2] else { throw VaultError.erased }
            return (id, try chain.subjectKey(compartment, epoch: row.int(1), wrapped: wrapped))
        }
        guard let epoch = try KeyChain.compartmentEpoch(compartment, connection), let id = KeyID(random(KeyID.size))
        else { throw VaultError.damaged }
        let key = SecretKey(from: random)
        let wrapped = try chain.compartmentKey(compartment, epoch: epoch).wrapping(key)
        try connection.execute(
            """
            INSERT INTO vault_subject (compartment, subject, key_id, epoch, wrapped)
            VALUES (\(compartment), \(subject.id), \(id.bytes), \(epoch), \(wrapped))
            """)
        return (id, key)
    }

    /// The identifier of a compartment, which has a key then.
    mutating func compartment(_ place: Compartment) throws -> Int {
        if let compartment = try KeyChain.compartment(place, connection) { return compartment }
        let organisation = try organisation(place.organisation)
        guard let epoch = try KeyChain.organisationEpoch(organisation, connection) else { throw VaultError.damaged }
        let compartment = try nextID("vault_compartment")
        let (key, index) = (SecretKey(from: random), SecretKey(from: random))
        let wrapped = try chain.organisationKey(organisation, epoch: epoch).wrapping(key)
        try connection.execute(
            """
            INSERT INTO vault_compartment (id, organisation, name)
            VALUES (\(compartment), \(organisation), \(place.name))
            """)
        try connection.execute(
            """
            INSERT INTO vault_compartment_key (compartment, epoch, organisation_epoch, wrapped, wrapped_index)
            VALUES (\(compartment), 1, \(epoch), \(wrapped), \(try key.wrapping(index)))
            """)
        return compartment
    }

    private func organisation(_ name: String) throws -> Int {
        if let organisation = try KeyChain.organisation(name, connection) { return organisation }
        guard let root = try KeyChain.rootEpoch(connection) else { throw VaultError.notCreated }
        let organisation = try nextID("vault_organisation")
        let wrapped = try chain.roots.key(root, connection).wrapping(SecretKey(from: random))
        try connection.execute("INSERT INTO vault_organisation (id, name) VALUES (\(organisation), \(name))")
        try connection.execute(
            """
            INSERT INTO vault_organisation_key (organisation, epoch, root_epoch, wrapped)
            VALUES (\(organisation), 1, \(root), \(wrapped))
            """)
        return organisation
    }

    private func nextID(_ table: String) throws -> Int {
        (try connection.row("SELECT MAX(id) FROM \(raw: table)")?.optionalInt(0) ?? 0) + 1
    }
}
