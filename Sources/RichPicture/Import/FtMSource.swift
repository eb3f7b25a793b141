import Formats

/// FollowTheMoney entities, one a line.
struct FtMEntitySource: FactSource {
    private var reader: FtMEntityReader
    private var collector: FtMCollector
    private var isDone = false
    let preview = Preview()

    init(_ reader: FtMEntityReader, context: ImportContext) {
        self.reader = reader
        collector = FtMCollector(context: context)
    }

    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool {
        guard !isDone else { return false }
        while facts.rows < batchRows {
            guard let item = try reader.next() else {
                isDone = true
                collector.finish(&facts, &interner)
                return !facts.isEmpty
            }
            facts.rows += 1
            switch item {
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
        }
        return true
    }
}

/// FollowTheMoney statements, one a row.
struct FtMStatementSource: FactSource {
    private var reader: FtMStatementReader
    private var collector: FtMCollector
    private var isDone = false
    let preview = Preview()

    init(_ reader: FtMStatementReader, context: ImportContext) {
        self.reader = reader
        collector = FtMCollector(context: context)
    }

    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool {
        guard !isDone else { return false }
        while facts.rows < batchRows {
            guard let item = try reader.next() else {
                isDone = true
                collector.finish(&facts, &interner)
                return !facts.isEmpty
            }
            facts.rows += 1
            switch item {
            case .rejected(let error, _): facts.rejected.append(error)
            case .statement(let statement, let line):
                if statement.property == FtMStatement.existence {
                    collector.add(id: statement.canonicalID, schema: statement.schema, line: line, &facts, &interner)
                } else {
                    collector.add(
                        id: statement.canonicalID, schema: statement.schema, property: statement.property,
                        value: statement.value, language: statement.language, line: line, &facts, &interner)
                }
            }
        }
        return true
    }
}
