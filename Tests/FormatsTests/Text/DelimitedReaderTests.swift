import Testing

@testable import Formats

@Suite("Delimited text")
struct DelimitedReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var records: [[String]]
        var lines: [Int]
        var rejected: [String] = []
        var dialect = Dialect.csv
        var testDescription: String { name }
    }

    static let corners: [Case] = [
        Case(name: "nothing", text: "", records: [], lines: []),
        Case(name: "only a mark", text: "\u{FEFF}", records: [], lines: []),
        Case(name: "mark", text: "\u{FEFF}a,b\r\n", records: [["a", "b"]], lines: [1]),
        Case(name: "LF", text: "a,b\nc,d\n", records: [["a", "b"], ["c", "d"]], lines: [1, 2]),
        Case(name: "CR", text: "a,b\rc,d\r", records: [["a", "b"], ["c", "d"]], lines: [1, 2]),
        Case(name: "CRLF", text: "a,b\r\nc,d\r\n", records: [["a", "b"], ["c", "d"]], lines: [1, 2]),
        Case(name: "no last line end", text: "a,b\nc,d", records: [["a", "b"], ["c", "d"]], lines: [1, 2]),
        Case(name: "empty last field", text: "a,", records: [["a", ""]], lines: [1]),
        Case(name: "only separators", text: ",,\n,", records: [["", "", ""], ["", ""]], lines: [1, 2]),
        Case(name: "empty lines", text: "\n\na\n\r\n\rb\n\n", records: [["a"], ["b"]], lines: [3, 6]),
        Case(name: "one empty quoted field", text: "\"\"\na", records: [[""], ["a"]], lines: [1, 2]),
        Case(name: "quoted", text: "\"a\",\"b,c\"\n", records: [["a", "b,c"]], lines: [1]),
        Case(name: "doubled quotes", text: "\"a \"\"b\"\" c\",\"\"\"\"", records: [["a \"b\" c", "\""]], lines: [1]),
        Case(
            name: "line end in quotes", text: "\"a\nb\",c\nd,e", records: [["a\nb", "c"], ["d", "e"]], lines: [1, 3]),
        Case(
            name: "CRLF in quotes", text: "\"a\r\nb\",c\r\nd,e", records: [["a\r\nb", "c"], ["d", "e"]], lines: [1, 3]),
        Case(
            name: "CR in quotes", text: "\"a\r\rb\",c\rd,e", records: [["a\r\rb", "c"], ["d", "e"]], lines: [1, 4]),
        Case(name: "quote inside a plain field", text: "a\"b,5\" nail", records: [["a\"b", "5\" nail"]], lines: [1]),
        Case(name: "spaces are kept", text: " a , b ", records: [[" a ", " b "]], lines: [1]),
        Case(name: "semicolon", text: "a;b,c", records: [["a", "b,c"]], lines: [1], dialect: .semicolon),
        Case(name: "tab", text: "a\tb", records: [["a", "b"]], lines: [1], dialect: .tsv),
        Case(name: "pipe", text: "a|b", records: [["a", "b"]], lines: [1], dialect: .pipe),
        Case(
            name: "no quotes", text: "\"a,b\"", records: [["\"a", "b\""]], lines: [1], dialect: Dialect(quote: nil)),
        Case(
            name: "other scripts", text: "สมชาย,Nguyễn\n王小明,😀", records: [["สมชาย", "Nguyễn"], ["王小明", "😀"]],
            lines: [1, 2]),
        Case(
            name: "text after a quote", text: "a,b\nx,\"y\"z\nc,d", records: [["a", "b"], ["c", "d"]], lines: [1, 3],
            rejected: ["2:6 text.text-after-quote"]),
        Case(
            name: "open quote at the end", text: "a,b\nc,\"d", records: [["a", "b"]], lines: [1],
            rejected: ["2:3 text.open-quote"]),
        Case(
            name: "open quote costs its line only", text: "a,b\nc,\"d\ne,f\r\ng,h\n",
            records: [["a", "b"], ["e", "f"], ["g", "h"]],
            lines: [1, 3, 4], rejected: ["2:3 text.open-quote"]),
        Case(
            name: "open quote before a good one", text: "1,\"x,3\r\n2,\"y\",4\r\n5,6,7",
            records: [["2", "y", "4"], ["5", "6", "7"]],
            lines: [2, 3], rejected: ["1:3 text.open-quote"]),
        Case(
            name: "zero byte", text: "a,b\nc,\0d\ne,f", records: [["a", "b"], ["e", "f"]], lines: [1, 3],
            rejected: ["2:3 text.zero-byte"]),
        Case(
            name: "column counts characters", text: "สมชาย,\0", records: [], lines: [], rejected: ["1:7 text.zero-byte"]
        ),
    ]

    @Test("RFC 4180 and its corners, whole and one byte at a time", arguments: corners)
    func corner(_ corner: Case) {
        for chunk in [1 << 16, 3, 2, 1] {
            let reading = Reading(ByteStream(Array(corner.text.utf8), chunk: chunk), corner.dialect)
            #expect(reading.records == corner.records, "chunks of \(chunk)")
            #expect(reading.lines == corner.lines, "chunks of \(chunk)")
            #expect(reading.rejected == corner.rejected, "chunks of \(chunk)")
            #expect(reading.refused == nil)
        }
    }

    @Test(
        "A malformed byte costs its record, and is named by line and column",
        arguments: [
            [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE0, 0xB8], [0x80],
            [0xE0, 0x9F, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ] as [[UInt8]])
    func malformed(_ bad: [UInt8]) {
        let good = Array("ก,ข\n".utf8)
        for (middle, place) in [(Array("ค,".utf8), "2:3"), (Array("\"ค\n".utf8), "3:1")] {
            let close = Array(middle.first == 0x22 ? "\"\n".utf8 : "\n".utf8)
            for chunk in [1 << 16, 1] {
                let reading = Reading(ByteStream(good + middle + bad + close + good, chunk: chunk))
                #expect(reading.records == [["ก", "ข"], ["ก", "ข"]])
                #expect(reading.rejected == ["\(place) text.malformed-byte"])
            }
        }
        // At the very end of the file as well.
        #expect(Reading(ByteStream(good + bad)).rejected == ["2:1 text.malformed-byte"])
    }

    @Test("A file with three bad lines in 100,000 gives 99,997 records and the three")
    func threeBadLines() {
        var bytes: [UInt8] = []
        for line in 1...100_000 {
            switch line {
            case 500: bytes += Array("500,\"Som,x\n".utf8)
            case 50_000: bytes += Array("50000,\"Som\"chai,x\n".utf8)
            case 99_999: bytes += Array("99999,Som".utf8) + [0xCA, 0xC1] + Array(",x\n".utf8)
            default: bytes += Array("\(line),\"Som, chai\",x\n".utf8)
            }
        }
        let reading = Reading(ByteStream(bytes), atMost: 10_000)
        #expect(reading.records.count == 99_997)
        #expect(
            reading.rejected == [
                "500:5 text.open-quote", "50000:12 text.text-after-quote", "99999:10 text.malformed-byte",
            ])
        #expect(reading.lines.last == 100_000)
    }

    @Test("Random bytes read the same in chunks of any size and never fail otherwise than by rejection")
    func anyChunks() {
        for seed in UInt64(1)...300 {
            var generator = Dice(seed: seed)
            let alphabet = Array("aก\",\n\r\0x;".utf8) + [0xFF]
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            var limits = Limits()
            limits.fieldBytes = 40
            limits.fields = 6
            limits.recordBytes = 90
            let whole = Reading(ByteStream(bytes), limits: limits)
            for most in [1, 2, 7, 64] {
                let ragged = Reading(.ragged(bytes, upTo: most, seed: seed), limits: limits, atMost: 1)
                #expect(ragged == whole, "seed \(seed), chunks up to \(most)")
            }
        }
    }

    @Test("What is written is read back, whatever it holds, in chunks of any size")
    func roundTrip() {
        let pieces = ["", "a", ",", ";", "\"", "\n", "\r", "\r\n", "\t", "|", " ", "ก้", "Nguyễn", "王", "😀", "=1+1"]
        for seed in UInt64(1)...200 {
            var generator = Dice(seed: seed)
            let records = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                        pieces.randomElement(using: &generator) ?? ""
                    }.joined()
                }
            }
            for dialect in [Dialect.csv, .tsv, .semicolon, .pipe] {
                var writer = DelimitedWriter(dialect: dialect, lineEnd: seed % 2 == 0 ? "\r\n" : "\n")
                for record in records { writer.write(record) }
                let reading = Reading(.ragged(writer.take(), upTo: 1 + Int(seed % 9), seed: seed), dialect)
                #expect(reading.records == records, "seed \(seed)")
                #expect(reading.rejected == [], "seed \(seed)")
            }
        }
    }

    @Test("The bytes read so far are known, for progress")
    func progress() throws {
        var reader = DelimitedReader(ByteStream(Array("a,b\nc,d\n".utf8), chunk: 4), dialect: .csv)
        var batch = RecordBatch()
        #expect(reader.bytesRead == 0)
        while try reader.read(into: &batch, atMost: 1) {}
        #expect(reader.bytesRead == 8)
    }

    @Test("A batch tells fields by record and column, and missing ones as empty")
    func batch() throws {
        var reader = DelimitedReader(ByteStream("a,bb\nccc\n"), dialect: .csv)
        var batch = RecordBatch()
        #expect(try reader.read(into: &batch, atMost: 10))
        #expect(batch.count == 2)
        #expect(batch.field(0, 1) == "bb")
        #expect(batch.field(1, 0) == "ccc")
        #expect(batch.field(1, 1) == "")
        #expect(batch.fieldRange(1, 0) == 3..<6)
        #expect(batch.fieldRange(1, 1) == nil)
        #expect(try !reader.read(into: &batch, atMost: 10))
    }
}
