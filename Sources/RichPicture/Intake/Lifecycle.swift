public import Access
import Records
import Storage
import Words

extension RichPicture {
    /// Throws a staged source away, bytes and all: it never was in the picture. That it was there stays in the ledger.
    /// A repetition under the same key is fulfilled, too.
    public func discard(_ id: String, key: String? = nil, as viewer: Viewer) async throws {
        do {
            try await throwAway(id, key: key, as: viewer)
        } catch IntakeError.unknownSource where key != nil {
            // It may be gone because this very wish was fulfilled: the desk knows.
            do {
                _ = try await desk.transaction(as: viewer) { door in
                    try door.perform(.discard, on: id, of: SourceRecord.self, Asking(key: key)) { _ in
                        throw IntakeError.unknownSource
                    }
                }
            } catch is DeskError {
                throw IntakeError.unknownSource
            }
        }
    }

    private func throwAway(_ id: String, key: String?, as viewer: Viewer) async throws {
        let states: [Source.State] = [.staged, .unusable]
        try await act(.discard, on: id, in: states, Asking(key: key), as: viewer) { row, connection in
            for table in ["source_chunk", "rejection"] {
                try connection.execute("DELETE FROM \(raw: table) WHERE source = \(row.number)")
            }
            try connection.execute("DELETE FROM source WHERE id = \(row.number)")
        }
    }

    /// Records the authority that an unusable source lacked; it is then staged, and waits to be committed (RL-33).
    public func authorise(
        _ id: String, authority: IntrusionAuthority, key: String? = nil, as viewer: Viewer
    ) async throws -> Source {
        var record: Document = [
            "authorityReference": .text(authority.reference.storable),
            "authorityBasis": .text(authority.basis.storable),
            "authoritySubject": .text(authority.subject.rawValue),
        ]
        record["authorityFrom"] = .integer(authority.from)
        record["authorityUntil"] = .integer(authority.until)
        let states: [Source.State] = key == nil ? [.unusable] : []
        let stream = try await database.read { try Self.row(id, needs: states, as: viewer, $0).source.stream }
        if let refusal = IntrusionAuthority.refusal(for: stream, under: authority) {
            throw IntakeError.notPermitted(refusal.phrase)
        }
        return try await act(.authorise, on: id, in: [.unusable], Asking(edits: record, key: key), as: viewer) {
            row, connection in
            try connection.execute(
                """
                UPDATE source SET state = \(Source.State.staged.rawValue), reason = NULL, reason_arguments = NULL,
                    authority_reference = \(authority.reference.storable), authority_basis = \(authority.basis.storable),
                    authority_subject = \(authority.subject.rawValue), authority_from = \(authority.from),
                    authority_until = \(authority.until) WHERE id = \(row.number)
                """)
        }
    }

    /// Takes a committed source out of the picture, with a reason. Its bytes and rows stay; `restore` undoes it.
    public func withdraw(_ id: String, because reason: String, key: String? = nil, as viewer: Viewer) async throws
        -> Source
    {
        guard reason.says else { throw IntakeError.reasonNeeded }
        return try await move(
            .withdraw, id, from: .committed, to: .withdrawn, because: reason.storable, key: key, as: viewer)
    }

    /// Puts a withdrawn source back into the picture.
    public func restore(_ id: String, key: String? = nil, as viewer: Viewer) async throws -> Source {
        try await move(.restore, id, from: .withdrawn, to: .committed, because: nil, key: key, as: viewer)
    }

    private func move(
        _ action: SourceRecord.Action, _ id: String, from: Source.State, to: Source.State, because words: String?,
        key: String?, as viewer: Viewer
    ) async throws -> Source {
        let asking = Asking(reason: words ?? "", key: key)
        let source = try await act(action, on: id, in: [from], asking, as: viewer) { row, connection in
            let reason = words.map { Phrase("picture.stated-reason", ["reason": $0]) }
            try connection.execute(
                """
                UPDATE source SET state = \(to.rawValue), reason = \(reason?.key),
                    reason_arguments = \(try reason.map(StoredPhrase.arguments)) WHERE id = \(row.number)
                """)
            try PictureChanges.note(connection)
        }
        try await snapshots.follow()
        return source
    }
}
