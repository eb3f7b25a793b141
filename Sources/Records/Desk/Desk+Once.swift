import Access
import Storage

extension Desk {
    /// The one way of every write that is no action of a lifecycle: in one transaction, once for each key.
    ///
    /// - Parameters:
    ///   - wish: what is wished, as a hash; keyed where it could be guessed (`Sealing.kept`).
    ///   - key: the same key for the same wish: a repetition changes nothing and gets the same receipt.
    ///   - record: the record that is changed, if it is one: it is held before the key, as an action holds it.
    ///   - seen: the condition that what is to be changed is there for the viewer; otherwise `notFound`, for a repetition,
    ///     too (F1).
    ///   - deed: what is done; it says which thing came to be or was changed, and where the ledger says so.
    func once(
        _ wish: [UInt8], under key: String?, on record: RecordID? = nil, where seen: SQL = "1 = 1", as viewer: Viewer,
        _ deed: @escaping @Sendable (any Writing) throws -> Receipt
    ) async throws -> Receipt {
        try await database.write { connection in
            if let record { try connection.lock("record:\(record)") }
            guard try connection.row("SELECT 1 WHERE \(seen)") != nil else { throw DeskError.notFound }
            return try fulfil(wish, under: key, as: viewer, connection) { try deed(connection) }
        }
    }

    /// Fulfils a wish, unless the same one was fulfilled before under the same key: then it gets the receipt that the first
    /// got. Throws `keyReused` when the key was another wish's.
    func fulfil(
        _ wish: [UInt8], under key: String?, as viewer: Viewer, _ connection: any Writing, _ deed: () throws -> Receipt
    ) throws -> Receipt {
        guard let key else { return try deed() }
        let account = viewer.standing.account
        try connection.lock("key:\(account)/\(key)")
        let before = try connection.row(
            "SELECT request, record, version, ledger FROM idempotency WHERE account = \(account) AND key = \(key)")
        if let before {
            guard before.blob(0) == wish else { throw DeskError.keyReused }
            let (id, version) = (before.text(1), before.int(2))
            let state = try VersionRow.state(of: id, version: version, connection)
            return Receipt(id: id, version: version, state: state ?? "", ledgerIndex: before.int(3))
        }
        let receipt = try deed()
        try connection.execute(
            """
            INSERT INTO idempotency (account, key, request, record, version, ledger, at) VALUES (
                \(account), \(key), \(wish), \(receipt.id), \(receipt.version), \(receipt.ledgerIndex), \(now()))
            """)
        return receipt
    }
}
