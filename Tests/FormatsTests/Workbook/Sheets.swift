@testable import Formats

/// A workbook put together part by part, as other programs than ours write them.
struct HandmadeWorkbook {
    var sheetData = ""
    var sharedStrings: String?
    var styles: String?
    var workbookProperties = ""
    var prefix = ""

    func bytes() -> [UInt8] {
        var archive = ZipWriter()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        func add(_ name: String, _ xml: String) { archive.add(name, Array(xml.utf8)) }
        add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships>"
                + "<Relationship Id=\"a\" Type=\"\(office)/worksheet\" Target=\"/xl/worksheets/first.xml\"/>"
                + "<Relationship Id=\"b\" Type=\"\(office)/styles\" Target=\"../xl/styles.xml\"/>"
                + (sharedStrings == nil
                    ? "" : "<Relationship Id=\"c\" Type=\"\(office)/sharedStrings\" Target=\"SharedStrings.xml\"/>")
                + "</Relationships>")
        add(
            "xl/workbook.xml",
            "<workbook \(main) xmlns:r=\"\(office)\">\(workbookProperties)"
                + "<sheets><sheet name=\"First\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>")
        add("xl/styles.xml", "<styleSheet \(main)>\(styles ?? "")</styleSheet>")
        if let sharedStrings { add("xl/sharedStrings.xml", "<sst \(main)>\(sharedStrings)</sst>") }
        add("xl/worksheets/first.xml", "<worksheet \(main)><sheetData>\(sheetData)</sheetData></worksheet>")
        return archive.finished()
    }
}

extension Reading {
    init(workbook bytes: [UInt8], sheet: String? = nil, limits: Limits = .standard) {
        do {
            var reader = try WorkbookReader(bytes, sheet: sheet, limits: limits)
            self.init { try reader.read(into: &$0, atMost: 2) }
        } catch {
            self.init { _ in throw error }
        }
    }
}
