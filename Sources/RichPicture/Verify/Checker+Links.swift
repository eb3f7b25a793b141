import Access
import Records
import Storage

extension Checker {
    /// Every decision on who is the same says in the picture what its record says. Of those that rest on what the viewer may
    /// not see nothing is told.
    func checkLinks() throws {
        let seen = Set(try Canon.seen(as: viewer, connection))
        for (id, decision) in try Desk.stored(LinkDecision.self, connection) {
            guard decision.record.bases.allSatisfy(seen.contains) else { continue }
            if let what = try decision.record.difference(of: id, in: decision.state, connection) {
                throw VerificationFault.record(source: id, what: what)
            }
        }
    }
}

extension LinkDecision {
    /// What the picture's rows say otherwise than the record; `nil` when they agree.
    func difference(of id: RecordID, in state: State, _ connection: any Reading) throws -> String? {
        guard let row = try connection.row("SELECT id, verdict FROM link_decision WHERE record = \(id)") else {
            return "decision"
        }
        let verdict = LinkVerdict.allCases.first { $0.state == state }?.rawValue ?? 0
        guard row.int(1) == verdict else { return "verdict" }
        let entities: SQL = """
            SELECT e.pid FROM link_member m JOIN entity e ON e.id = m.entity WHERE m.decision = \(row.int(0)) ORDER BY e.pid
            """
        guard try connection.rows(entities).map({ $0.text(0) }) == members else { return "members" }
        let sources: SQL = """
            SELECT s.pid FROM link_basis b JOIN source s ON s.id = b.source WHERE b.decision = \(row.int(0)) ORDER BY s.pid
            """
        return try connection.rows(sources).map { $0.text(0) } == bases ? nil : "bases"
    }
}

extension Canon {
    /// The public ids of the sources of which the viewer may see all.
    fileprivate static func seen(as viewer: Viewer, _ connection: any Reading) throws -> [String] {
        try connection.rows("SELECT pid, label, identity FROM source").filter { row in
            viewer.clearance.contains(row.int(1)) && viewer.clearance.contains(row.int(2))
        }.map { $0.text(0) }
    }
}
