/// Writes XLSX workbooks: sheets of cells, dates shown as dates, the first row as it comes.
///
/// The same sheets give the same bytes. A sheet holds at most 1,048,576 rows and 16,384 columns, and a cell 32,767
/// characters: more than that Excel refuses to open, and it is for the caller to split.
public enum WorkbookWriter {
    /// The workbook as the bytes of an `.xlsx` file. In names of sheets, characters that Excel forbids become `_`,
    /// and what follows the 31st character is left out; at least one sheet has to be given.
    public static func write(_ sheets: [(name: String, rows: [[WorkbookCell]])]) -> [UInt8] {
        var archive = ZipWriter()
        archive.add("[Content_Types].xml", contentTypes(sheets.count))
        archive.add("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]))
        archive.add("xl/workbook.xml", workbook(sheets.map(\.name)))
        let parts = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        archive.add("xl/_rels/workbook.xml.rels", relations(parts + [("styles", "styles.xml")]))
        archive.add("xl/styles.xml", Array(styles.utf8))
        for (index, sheet) in sheets.enumerated() {
            archive.add("xl/worksheets/sheet\(index + 1).xml", worksheet(sheet.rows))
        }
        return archive.finished()
    }

    // MARK: The sheet

    private static func worksheet(_ rows: [[WorkbookCell]]) -> [UInt8] {
        var xml = Array("\(head)<worksheet xmlns=\"\(main)\"><sheetData>".utf8)
        for (index, row) in rows.enumerated() {
            let line = String(index + 1)
            xml += "<row r=\"\(line)\">".utf8
            for (column, cell) in row.enumerated() {
                append(cell, at: CellAddress.letters(column) + line, to: &xml)
            }
            xml += "</row>".utf8
        }
        xml += "</sheetData></worksheet>".utf8
        return xml
    }

    private static func append(_ cell: WorkbookCell, at address: String, to xml: inout [UInt8]) {
        switch cell {
        case .empty: return
        case .text(let text):
            xml += "<c r=\"\(address)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
            xml += SheetText.encoded(text)
            xml += "</t></is></c>".utf8
        case .number(let value):
            guard value.isFinite else { return }
            xml += "<c r=\"\(address)\"><v>\(value)</v></c>".utf8
        case .whole(let value): xml += "<c r=\"\(address)\"><v>\(value)</v></c>".utf8
        case .boolean(let value): xml += "<c r=\"\(address)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>".utf8
        case .date(let date):
            let style = date.second == nil ? 1 : 2
            xml += "<c r=\"\(address)\" s=\"\(style)\"><v>".utf8
            let serial = DateSystem.serial(date)
            xml += (date.second == nil ? "\(Int(serial))" : "\(serial)").utf8
            xml += "</v></c>".utf8
        }
    }

    // MARK: What stands around it

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private static func contentTypes(_ sheets: Int) -> [UInt8] {
        let overrides = (0..<sheets).map { ("worksheets/sheet\($0 + 1)", "worksheet") } + [("styles", "styles")]
        let parts = [("workbook", "sheet.main")] + overrides
        let lines = parts.map { "<Override PartName=\"/xl/\($0).xml\" ContentType=\"\(kind).\($1)+xml\"/>" }
        let relations = "application/vnd.openxmlformats-package.relationships+xml"
        let xml =
            "\(head)<Types xmlns=\"\(package)/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"\(relations)\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + lines.joined() + "</Types>"
        return Array(xml.utf8)
    }

    private static func relations(_ targets: [(kind: String, target: String)]) -> [UInt8] {
        let lines = targets.enumerated().map { index, part in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(part.kind)\" Target=\"\(part.target)\"/>"
        }
        return Array("\(head)<Relationships xmlns=\"\(package)/relationships\">\(lines.joined())</Relationships>".utf8)
    }

    private static func workbook(_ names: [String]) -> [UInt8] {
        var xml = Array("\(head)<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>".utf8)
        for (index, name) in names.enumerated() {
            let allowed = String(name.map { "[]:*?/\\".contains($0) ? "_" : $0 }.prefix(31))
            xml += "<sheet name=\"".utf8
            xml += SheetText.encoded(allowed)
            xml += "\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>".utf8
        }
        xml += "</sheets></workbook>".utf8
        return xml
    }

    /// Three cell formats: plain, a day, a day with a time.
    private static let styles =
        "\(head)<styleSheet xmlns=\"\(main)\">"
        + "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
        + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
        + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
}
