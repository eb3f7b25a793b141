import Formats

/// What staging remembers of a file to show it: the first rows, the first facts, the first refused rows.
struct FactPreview {
    var table = Preview()
    private(set) var rejected: [FormatError] = []
    private(set) var sentences: [String] = []
    private var names: [Int: String] = [:]

    private static let sentenceLimit = 8

    mutating func add(_ batch: MappedBatch) {
        let facts = batch.facts
        if sentences.count < Self.sentenceLimit {
            for entity in batch.met { names[entity.index] = Self.name(entity) }
        }
        let room = Staging.rejectionLimit - rejected.count
        if room > 0 { rejected += facts.rejected.prefix(room) }
        var event = 0
        while sentences.count < Self.sentenceLimit, event < facts.events.kind.count {
            sentences.append(sentence(event, facts))
            event += 1
        }
        var statement = 0
        while sentences.count < Self.sentenceLimit, statement < facts.statements.entity.count {
            sentences.append(self.statement(statement, facts))
            statement += 1
        }
    }

    func staged(_ source: Source, profiles: [String]) -> StagedImport {
        StagedImport(
            source: source, columns: table.columns, firstRows: table.rows, firstFacts: sentences,
            rejected: rejected.map(RejectedRow.init), profiles: profiles, alreadyThere: nil)
    }

    // call 66812345678 → 66898765432, 2026-06-01T08:15:22+07:00, 205 s, cell 520-01-1204-33
    private func sentence(_ row: Int, _ facts: FactBatch) -> String {
        let events = facts.events
        let kind = EventKind(rawValue: Int(events.kind[row]))
        let precision = Moment.Precision(rawValue: Int(events.precision[row])) ?? .second
        let start = Moment(
            milliseconds: Int(events.start[row]), precision: precision, offset: Int(events.zone[row]))
        var text = "\(kind?.name ?? "event") \(name(events.a[row], facts))"
        if !events.b[row].isNone { text += " → \(name(events.b[row], facts))" }
        text += ", \(start.iso)"
        if events.duration[row] != .min { text += ", \(events.duration[row]) s" }
        if !events.place[row].isNone { text += ", \(name(events.place[row], facts))" }
        return text
    }

    private func statement(_ row: Int, _ facts: FactBatch) -> String {
        let statements = facts.statements
        let subject = name(statements.entity[row], facts)
        let object = statements.object[row]
        let value = object.isNone ? statements.value[row] : name(object, facts)
        return "\(subject): \(statements.property[row].name) = \(value)"
    }

    private func name(_ ref: EntityRef, _ facts: FactBatch) -> String {
        guard ref.isMention else { return names[ref.index] ?? "" }
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
