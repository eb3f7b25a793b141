import Formats

/// What staging remembers of a file to show it: the first rows, the first facts, the first refused rows.
struct FactPreview {
    var table = Preview()
    private(set) var rejected: [FormatError] = []
    private(set) var sentences: [String] = []
    private var met: [Int: MappedBatch.Met] = [:]

    private static let sentenceLimit = 8

    mutating func add(_ batch: MappedBatch) {
        let facts = batch.facts
        if sentences.count < Self.sentenceLimit {
            for entity in batch.met { met[entity.index] = entity }
        }
        let room = Staging.rejectionLimit - rejected.count
        if room > 0 { rejected += facts.rejected.prefix(room) }
        for event in facts.events.prefix(Self.sentenceLimit - sentences.count) {
            sentences.append(sentence(event, facts))
        }
        for statement in facts.statements.prefix(Self.sentenceLimit - sentences.count) {
            sentences.append(sentence(statement, facts))
        }
    }

    func staged(_ source: Source, profiles: [String]) -> StagedImport {
        StagedImport(
            source: source, columns: table.columns, firstRows: table.rows, firstFacts: sentences,
            rejected: rejected.map(RejectedRow.init), profiles: profiles, alreadyThere: nil)
    }

    // call 66812345678 → 66898765432, 2026-06-01T08:15:22+07:00, 205 s, cell 520-01-1204-33
    private func sentence(_ event: EventFacts, _ facts: FactBatch) -> String {
        var text = "\(event.kind.name) \(name(event.a, facts))"
        if !event.b.isNone { text += " → \(name(event.b, facts))" }
        text += ", \(event.start.iso)"
        if let duration = event.duration { text += ", \(duration) s" }
        if !event.place.isNone { text += ", \(name(event.place, facts))" }
        return text
    }

    private func sentence(_ statement: StatementFacts, _ facts: FactBatch) -> String {
        let value = statement.object.isNone ? statement.value : name(statement.object, facts)
        return "\(name(statement.entity, facts)): \(statement.property.name) = \(value)"
    }

    private func name(_ ref: EntityRef, _ facts: FactBatch) -> String {
        guard ref.isMention else { return met[ref.index].map(Self.name) ?? "" }
        return "\(facts.mentions[ref.index].kind.name) (line \(facts.mentions[ref.index].line))"
    }

    private static func name(_ entity: MappedBatch.Met) -> String {
        let key = entity.kind.isIdentifier ? entity.key : entity.key.split(separator: "/").last.map(String.init) ?? ""
        return "\(entity.kind.name) \(key)"
    }
}

extension RejectedRow {
    init(_ error: FormatError) {
        self.init(line: error.line, column: error.column, problem: error.problem)
    }
}
