import Formats
import Storage

/// Makes the FollowTheMoney entities that join two others: directorships, ownerships, employments, families.
struct FtMLinks {
    let exporting: Exporting
    let sources: [Int: FtMSourceStamp]

    func write(_ body: (FtMThing) throws -> Void) throws {
        let canon = exporting.scope.canon
        var current: FtMThing?
        let sql: SQL = """
            SELECT t.source, t.property, a.pid, a.kind, b.pid, b.kind, b.key FROM \(ExportScope.statementTables)
            \(canon.join("t.entity", as: "ca"))\(canon.join("t.object", as: "cb"))
            JOIN entity a ON a.id = \(canon.number("t.entity", "ca"))
            JOIN entity b ON b.id = \(canon.number("t.object", "cb"))
            WHERE \(exporting.scope.links) ORDER BY a.pid, t.property, b.pid, t.id
            """
        try exporting.connection.each(sql) { row in
            guard let source = sources[row.int(0)], let property = Property(rawValue: row.int(1)),
                let from = EntityKind(rawValue: row.int(3)), let to = EntityKind(rawValue: row.int(5)),
                let link = FtMMapping.link(property, row.text(6), from: from, to: to)
            else { return }
            let id = exporting.id("link", "\(row.text(2))/\(property.name)/\(row.text(4))")
            if current?.id != id {
                if let done = current { try body(done) }
                current = FtMThing(id: id, schema: link.schema)
            }
            current?.exists(in: source)
            current?.say(link.from, row.text(2), source)
            current?.say(link.to, row.text(4), source)
            if let role = link.role { current?.say("role", role, source) }
        }
        if let done = current { try body(done) }
    }
}
