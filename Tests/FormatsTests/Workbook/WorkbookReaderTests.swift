import Testing

@testable import Formats

@Suite("Workbooks, read")
struct WorkbookReaderTests {
    private func read(_ sheetData: String, styles: String? = nil, properties: String = "") -> Reading {
        let shared =
            "<si><t>ชื่อ</t></si><si><r><t>Som</t></r><r><t xml:space=\"preserve\"> chai</t></r><rPh><t>x</t></rPh></si>"
        return Reading(
            workbook: HandmadeWorkbook(
                sheetData: sheetData, sharedStrings: shared, styles: styles, workbookProperties: properties
            ).bytes())
    }

    @Test("Shared texts, inline texts, formulas, truth and errors come out as text")
    func kinds() {
        let reading = read(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>a &amp; b</t></is></c>
            <c r="D1" t="str"><f>A1&amp;B1</f><v>joined</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="b"><v>0</v></c>
            <c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="d"><v>2026-06-01T08:15:00</v></c><c r="I1" t="inlineStr"><is><t>x_x000D_y</t></is></c></row>
            """)
        #expect(
            reading.records == [
                ["ชื่อ", "Som chai", "a & b", "joined", "true", "false", "#N/A", "2026-06-01 08:15:00", "x\ry"]
            ])
    }

    @Test(
        "Numbers have the fewest digits, identifiers all of theirs",
        arguments: [
            ("66812345678", "66812345678"), ("6.6812345678E+10", "66812345678"), ("1.0", "1"), ("-3", "-3"),
            ("0.1", "0.1"), ("1.1000000000000001", "1.1"), ("12345678901234567890", "12345678901234567890"),
            ("1E-3", "0.001"), ("odd", "odd"), ("", ""),
        ])
    func numbers(_ raw: String, _ text: String) {
        #expect(NumberStyle.number.text(raw, .from1900) == text)
    }

    @Test(
        "Serial numbers become dates, in both systems",
        arguments: [
            ("46174", "2026-06-01", "2030-06-02"), ("46174.34375", "2026-06-01 08:15:00", "2030-06-02 08:15:00"),
            ("46174.999999", "2026-06-02", "2030-06-03"), ("1", "1900-01-01", "1904-01-02"),
            ("59", "1900-02-28", "1904-02-29"),
            ("60", "60", "1904-03-01"), ("61", "1900-03-01", "1904-03-02"), ("0.34375", "08:15:00", "08:15:00"),
            ("0", "00:00:00", "00:00:00"), ("-1", "-1", "-1"), ("2958465", "9999-12-31", nil),
            ("2958466", "2958466", "2958466"),
        ] as [(String, String, String?)])
    func dates(_ raw: String, _ from1900: String, _ from1904: String?) {
        #expect(NumberStyle.date.text(raw, .from1900) == from1900)
        if let from1904 { #expect(NumberStyle.date.text(raw, .from1904) == from1904) }
    }

    @Test(
        "Formats tell dates from numbers",
        arguments: [
            ("yyyy\\-mm\\-dd", .date), ("d/m/yyyy", .date), ("[$-41E]d mmmm bbbb", .date), ("h:mm AM/PM", .date),
            ("[h]:mm:ss", .duration), ("[mm]:ss", .duration), ("General", .number), ("0.00", .number),
            ("#,##0;[Red]-#,##0", .number), ("0\" days\"", .number), ("0.00E+00", .number), ("\"THB\" 0.00", .number),
            ("_-* #,##0.00\\ \\d", .number), ("0;yyyy", .number), ("\"open", .number), ("[open", .number),
            ("\\", .number),
        ] as [(String, NumberStyle)])
    func formats(_ code: String, _ style: NumberStyle) {
        #expect(NumberStyle(code: code) == style)
    }

    @Test("Date cells are known by their style, built in or defined")
    func styledDates() {
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/></cellXfs>
            """
        let row = (0...5).map { "<c s=\"\($0)\"><v>46174.5</v></c>" }.joined() + "<c s=\"x\"><v>1</v></c>"
        let texts = [
            "46174.5", "2026-06-01 12:00:00", "2026-06-01 12:00:00", "1108188:00:00", "2026-06-01 12:00:00", "46174.5",
            "1",
        ]
        #expect(read("<row>\(row)</row>", styles: styles).records == [texts])
        let old = read("<row>\(row)</row>", styles: styles, properties: "<workbookPr date1904=\"1\"/>")
        #expect(old.records.first?[1] == "2030-06-02 12:00:00")
    }

    @Test("Sparse rows and cells stand in their rows and columns; formatting alone is nothing")
    func sparse() {
        let reading = read(
            """
            <row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c><c r="E2" s="1"/></row><row r="3"><c r="B3" s="1"/></row>
            <row r="7"><c r="B7"><v>2</v></c></row><row><c><v>1</v></c><c/><c/><c r="D8"><v>4</v></c></row>
            """)
        #expect(reading.records == [["1", "", "3"], ["", "2", ""], ["1", "", "", "4"]])
        #expect(reading.lines == [2, 7, 8])
    }

    @Test("A bad cell costs its row, and is named by row and column")
    func badCells() {
        let many = Limits.standard.fields
        // Not of one letter: that would be a bomb.
        var generator = Dice(seed: 1)
        let long = String((0..<200_000).map { _ in "abcdefghij".randomElement(using: &generator) ?? "a" })
        let texts = (0..<6).map { _ in "<c t=\"str\"><v>\(long)</v></c>" }.joined()
        let reading = read(
            """
            <row r="1"><c r="A1" t="s"><v>9</v></c></row><row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>1</v></c></row>
            <row r="3"><c r="A3"><v>1</v></c><c r="\(CellAddress.letters(many))3"><v>1</v></c></row>
            <row r="4"><c r="??"><v>1</v></c></row><row r="5"><c r="A5"><v>ok</v></c></row><row r="6">\(texts)</row>
            <row r="7"><c t="inlineStr"><is><t>a_x0000_b</t></is></c></row>
            """)
        #expect(reading.records == [["ok"]])
        #expect(
            reading.rejected == [
                "1:1 workbook.unknown-text", "2:2 workbook.misplaced-cell", "3:4097 text.too-many-fields",
                "4:1 workbook.misplaced-cell", "6:6 text.record-too-long", "7:1 text.zero-byte",
            ])
    }

    @Test("A cell inside a cell costs its row, and nothing else")  // Found by fuzzing.
    func nestedCells() {
        let reading = read(
            """
            <row r="1"><c t=""><c r="B1"><v>1</v></c></c></row><row r="2"><c r="A2"><v>2</v></c></row>
            """)
        #expect(reading.records == [["2"]])
        #expect(reading.rejected == ["1:2 workbook.misplaced-cell"])
    }

    @Test(
        "Columns have letters",
        arguments: [
            ("A", 0), ("Z", 25), ("AA", 26), ("az", 51), ("XFD", 16_383), ("XFE", nil), ("", nil), ("1", nil),
            ("AAAA1", nil),
        ]
            as [(String, Int?)])
    func columns(_ letters: String, _ column: Int?) {
        #expect(CellAddress.column(letters + "12") == column)
        if let column { #expect(CellAddress.letters(column) == letters.uppercased()) }
    }

    @Test("A sheet is chosen by name; an unknown one is refused with the names that there are")
    func choice() throws {
        let bytes = WorkbookWriter.write([("One", [[.whole(1)]]), ("สอง", [[.whole(2)]])])
        #expect(try WorkbookReader(bytes).sheetNames == ["One", "สอง"])
        #expect(Reading(workbook: bytes).records == [["1"]])
        #expect(Reading(workbook: bytes, sheet: "สอง").records == [["2"]])
        #expect(Reading(workbook: bytes, sheet: "Three").refused == "1:0 workbook.no-such-sheet")
    }
}
