public import Access
import Ledger
import Storage
import Vault

extension Desk {
    /// Erases whom records are about: destroys their keys, so that what is sealed in the records and beside them can be read
    /// by nobody, in any copy, and removes the fingerprints by which they were found. The records stay, without the person.
    ///
    /// After an error, do it again: erasing twice is harmless. The same key for the same wish, so that it is told once.
    ///
    /// - Throws: `notFound`, with nothing erased, when one of the records is not there or not the viewer's to erase.
    public func erase<R: Record>(
        _ ids: [RecordID], of type: R.Type, key: String? = nil, as viewer: Viewer
    ) async throws {
        guard let vault, !vault.isSealed else { throw DeskError.vaultSealed }
        let subjects = try await database.read { connection in
            try ids.map { id in
                guard let row = try erasable(id, R.self, viewer, connection) else { throw DeskError.notFound }
                return Subject(organisation: row.organisation, compartment: R.type.compartment, id: id)
            }
        }
        try await vault.erase(subjects)
        let sealed = R.fields.filter { $0.isSealed && $0.isIndexed }.map(\.name)
        let wish = Asking(edits: ["ids": .list(ids.map(Tree.text))]).digest(R.type.name, "erase", "")
        _ = try await once(wish, under: key, as: viewer) { connection in
            for id in ids {
                try connection.execute(
                    """
                    DELETE FROM record_value WHERE type = \(R.type.name) AND field IN \(sealed)
                    AND record = (SELECT id FROM record WHERE pid = \(id) AND type = \(R.type.name))
                    """)
            }
            let index = try Ledger.append(
                ids.map { id in
                    Ledger.Entry(.erasure, by: viewer.standing, at: now(), of: R.type.name, id, action: "erase")
                }, to: connection)
            return Receipt(id: ids.first ?? "", version: 0, state: "", ledgerIndex: index.lowerBound)
        }
        try await database.purge(["record_value"])
    }

    // Whoever may erase any of what is sealed: it has one key.
    private func erasable<R: Record>(
        _ id: RecordID, _ type: R.Type, _ viewer: Viewer, _ connection: any Reading
    ) throws -> RecordRow? {
        try row(id, of: R.self, for: viewer, connection) { stance in
            R.fields.contains { $0.isSealed && stance.decision(.erase, kind: $0.kind).isPermitted }
        }
    }
}
