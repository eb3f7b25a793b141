import Access
import Crypto
import Ledger
import Storage
import Vault

/// How the sealed fields of one record are sealed and opened in a transaction.
struct Sealing: Sendable {
    var sealer: Sealer?
    var index: BlindIndex?

    /// The hash of a wish as it is kept. A wish for sealed fields can be guessed, so its hash is keyed.
    func kept(_ wish: [UInt8]) throws -> [UInt8] {
        guard let index else { return wish }
        return try index.fingerprint(Hex.encode(wish), field: "(wish)")
    }
}

extension Desk {
    /// Gets the keys that a record needs, before its transaction.
    func sealing<R: Record>(_ type: R.Type, _ id: RecordID, _ organisation: String) async throws -> Sealing {
        guard R.isSealed else { return Sealing() }
        guard let vault, !vault.isSealed else { throw DeskError.vaultSealed }
        let subject = Subject(organisation: organisation, compartment: R.type.compartment, id: id)
        return Sealing(
            sealer: try await vault.sealer(for: subject),
            index: try await vault.blindIndex(organisation: organisation, compartment: R.type.compartment))
    }

    /// Checks and writes one action. Throws `conflict` with an empty id when it clashes with what others did meanwhile.
    func write<R: Record>(_ standing: Standpoint<R>, _ effect: EffectInside?) throws -> Receipt {
        let (performance, connection) = (standing.performance, standing.connection)
        let draft = try standing.draft()
        try effect?(performance.id, connection)
        let number = try standing.row?.number ?? nextNumber(connection)
        let version = (standing.row?.version ?? 0) + 1
        let stored = try store(
            draft, number, version, performance.action.rawValue, performance.id, performance.viewer,
            standing.sealing, connection)
        try writeDeadlines(draft.transition.deadlines, of: draft.document, number, performance.viewer, connection)
        let entry = performance.entry(.change, version: version, content: MerkleHash(stored), at: draft.now)
        let index = try Ledger.append([entry], to: connection).lowerBound
        return Receipt(id: performance.id, version: version, state: draft.state.rawValue, ledgerIndex: index)
    }

    func nextNumber(_ connection: any Writing) throws -> Int {
        try connection.lock("record-number")
        return try connection.nextNumber(in: "record")
    }

    /// Writes a version and all that is derived from it; returns the digest of what was stored.
    func store<R: Record>(
        _ draft: Draft<R>, _ number: Int, _ version: Int, _ action: String, _ id: RecordID, _ viewer: Viewer,
        _ sealing: Sealing, _ connection: any Writing
    ) throws -> [UInt8] {
        guard version <= VersionRow.most else { throw DeskError.notAllowed(action: action) }
        let document = try SealedDocument.seal(draft.document, R.self, id, version, sealing, reason: draft.reason)
        let terms = draft.record.terms(in: draft.state, opened: draft.opened)
        try writeRow(draft, terms, number, version, id, viewer.organisation, connection)
        let account = viewer.standing.account
        try connection.execute(
            """
            INSERT INTO record_version (id, action, state, document, reason, account, organisation, at)
            VALUES (\(VersionRow.place(number, version)), \(action), \(draft.state.rawValue), \(document.bytes),
                \(document.reason), \(account), \(viewer.organisation), \(draft.now))
            """)
        try writePrincipals(terms, number, isNew: version == 1, connection)
        try writeValues(of: draft, number, sealing, connection)
        try R.settle(id, draft.record, in: draft.state, connection)
        try follow(R.type.name, id, connection)
        if R.type.changesDirectory { try Directory.change(connection) }
        return document.digest(R.type.name, id, version, action, draft.state.rawValue, account, draft.now)
    }

    private func writeRow<R: Record>(
        _ draft: Draft<R>, _ terms: Terms, _ number: Int, _ version: Int, _ id: RecordID, _ organisation: String,
        _ connection: any Writing
    ) throws {
        let released = terms.released ?? 0..<0
        if version == 1 {
            try connection.execute(
                """
                INSERT INTO record (id, pid, type, kind, state, version, organisation, consent, released_from,
                    released_until, order_until, opened_at, changed_at)
                VALUES (\(number), \(id), \(R.type.name), \(draft.record.kind.rawValue), \(draft.state.rawValue), 1,
                    \(organisation), \(terms.consent.rawValue), \(released.lowerBound), \(released.upperBound), \(terms.orderUntil ?? 0), \(draft.now), \(draft.now))
                """)
        } else {
            try connection.execute(
                """
                UPDATE record SET kind = \(draft.record.kind.rawValue), state = \(draft.state.rawValue),
                    version = \(version), consent = \(terms.consent.rawValue), released_from = \(released.lowerBound),
                    released_until = \(released.upperBound), order_until = \(terms.orderUntil ?? 0),
                    changed_at = \(draft.now) WHERE id = \(number)
                """)
        }
    }

    /// What stands as the field of a link to a record on which another rests.
    static let cited = "cites"

    // Here and below only what has changed is written: every row costs its page.
    private func writePrincipals(
        _ terms: Terms, _ number: Int, isNew: Bool, _ connection: any Writing
    ) throws {
        let derived = [("a", terms.assigned), ("o", terms.owners), ("x", terms.excluded)]
        let now = Set(derived.flatMap { relation, names in names.map { Row([.text(relation), .text($0.text)]) } })
        var before: Set<Row> = []
        if !isNew {
            // What else hides it is not its own to say.
            let all = try connection.rows("SELECT relation, principal FROM record_principal WHERE record = \(number)")
            before = Set(all.filter { row in derived.contains { $0.0 == row.text(0) } })
        }
        for gone in before.subtracting(now) {
            try connection.execute(
                """
                DELETE FROM record_principal
                WHERE record = \(number) AND relation = \(gone.values[0]) AND principal = \(gone.values[1])
                """)
        }
        try connection.insert(now.subtracting(before), into: "record_principal (relation, principal, record)", number)
    }

    private func writeValues<R: Record>(
        of draft: Draft<R>, _ number: Int, _ sealing: Sealing, _ connection: any Writing
    ) throws {
        let now = try Found(draft.record, draft.document, sealing)
        let then = draft.before.isEmpty ? Found() : try Found(R(document: draft.before), draft.before, sealing)
        for gone in then.values.subtracting(now.values) {
            try connection.execute(
                """
                DELETE FROM record_value WHERE type = \(gone.values[0]) AND field = \(gone.values[1])
                AND value = \(gone.values[2]) AND record = \(number)
                """)
        }
        for gone in then.links.subtracting(now.links) {
            try connection.execute(
                """
                DELETE FROM record_link
                WHERE target = \(gone.values[0]) AND field = \(gone.values[1]) AND record = \(number)
                """)
        }
        try connection.insert(
            now.values.subtracting(then.values), into: "record_value (type, field, value, record)", number)
        try connection.insert(now.links.subtracting(then.links), into: "record_link (target, field, record)", number)
    }

    func writeDeadlines(
        _ changes: [DeadlineChange], of document: Document, _ number: Int, _ viewer: Viewer,
        _ connection: any Writing
    ) throws {
        let now = now()
        for change in changes {
            switch change {
            case .opens(let rule):
                guard let moments = rule.moments(from: now, document) else { continue }
                let owner = rule.owner(in: document, else: viewer.standing.account)
                let deputy = try Directory.deputy(of: viewer.standing, connection)
                try connection.execute(
                    """
                    INSERT INTO deadline (record, name, opened_at, amber_at, due_at, owner, deputy, unit, organisation,
                        state)
                    VALUES (\(number), \(rule.name), \(now), \(moments.amber), \(moments.due),
                        \(owner), \(deputy), \(viewer.standing.unit), \(viewer.organisation), 'open')
                    ON CONFLICT DO NOTHING
                    """)
            case .meets(let name): try close(name, as: "met", number, now, connection)
            case .cancels(let name): try close(name, as: "cancelled", number, now, connection)
            }
        }
    }

    private func close(
        _ name: String, as state: String, _ number: Int, _ now: Int, _ connection: any Writing
    ) throws {
        try connection.execute(
            """
            UPDATE deadline SET state = \(state), closed_at = \(now)
            WHERE record = \(number) AND name = \(name) AND state = 'open'
            """)
    }
}

/// How a record that says this is found: the rows of its indexed fields, and of what it cites.
private struct Found {
    var values: Set<Row> = []
    var links: Set<Row> = []

    init() {}

    init<R: Record>(_ record: R, _ document: Document, _ sealing: Sealing) throws {
        for target in record.cites { links.insert(Row([.text(target), .text(Desk.cited)])) }
        for field in R.fields {
            if case .records = field.holds, case .list(let targets)? = document[field.name] {
                for case .text(let target) in targets { links.insert(Row([.text(target), .text(field.name)])) }
            }
            guard case .text(let text)? = document[field.name], !text.isEmpty else { continue }
            if field.isIndexed {
                let key = try field.key(of: text, sealing.index)
                values.insert(Row([.text(R.type.name), .text(field.name), .blob(key)]))
            }
            if case .record = field.holds { links.insert(Row([.text(text), .text(field.name)])) }
        }
    }
}

extension Writing {
    /// Inserts rows that all end with the same number, in one statement.
    fileprivate func insert(_ rows: Set<Row>, into table: String, _ number: Int) throws {
        guard let first = rows.first else { return }
        let places = "(" + String(repeating: "?, ", count: first.values.count) + "?)"
        let all = Array(repeating: places, count: rows.count).joined(separator: ", ")
        try execute(
            SQL("INSERT INTO \(table) VALUES \(all)", rows.flatMap { $0.values + [.integer(Int64(number))] }))
    }
}

extension Field {
    /// The bytes under which a value is found: its fingerprint where the field is sealed, its text otherwise. Letter
    /// case, and spaces before, after and between, do not matter.
    func key(of text: String, _ index: BlindIndex?) throws -> [UInt8] {
        let plain = Self.folded(text)
        guard isSealed else { return Array(plain.utf8) }
        guard let index else { throw DeskError.vaultSealed }
        return try index.fingerprint(plain, field: name)
    }

    /// A text as it is indexed.
    static func folded(_ text: String) -> String {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        // The same for what is plain ASCII, as most is, at a tenth of the price.
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        var isBetween = false
        for byte in text.utf8 {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                isBetween = !folded.isEmpty
                continue
            }
            if isBetween { folded.append(0x20) }
            isBetween = false
            folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: folded, as: UTF8.self)
    }
}
