import Formats

/// What staging remembers of a file to show it: the first rows, the first facts, the first refused rows.
struct FactPreview {
    var table = Preview()
    private(set) var rejected: [FormatError] = []
    private(set) var first: [PreviewFact] = []
    private var names: [Int: PreviewFact.Name] = [:]

    private static let factLimit = 8

    mutating func add(_ batch: MappedBatch) {
        let facts = batch.facts
        if first.count < Self.factLimit {
            for entity in batch.met { names[entity.index] = Self.name(entity) }
        }
        let room = Staging.rejectionLimit - rejected.count
        if room > 0 { rejected += facts.rejected.prefix(room) }
        var event = 0
        while first.count < Self.factLimit, event < facts.events.kind.count {
            if let fact = self.event(event, facts) { first.append(fact) }
            event += 1
        }
        var statement = 0
        while first.count < Self.factLimit, statement < facts.statements.entity.count {
            first.append(self.statement(statement, facts))
            statement += 1
        }
    }

    func staged(_ source: Source, profiles: [String]) -> StagedImport {
        StagedImport(
            source: source, columns: table.columns, firstRows: table.rows, firstFacts: first,
            rejected: rejected.map(RejectedRow.init), rejectedKept: rejected.count, profiles: profiles,
            alreadyThere: nil)
    }

    private func event(_ row: Int, _ facts: FactBatch) -> PreviewFact? {
        let events = facts.events
        guard let kind = EventKind(rawValue: Int(events.kind[row])) else { return nil }
        let precision = Moment.Precision(rawValue: Int(events.precision[row])) ?? .second
        let start = Moment(
            milliseconds: Int(events.start[row]), precision: precision, offset: Int(events.zone[row]))
        func name(_ ref: EntityRef) -> PreviewFact.Name? { ref.isNone ? nil : self.name(ref, facts) }
        return PreviewFact(
            subject: self.name(events.a[row], facts),
            said: .event(
                kind, to: name(events.b[row]), start: start.iso,
                seconds: events.duration[row] == .min ? nil : Int(events.duration[row]), place: name(events.place[row]))
        )
    }

    private func statement(_ row: Int, _ facts: FactBatch) -> PreviewFact {
        let statements = facts.statements
        let (property, object) = (statements.property[row], statements.object[row])
        return PreviewFact(
            subject: name(statements.entity[row], facts),
            said: object.isNone ? .value(property, statements.value[row]) : .link(property, name(object, facts)))
    }

    private func name(_ ref: EntityRef, _ facts: FactBatch) -> PreviewFact.Name {
        guard ref.isMention else { return names[ref.index] ?? PreviewFact.Name(kind: .report, text: "") }
        let mention = facts.mentions[ref.index]
        return PreviewFact.Name(kind: mention.kind, text: "", line: mention.line)
    }

    private static func name(_ entity: MappedBatch.Met) -> PreviewFact.Name {
        let key = entity.kind.isIdentifier ? entity.key : entity.key.split(separator: "/").last.map(String.init) ?? ""
        return PreviewFact.Name(kind: entity.kind, text: key)
    }
}

extension RejectedRow {
    init(_ error: FormatError) {
        self.init(line: error.line, column: error.column, problem: error.problem)
    }
}
