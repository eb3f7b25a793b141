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
        for event in facts.events.prefix(Self.factLimit - first.count) { first.append(self.event(event, facts)) }
        for statement in facts.statements.prefix(Self.factLimit - first.count) {
            first.append(self.statement(statement, facts))
        }
    }

    func staged(_ source: Source, profiles: [String]) -> StagedImport {
        StagedImport(
            source: source, columns: table.columns, firstRows: table.rows, firstFacts: first,
            rejected: rejected.map(RejectedRow.init), rejectedKept: rejected.count, profiles: profiles,
            alreadyThere: nil)
    }

    private func event(_ event: EventFacts, _ facts: FactBatch) -> PreviewFact {
        func name(_ ref: EntityRef) -> PreviewFact.Name? { ref.isNone ? nil : self.name(ref, facts) }
        return PreviewFact(
            subject: self.name(event.a, facts),
            said: .event(
                event.kind, to: name(event.b), start: event.start.iso, seconds: event.duration,
                place: name(event.place)))
    }

    private func statement(_ statement: StatementFacts, _ facts: FactBatch) -> PreviewFact {
        PreviewFact(
            subject: name(statement.entity, facts),
            said: statement.object.isNone
                ? .value(statement.property, statement.value) : .link(statement.property, name(statement.object, facts))
        )
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
