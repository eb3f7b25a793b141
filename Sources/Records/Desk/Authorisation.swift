import Access
import Storage

extension Desk {
    /// How a viewer stands to a record that they may read, unless said otherwise; `nil` for what is not there and for what
    /// may not be seen. Both take the same way: the same questions, whatever the answers.
    func stance<R: Record>(
        of viewer: Viewer, to id: RecordID, of type: R.Type, _ connection: any Reading,
        where permits: (Stance) -> Bool = { $0.decision(.read).isPermitted }
    ) throws -> Stance? {
        let (row, isThere) = try RecordRow.standing(for: id, of: R.type, connection)
        let stance = try Stance(of: viewer, to: row, isThere: isThere, at: now(), connection)
        return permits(stance) && isThere ? stance : nil
    }

    /// The row of such a record.
    func row<R: Record>(
        _ id: RecordID, of type: R.Type, for viewer: Viewer, _ connection: any Reading,
        where permits: (Stance) -> Bool = { $0.decision(.read).isPermitted }
    ) throws -> RecordRow? { try stance(of: viewer, to: id, of: type, connection, where: permits)?.row }

    /// The condition that the record of a public id is not hidden from the viewer (F1).
    static func notHidden(_ id: SQL, from viewer: Viewer) -> SQL {
        "NOT EXISTS (SELECT 1 FROM record r WHERE r.pid = \(id) AND \(hidden(from: viewer)))"
    }

    /// The types whose records tell of another record, and are hidden with it: a conflict of the one that it is about, an
    /// exclusion of the one that it hides.
    static let telling = [Conflict.type.name, ExclusionOrder.type.name]

    /// The condition that `record r` is hidden from the viewer (F1): by its own terms, by an order, with a record on which
    /// it rests, or with the one of which it tells. Whoever recuses themself knows of what.
    static func hidden(from viewer: Viewer) -> SQL {
        let oneself = Array(Field.folded(Principal.account(viewer.standing.account).text).utf8)
        return """
            (\(hiddenItself(from: viewer)) OR EXISTS (
                SELECT 1 FROM record_link l JOIN record o ON o.pid = l.target WHERE l.record = r.id
                AND l.field = \(cited) AND \(hiddenItself(from: viewer, "o")))
            OR (r.type IN \(telling) AND EXISTS (
                SELECT 1 FROM record_link l JOIN record o ON o.pid = l.target WHERE l.record = r.id
                AND \(hiddenItself(from: viewer, "o")))
                AND NOT EXISTS (SELECT 1 FROM record_value v WHERE v.record = r.id
                    AND v.type = \(ExclusionOrder.type.name) AND v.field = 'principal' AND v.value = \(oneself))))
            """
    }

    private static func hiddenItself(from viewer: Viewer, _ table: String = "r") -> SQL {
        let names = viewer.principals.map(\.text)
        let named: SQL = """
            EXISTS (SELECT 1 FROM record_principal p WHERE p.record = \(raw: table).id AND p.relation IN \(Hiding.relations)
                AND p.principal IN \(names))
            """
        guard !viewer.standing.exclusions.isEmpty else { return named }
        return "(\(named) OR NOT (\(notHidden(from: viewer, in: table))))"
    }

    /// The condition, on `record r`, that a viewer may read: the matrix asked once for every combination of what a row
    /// says of itself, so that rows are filtered before anything is counted, ranked or joined. With a field: that they may read
    /// this field of it.
    static func readable(by viewer: Viewer, kinds: [Kind], field: Field? = nil, at now: Int) -> SQL {
        let names = viewer.principals.map(\.text)
        let isIn: (String...) -> SQL = { relations in
            """
            EXISTS (SELECT 1 FROM record_principal p WHERE p.record = r.id AND p.relation IN \(relations)
                AND p.principal IN \(names))
            """
        }
        let code: SQL = """
            (CASE WHEN \(isIn("a")) THEN 24 ELSE 0 END) + (CASE WHEN \(isIn("o")) THEN 12 ELSE 0 END) + r.consent * 4
            + (CASE WHEN r.released_from <= \(now) AND r.released_until > \(now) THEN 2 ELSE 0 END)
            + (CASE WHEN r.order_until > \(now) THEN 1 ELSE 0 END)
            """
        let hidden = hidden(from: viewer)
        let each: [SQL] = Set(kinds).sorted { $0.rawValue < $1.rawValue }.map { kind in
            let open = codes(viewer, kind, field, isExcluded: false)
            let despite = codes(viewer, kind, field, isExcluded: true)
            return """
                (r.kind = \(kind.rawValue) AND ((NOT \(hidden) AND (\(code)) IN \(open))
                    OR (\(hidden) AND (\(code)) IN \(despite))))
                """
        }
        guard var any = each.first else { return "1 = 0" }
        for condition in each.dropFirst() { any = any + " OR " + condition }
        return "(\(any))"
    }

    /// The condition that a row of `table`, which has an organisation and a kind, is not hidden with all of its organisation
    /// or kind.
    static func notHidden(from viewer: Viewer, in table: String = "r") -> SQL {
        SQL.all(
            viewer.standing.exclusions.map { exclusion -> SQL in
                var hidden: [SQL] = []
                if let organisation = exclusion.organisation {
                    hidden.append("\(raw: table).organisation = \(organisation)")
                }
                if let kind = exclusion.kind { hidden.append("\(raw: table).kind = \(kind.rawValue)") }
                return "NOT (\(SQL.all(hidden)))"
            })
    }

    private static func codes(_ viewer: Viewer, _ kind: Kind, _ field: Field?, isExcluded: Bool) -> [Int] {
        (0..<48).filter { code in
            let context = Context(
                isAssigned: code >= 24, isOwn: code % 24 >= 12,
                consent: Consent(rawValue: code % 12 / 4) ?? .none, isReleased: code % 4 >= 2,
                isUnderOrder: code % 2 == 1, isExcluded: isExcluded,
                isPostingCurrent: viewer.standing.isPostingCurrent)
            guard case .permit(let grant) = decide(as: viewer.standing.role, .read, field?.kind ?? kind, context) else {
                return false
            }
            return !(grant.isRedacted && field?.isSealed == true)
        }
    }
}

extension Exclusion {
    /// Whether it hides a record of an organisation.
    func hides(organisation: String, _ kind: Kind) -> Bool {
        team == nil && (self.organisation ?? organisation) == organisation && (self.kind ?? kind) == kind
    }
}
