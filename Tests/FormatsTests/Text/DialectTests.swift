import Testing

@testable import Formats

@Suite("Dialects")
struct DialectTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var expected: Dialect
        var testDescription: String { String(text.prefix(30)) }
        init(_ text: String, _ separator: Character, header: Bool = true, quote: Bool = true) {
            self.text = text
            expected = Dialect(
                separator: separator.asciiValue ?? 0, quote: quote ? UInt8(ascii: "\"") : nil, hasHeader: header)
        }
    }

    @Test(
        "The separator, the quote and the header are recognised",
        arguments: [
            Case("", ",", header: false), Case("name\nAnn\n", ","), Case("a,b\n1,2\n", ","),
            Case("a;b\n1,5;2,5\n", ";"),
            Case("a\tb\n1\t2\n", "\t"), Case("a|b|c\n1|2|3\n", "|"), Case("1;2\n3;4\n", ";", header: false),
            Case("from,to,at\n66812345678,66898765432,2026-06-01 08:15", ","),
            Case("66812345678,66898765432,2026-06-01 08:15\n66812345678,6689,2026-06-01 08:16\n", ",", header: false),
            Case("name;note\n\"a;b\";\"x, y, z\"\n\"c\";\"d, e\"\n", ";"),
            Case("ชื่อ,เบอร์\nสมชาย,0812345678\n", ","), Case("a,a\n1,2\n", ",", header: false),
            Case("size\twhat\n5\"\tnail\n\"6\tnail\n7\"\t\"nail\n", "\t", quote: false),
            Case(",From,To\n1,349,23\n", ","), Case("a,b,c\n1,2,\"cut in the mid", ","),
        ])
    func detected(_ detection: Case) {
        #expect(Dialect.detect(prefix: Array(detection.text.utf8)) == detection.expected)
    }
}

@Suite("Writing delimited text")
struct DelimitedWriterTests {
    @Test(
        "Fields are quoted when they must be, and only then",
        arguments: [
            (["a", "b"], "a,b\r\n"), (["a,b", ""], "\"a,b\",\r\n"), (["\"x\""], "\"\"\"x\"\"\"\r\n"),
            ([""], "\"\"\r\n"),
            (["a\nb", "=1"], "\"a\nb\",=1\r\n"), (["", ""], ",\r\n"),
        ] as [([String], String)])
    func quoting(_ fields: [String], _ expected: String) {
        var writer = DelimitedWriter()
        writer.write(fields)
        #expect(String(decoding: writer.take(), as: UTF8.self) == expected)
        #expect(writer.take() == [])
    }

    @Test(
        "Fields that a spreadsheet would run are disarmed when asked",
        arguments: ["=1+1", "+66", "-1", "@x", "\tx", "\rx"])
    func formulas(_ field: String) {
        var writer = DelimitedWriter(guardsFormulas: true)
        writer.write([field, "a=b"])
        let reading = Reading(ByteStream(writer.take()))
        #expect(reading.records == [["'" + field, "a=b"]])
    }
}
