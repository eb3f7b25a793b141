import Formats
import Storage

/// Makes the FollowTheMoney entities of events: calls, messages, payments, and sightings as events.
struct FtMEvents {
    let exporting: Exporting
    let sources: [Int: FtMSourceStamp]
    private var canon: Canon { exporting.scope.canon }

    /// One end of an event.
    private struct End {
        var number: Int
        var pid: String
        var kind: EntityKind
        var key: String
    }

    func write(_ body: (FtMThing) throws -> Void) throws {
        let sql: SQL = """
            SELECT e.id, e.source, e.kind, e.start, e.precision, e.duration, e.amount, e.digits, e.currency, e.note,
                e.line, a.id, a.pid, a.kind, a.key, b.id, b.pid, b.kind, b.key, p.id, p.pid, p.kind, p.key, e.zone
            FROM \(ExportScope.eventTables)\(canon.join("e.a", as: "ca"))\(canon.join("e.b", as: "cb"))
            \(canon.join("e.place", as: "cp")) JOIN entity a ON a.id = \(canon.number("e.a", "ca"))
            LEFT JOIN entity b ON b.id = \(canon.number("e.b", "cb"))
            LEFT JOIN entity p ON p.id = \(canon.number("e.place", "cp")) WHERE \(exporting.scope.events) ORDER BY e.id
            """
        var waiting: [Row] = []
        func finish() throws {
            let captions = try self.captions(waiting)
            for row in waiting {
                if let thing = thing(row, captions) { try body(thing) }
            }
            waiting = []
        }
        try exporting.connection.each(sql) { row in
            waiting.append(row)
            if waiting.count == 1_000 { try finish() }
        }
        try finish()
    }

    // Places are called by their names; identifiers need no question to the database.
    private func captions(_ rows: [Row]) throws -> [Int: String] {
        let numbers = rows.flatMap { row in [11, 15, 19].compactMap { row.optionalInt($0) } }
        return try Captions(as: exporting.scope.viewer, canon).lines(numbers, from: exporting.connection).mapValues(
            \.caption)
    }

    private func thing(_ row: Row, _ captions: [Int: String]) -> FtMThing? {
        guard let source = sources[row.int(1)], let kind = EventKind(rawValue: row.int(2)),
            let from = Self.end(row, at: 11)
        else { return nil }
        let (to, place) = (Self.end(row, at: 15), Self.end(row, at: 19))
        let date = FtMMapping.date(row.int(3), Moment.Precision(rawValue: row.int(4)) ?? .second, offset: row.int(23))
        func named(_ end: End?) -> String { end.flatMap { captions[$0.number] } ?? "" }
        // Told by what the source says, never by the number of the row: that would tell of rows that one may not see.
        let ends = [from.pid, to?.pid ?? "", place?.pid ?? ""].joined(separator: "/")
        let key = "\(source.dataset)/\(row.int(10))/\(kind.name)/\(ends)/\(row.int(3))"
        var thing = FtMThing(id: exporting.id("event", key), schema: FtMMapping.schema(of: kind))
        thing.exists(in: source)
        thing.say("date", date, source)
        switch kind {
        case .call:
            Self.say("caller", from, in: &thing, source)
            if let to { Self.say("receiver", to, in: &thing, source) }
            if let seconds = row.optionalInt(5) { thing.say("duration", String(seconds), source) }
            thing.say("summary", "\(named(from)) → \(named(to))", source)
            thing.say("description", named(place), source)
        case .message:
            thing.say("senderAccount", from.pid, source)
            if let to { thing.say("recipientAccount", to.pid, source) }
            thing.say("summary", "\(named(from)) → \(named(to))", source)
        case .transfer:
            thing.say(from.kind == .account ? "payerAccount" : "payer", from.pid, source)
            if let to { thing.say(to.kind == .account ? "beneficiaryAccount" : "beneficiary", to.pid, source) }
            if let amount = row.optionalInt(6) {
                let money = Money(units: amount, decimals: row.int(7), currency: row.text(8))
                thing.say("amount", money.number(), source)
                thing.say("currency", money.currency, source)
            }
            thing.say("purpose", row.text(9), source)
        case .sighting, .stay:
            thing.say("name", kind.name, source)
            if FtMMapping.isLegalEntity(from.kind) { thing.say("involved", from.pid, source) }
            thing.say("location", named(place), source)
            thing.say("summary", "\(named(from)) @ \(named(place))", source)
            thing.say("description", row.text(9), source)
        }
        return thing
    }

    // By its number; one that no plan knows by the account that stands for it.
    private static func say(_ role: String, _ end: End, in thing: inout FtMThing, _ source: FtMSourceStamp) {
        if let number = FtMMapping.phone(end.key) {
            thing.say("\(role)Number", number, source)
        } else {
            thing.say(role, end.pid, source)
        }
    }

    private static func end(_ row: Row, at position: Int) -> End? {
        guard let number = row.optionalInt(position), let kind = EntityKind(rawValue: row.int(position + 2)) else {
            return nil
        }
        return End(number: number, pid: row.text(position + 1), kind: kind, key: row.text(position + 3))
    }
}
