/// Any text as entities and as statements: the same in chunks of any size, and what was read can be written and read
/// again.
func fuzz(_ bytes: [UInt8]) throws {
    let chunk = 1 + Int(bytes.first ?? 0) % 7
    let text = Array(bytes.dropFirst())
    let whole = try entities(text, chunk: 1 << 16)
    let inChunks = try entities(text, chunk: chunk)
    precondition(inChunks == whole, "chunks read otherwise")

    var written: [UInt8] = []
    var good: [FtMEntity] = []
    for case .entity(var entity, _, _) in whole {
        try FtMEntityWriter.write(entity, to: &written)
        for statement in FtMStatement.statements(of: entity, dataset: "d") {
            var row: [UInt8] = []
            try FtMStatementWriter.write(statement, to: &row)
        }
        entity.unknownProperties = []
        good.append(entity)
    }
    let again = try entities(written, chunk: 64).map { item -> FtMEntity? in
        if case .entity(let entity, _, _) = item { entity } else { nil }
    }
    precondition(again == good, "entities read otherwise")
    try statements(text)
}

private func entities(_ text: [UInt8], chunk: Int) throws -> [FtMEntityReader.Item] {
    var reader = FtMEntityReader(ByteStream(text, chunk: chunk))
    var items: [FtMEntityReader.Item] = []
    while let item = try reader.next() { items.append(item) }
    return items
}

private func read(_ text: [UInt8]) throws -> [FtMStatement] {
    var reader = FtMStatementReader(ByteStream(text))
    var statements: [FtMStatement] = []
    while let item = try reader.next() {
        if case .statement(let statement, _) = item { statements.append(statement) }
    }
    return statements
}

/// The columns are given, so that the rows are reached.
private func statements(_ rows: [UInt8]) throws {
    var header: [UInt8] = []
    FtMStatementWriter.writeHeader(to: &header)
    var written = header
    let found = try read(header + rows)
    for statement in found { try FtMStatementWriter.write(statement, to: &written) }
    let again = try read(written)
    precondition(again.count == found.count, "statements read otherwise")
    var twice = header
    for statement in again { try FtMStatementWriter.write(statement, to: &twice) }
    precondition(twice == written, "statements read otherwise")
}
