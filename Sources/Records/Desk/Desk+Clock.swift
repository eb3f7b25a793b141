import Access
import Ledger
import Storage

extension Desk {
    /// Does what time alone does: every record of the type whose deadline has passed lapses, as its lifecycle declares
    /// (`Transition(…, whenDue:)`). Nobody is its author; the ledger says so with an empty actor.
    ///
    /// The desk does it by itself for a record before anything is done with it; this is for all the others, now and then.
    ///
    /// - Parameter id: one record alone.
    /// - Returns: how many changed.
    @discardableResult
    public func keepTime<R: Record>(of type: R.Type, _ id: RecordID? = nil) async throws -> Int {
        let timed = R.lifecycle.transitions.filter { $0.whenDue != nil }
        guard !timed.isEmpty else { return 0 }
        let now = now()
        let which: SQL = id.map { "AND r.pid = \($0)" } ?? ""
        let names = timed.compactMap(\.whenDue)
        let due = try await database.read { connection in
            try connection.rows(
                """
                SELECT \(RecordRow.columns), d.name FROM deadline d JOIN record r ON r.id = d.record
                WHERE d.state = 'open' AND d.due_at <= \(now) AND r.type = \(R.type.name) AND d.name IN \(names) \(which)
                ORDER BY d.due_at LIMIT 1000
                """
            ).compactMap { row in RecordRow(row).map { ($0, row.text(13)) } }
        }
        var changed = 0
        for (row, name) in due {
            let isTimed = timed.contains { $0.whenDue == name && $0.from.contains { $0.rawValue == row.state } }
            // What needs a key that is not there now waits until it is.
            guard isTimed, let sealing = try? await sealing(R.self, row.id, row.organisation) else { continue }
            changed += try await database.write { try lapse(R.self, row.id, name, sealing, $0) } ? 1 : 0
        }
        return changed
    }

    private func lapse<R: Record>(
        _ type: R.Type, _ id: RecordID, _ deadline: String, _ sealing: Sealing, _ connection: any Writing
    ) throws -> Bool {
        try connection.lock("record:\(id)")
        let now = now()
        guard let row = try RecordRow.load(id, type: R.type.name, connection), let state = R.State(rawValue: row.state),
            let transition = R.lifecycle.transitions.first(where: {
                $0.whenDue == deadline && $0.from.contains(state)
            }), let next = transition.to,
            let opened = try VersionRow.past(row.number, connection).first,
            try connection.row(
                """
                SELECT 1 FROM deadline WHERE record = \(row.number) AND name = \(deadline) AND state = 'open'
                    AND due_at <= \(now)
                """) != nil
        else { return false }
        let document = try SealedDocument.open(row, R.self, version: row.version, sealing, connection).document
        let draft = Draft<R>(
            record: try R(document: document), before: document, document: document, state: next,
            transition: transition, opened: opened, reason: "", now: now)
        let (clock, version) = (Viewer.clock(for: row.organisation), row.version + 1)
        let stored = try store(
            draft, row.number, version, transition.action.rawValue, id, clock, sealing, connection)
        try connection.execute(
            """
            UPDATE deadline SET state = 'passed', closed_at = \(now)
            WHERE record = \(row.number) AND name = \(deadline) AND state = 'open'
            """)
        try writeDeadlines(transition.deadlines, of: document, row.number, clock, connection)
        let entry = Ledger.Entry(
            .change, by: clock.standing, at: now, of: R.type.name, id, version: version,
            action: transition.action.rawValue, content: MerkleHash(stored), detail: deadline)
        try Ledger.append([entry], to: connection)
        return true
    }
}

extension RecordBook {
    /// Does for all types what time alone does; see `Desk.keepTime`. Returns how many records changed.
    @discardableResult
    public func keepTime() async throws -> Int {
        var changed = 0
        for declaration in declarations where declaration.isTimed {
            changed += try await desk.keepTime(of: try type(declaration.name))
        }
        return changed
    }
}

extension Viewer {
    /// Nobody: what time does, it does for the organisation whose record it is.
    fileprivate static func clock(for organisation: String) -> Viewer {
        Viewer(
            name: "",
            standing: Standing(account: "", role: .sysadmin, organisation: organisation, isPostingCurrent: false),
            labels: [])
    }
}
