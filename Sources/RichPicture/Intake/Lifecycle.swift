public import Access
import Storage
import Words

extension RichPicture {
    /// Throws a staged source away, bytes and all: it never was in the picture.
    public func discard(_ id: String, as viewer: Viewer) async throws {
        try await database.write { connection in
            try connection.lock("import")
            let row = try Self.row(id, needs: nil, as: viewer, connection)
            guard row.source.state == .staged || row.source.state == .unusable else {
                throw IntakeError.wrongState(is: row.source.state, needs: .staged)
            }
            for table in ["source_chunk", "rejection"] {
                try connection.execute("DELETE FROM \(raw: table) WHERE source = \(row.number)")
            }
            try connection.execute("DELETE FROM source WHERE id = \(row.number)")
        }
    }

    /// Records the authority that an unusable source lacked; it is then staged, and waits to be committed (RL-33).
    public func authorise(_ id: String, authority: IntrusionAuthority, as viewer: Viewer) async throws -> Source {
        try await database.write { connection in
            try connection.lock("import")
            let row = try Self.row(id, needs: .unusable, as: viewer, connection)
            if let refusal = IntrusionAuthority.refusal(for: row.source.stream, under: authority) {
                throw IntakeError.notPermitted(refusal.phrase)
            }
            try connection.execute(
                """
                UPDATE source SET state = \(Source.State.staged.rawValue), reason = NULL, reason_arguments = NULL,
                    authority_reference = \(authority.reference.storable), authority_basis = \(authority.basis.storable),
                    authority_subject = \(authority.subject.rawValue), authority_from = \(authority.from),
                    authority_until = \(authority.until) WHERE id = \(row.number)
                """)
            return try Self.row(id, needs: .staged, as: viewer, connection).source
        }
    }

    /// Takes a committed source out of the picture, with a reason. Its bytes and rows stay; `restore` undoes it.
    public func withdraw(_ id: String, because reason: String, as viewer: Viewer) async throws -> Source {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw IntakeError.reasonNeeded }
        return try await move(id, from: .committed, to: .withdrawn, because: reason.storable, as: viewer)
    }

    /// Puts a withdrawn source back into the picture.
    public func restore(_ id: String, as viewer: Viewer) async throws -> Source {
        try await move(id, from: .withdrawn, to: .committed, because: nil, as: viewer)
    }

    private func move(
        _ id: String, from: Source.State, to: Source.State, because words: String?, as viewer: Viewer
    ) async throws -> Source {
        let source = try await database.write { connection in
            try connection.lock("import")
            let row = try Self.row(id, needs: from, as: viewer, connection)
            let reason = words.map { Phrase("picture.stated-reason", ["reason": $0]) }
            try connection.execute(
                """
                UPDATE source SET state = \(to.rawValue), reason = \(reason?.key),
                    reason_arguments = \(try reason.map(StoredPhrase.arguments)) WHERE id = \(row.number)
                """)
            try PictureChanges.note(connection)
            return try Self.row(id, needs: to, as: viewer, connection).source
        }
        try await snapshots.follow()
        return source
    }
}
