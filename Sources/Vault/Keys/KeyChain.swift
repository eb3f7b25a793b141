import Storage

/// Unwraps keys from the root downwards, on one connection.
struct KeyChain {
    let roots: RootKeys
    let connection: any Reading
    /// Organisation and compartment keys unwrapped already: a batch has many subjects of few compartments.
    private var known: [Place: SecretKey] = [:]

    private enum Place: Hashable {
        case organisation(Int, epoch: Int)
        case compartment(Int, epoch: Int)
    }

    init(_ roots: RootKeys, _ connection: any Reading) {
        self.roots = roots
        self.connection = connection
    }

    mutating func organisationKey(_ organisation: Int, epoch: Int) throws -> SecretKey {
        if let key = known[.organisation(organisation, epoch: epoch)] { return key }
        let row = try connection.row(
            """
            SELECT root_epoch, wrapped FROM vault_organisation_key
            WHERE organisation = \(organisation) AND epoch = \(epoch)
            """)
        guard let row else { throw VaultError.damaged }
        let key = try SecretKey(unwrapping: row.blob(1), under: try roots.key(row.int(0), connection))
        known[.organisation(organisation, epoch: epoch)] = key
        return key
    }

    mutating func compartmentKey(_ compartment: Int, epoch: Int) throws -> SecretKey {
        if let key = known[.compartment(compartment, epoch: epoch)] { return key }
        let row = try compartmentRow(compartment, epoch: epoch)
        let key = try SecretKey(
            unwrapping: row.blob(2), under: try organisationKey(row.int(0), epoch: row.int(1)))
        known[.compartment(compartment, epoch: epoch)] = key
        return key
    }

    /// The key of a compartment's blind index: the same for all epochs.
    mutating func indexKey(_ compartment: Int) throws -> SecretKey {
        guard let epoch = try Self.compartmentEpoch(compartment, connection) else { throw VaultError.damaged }
        let row = try compartmentRow(compartment, epoch: epoch)
        return try SecretKey(unwrapping: row.blob(3), under: try compartmentKey(compartment, epoch: epoch))
    }

    mutating func subjectKey(_ compartment: Int, epoch: Int, wrapped: [UInt8]) throws -> SecretKey {
        try SecretKey(unwrapping: wrapped, under: try compartmentKey(compartment, epoch: epoch))
    }

    private func compartmentRow(_ compartment: Int, epoch: Int) throws -> Row {
        let row = try connection.row(
            """
            SELECT c.organisation, k.organisation_epoch, k.wrapped, k.wrapped_index
            FROM vault_compartment_key k JOIN vault_compartment c ON c.id = k.compartment
            WHERE k.compartment = \(compartment) AND k.epoch = \(epoch)
            """)
        guard let row else { throw VaultError.damaged }
        return row
    }

    // MARK: - Which is in force

    /// The identifier of a compartment; `nil` when it has none yet.
    static func compartment(_ place: Compartment, _ connection: any Reading) throws -> Int? {
        try connection.row(
            """
            SELECT c.id FROM vault_compartment c JOIN vault_organisation o ON o.id = c.organisation
            WHERE o.name = \(place.organisation) AND c.name = \(place.name)
            """)?.int(0)
    }

    static func organisation(_ name: String, _ connection: any Reading) throws -> Int? {
        try connection.row("SELECT id FROM vault_organisation WHERE name = \(name)")?.int(0)
    }

    /// The newest epoch of a compartment's key: what new subjects are wrapped under.
    static func compartmentEpoch(_ compartment: Int, _ connection: any Reading) throws -> Int? {
        try connection.row("SELECT MAX(epoch) FROM vault_compartment_key WHERE compartment = \(compartment)")?
            .optionalInt(0)
    }

    static func organisationEpoch(_ organisation: Int, _ connection: any Reading) throws -> Int? {
        try connection.row("SELECT MAX(epoch) FROM vault_organisation_key WHERE organisation = \(organisation)")?
            .optionalInt(0)
    }

    static func rootEpoch(_ connection: any Reading) throws -> Int? {
        try connection.row("SELECT epoch FROM vault_root WHERE state = 'current'")?.int(0)
    }
}
