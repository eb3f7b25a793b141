import Storage
import Synchronization

extension Vault {
    /// Erases subjects: destroys their keys, so that nothing sealed under them can be read by anybody, in any copy.
    ///
    /// The wrapped key is overwritten and removed, the table rebuilt and the log emptied, and the key is taken from memory,
    /// also from sealers in use. A row without a key remains, so that the erasure can be shown and the subject never gets
    /// a new key. Erasing twice is harmless; after an error, do it again.
    ///
    /// What this cannot reach: backups of the *key* database (they expire: `docs/vault.md`), blocks that a disk has
    /// remapped or a file system has copied (encrypt the disk), and on PostgreSQL the server's log and replicas until they
    /// have recycled the pages.
    ///
    /// - returns: How many keys were destroyed now.
    @discardableResult
    public func erase(_ subjects: [Subject]) async throws -> Int {
        let time = now()
        let ids = try await database.write { connection -> [Subject: KeyID] in
            try connection.lock(KeyMaker.lock)
            var ids: [Subject: KeyID] = [:]
            for subject in subjects {
                let place = Compartment(organisation: subject.organisation, name: subject.compartment)
                guard let compartment = try KeyChain.compartment(place, connection) else { continue }
                let here = SQL("compartment = \(compartment) AND subject = \(subject.id) AND wrapped IS NOT NULL")
                guard let row = try connection.row("SELECT key_id FROM vault_subject WHERE \(here)") else { continue }
                // First over the very bytes, then away with them.
                let zeros = [UInt8](repeating: 0, count: SecretKey.wrappedSize)
                try connection.execute("UPDATE vault_subject SET wrapped = \(zeros) WHERE \(here)")
                try connection.execute("UPDATE vault_subject SET wrapped = NULL, erased_at = \(time) WHERE \(here)")
                ids[subject] = KeyID(row.blob(0))
            }
            return ids
        }
        memory.withLock { memory in for subject in subjects { memory.erase(subject, ids[subject]) } }
        try await scrub()
        return ids.count
    }
}
