import Storage

/// The root keys in memory: one, or two while the root is being changed.
struct RootKeys: Sendable {
    private var keys: [Int: SecretKey] = [:]

    var isEmpty: Bool { keys.isEmpty }

    mutating func add(_ key: SecretKey, epoch: Int) { keys[epoch] = key }
    mutating func forget(_ epoch: Int) { keys[epoch] = nil }
    func merging(_ other: RootKeys) -> RootKeys { RootKeys(keys: keys.merging(other.keys) { $1 }) }

    init() {}
    private init(keys: [Int: SecretKey]) { self.keys = keys }

    /// The root of an epoch. One that another node has made meanwhile is unwrapped by the one that is known. Throws
    /// `sealed` when neither is: the change is over, and this process has to be unsealed with the new root.
    func key(_ epoch: Int, _ connection: any Reading) throws -> SecretKey {
        if let key = keys[epoch] { return key }
        for (other, key) in try companions(connection) where other == epoch { return key }
        throw VaultError.sealed
    }

    /// All roots that can be reached from those known.
    func completed(_ connection: any Reading) throws -> RootKeys {
        var complete = self
        for (epoch, key) in try companions(connection) { complete.add(key, epoch: epoch) }
        return complete
    }

    private func companions(_ connection: any Reading) throws -> [(Int, SecretKey)] {
        let rows = try connection.rows("SELECT epoch, by_other FROM vault_root WHERE by_other IS NOT NULL")
        var found: [(Int, SecretKey)] = []
        for row in rows where keys[row.int(0)] == nil {
            for other in keys.values {
                if let key = try? SecretKey(unwrapping: row.blob(1), under: other) { found.append((row.int(0), key)) }
            }
        }
        return found
    }
}
