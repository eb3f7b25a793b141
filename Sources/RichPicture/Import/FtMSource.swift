import Formats

/// FollowTheMoney, as entities (one a line) or as statements (one a row).
struct FtMSource<Reader: FtMReader>: FactSource {
    private var reader: Reader
    private var collector: FtMCollector
    private var isDone = false
    let preview = Preview()

    init(_ reader: Reader, context: ImportContext) {
        self.reader = reader
        collector = FtMCollector(context: context)
    }

    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool {
        while !isDone, facts.rows < batchRows {
            if try reader.read(to: &collector, &facts, &interner) {
                facts.rows += 1
            } else {
                isDone = true
                collector.finish(&facts, &interner)
            }
        }
        return !facts.isEmpty
    }
}

/// A reader of FollowTheMoney, record by record.
protocol FtMReader {
    /// Gives the next record to the collector, or refuses it; `false` at the end.
    mutating func read(
        to collector: inout FtMCollector, _ facts: inout FactBatch, _ interner: inout Interner
    ) throws -> Bool
}

extension FtMEntityReader: FtMReader {
    mutating func read(
        to collector: inout FtMCollector, _ facts: inout FactBatch, _ interner: inout Interner
    ) throws -> Bool {
        switch try next() {
        case nil: return false
        case .rejected(let error, _): facts.rejected.append(error)
        case .entity(let entity, let line, _):
            collector.add(id: entity.id, schema: entity.schema, line: line, &facts, &interner)
            for property in entity.properties {
                for value in property.values {
                    collector.add(
                        id: entity.id, schema: entity.schema, property: property.name, value: value, language: nil,
                        line: line, &facts, &interner)
                }
            }
        }
        return true
    }
}

extension FtMStatementReader: FtMReader {
    mutating func read(
        to collector: inout FtMCollector, _ facts: inout FactBatch, _ interner: inout Interner
    ) throws -> Bool {
        switch try next() {
        case nil: return false
        case .rejected(let error, _): facts.rejected.append(error)
        case .statement(let statement, let line) where statement.property == FtMStatement.existence:
            collector.add(id: statement.canonicalID, schema: statement.schema, line: line, &facts, &interner)
        case .statement(let statement, let line):
            collector.add(
                id: statement.canonicalID, schema: statement.schema, property: statement.property,
                value: statement.value, language: statement.language, line: line, &facts, &interner)
        }
        return true
    }
}
