/// Workbooks broken in three ways: any bytes; a sound archive with bytes changed; any XML in a sound archive.
func fuzz(_ bytes: [UInt8]) throws {
    let rest = Array(bytes.dropFirst())
    switch (bytes.first ?? 0) % 4 {
    case 0: try readAll(rest)
    case 1: try readAll(patched(rest))
    default: try readAll(handmade(rest))
    }
}

private func readAll(_ archive: [UInt8]) throws {
    var limits = Limits()
    (limits.unpackedBytes, limits.fields) = (8 << 20, 300)
    var reader = try WorkbookReader(archive, limits: limits)
    let outcome = Outcome(atMost: 3) { try reader.read(into: &$0, atMost: $1) }
    precondition(outcome.records.count == outcome.lines.count)
    if let refused = outcome.refused { throw refused }
}

/// Three bytes of the input say where to write what.
private func patched(_ bytes: [UInt8]) -> [UInt8] {
    var archive = sound
    for place in stride(from: 0, to: bytes.count - 2, by: 3) {
        archive[(Int(bytes[place]) << 8 | Int(bytes[place + 1])) % archive.count] = bytes[place + 2]
    }
    return archive
}

private let sound = WorkbookWriter.write([
    ("One", [[.text("a"), .number(0.5), .date(SheetDate(year: 2026, month: 6, day: 1))], [.empty, .boolean(true)]]),
    ("Two", [[.text("b")]]),
])

/// Zero bytes part the input into rows, styles, shared texts and what the workbook says of itself.
private func handmade(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init)
    func part(_ index: Int) -> [UInt8] { index < parts.count ? parts[index] : [] }
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let relations = [("worksheet", "s.xml"), ("styles", "t.xml"), ("sharedStrings", "u.xml")].map {
        "<Relationship Id=\"\($0)\" Type=\"\(office)/\($0)\" Target=\"\($1)\"/>"
    }
    var archive = ZipWriter()
    archive.add("xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations.joined())</Relationships>".utf8))
    let sheets = "<sheets><sheet name=\"S\" r:id=\"worksheet\"/></sheets></workbook>"
    archive.add("xl/workbook.xml", Array("<workbook xmlns:r=\"\(office)\">".utf8) + part(3) + Array(sheets.utf8))
    archive.add("xl/s.xml", Array("<worksheet><sheetData>".utf8) + part(0) + Array("</sheetData></worksheet>".utf8))
    archive.add("xl/t.xml", Array("<styleSheet>".utf8) + part(1) + Array("</styleSheet>".utf8))
    archive.add("xl/u.xml", Array("<sst>".utf8) + part(2) + Array("</sst>".utf8))
    return archive.finished()
}
