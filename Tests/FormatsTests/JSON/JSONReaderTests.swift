import Testing
import Words

@testable import Formats

@Suite("JSON is read strictly")
struct JSONReaderTests {
    @Test(
        "numbers keep their text",
        arguments: [
            "0", "-0", "12", "-3.5", "6e7", "6E+7", "1.25e-10", "12345678901234567890123", "0.000", "1e400",
        ])
    func number(_ text: String) throws {
        #expect(try JSONReader.value(text).number?.text == text)
    }

    @Test("a number as int and double") func numberValues() {
        #expect(JSONNumber(checked: "12345678901234567890123").int == nil)
        #expect(JSONNumber(checked: "9007199254740993").int == 9_007_199_254_740_993)
        #expect(JSONNumber(checked: "1e400").double == nil)
        #expect(JSONNumber(0.1)?.text == "0.1")
        #expect(JSONNumber(2.0)?.text == "2")
        #expect(JSONNumber(Double.nan) == nil)
    }

    @Test(
        "texts and their escapes",
        arguments: [
            (#""""#, ""), (#""a\n\t\r\b\f\/\\\"""#, "a\n\t\r\u{8}\u{C}/\\\""), (#""\u0e01""#, "ก"),
            (#""\uD83D\uDE00""#, "😀"), (#""ကလေး ឈ្មោះ ลาว""#, "ကလေး ឈ្មោះ ลาว"), (#""\u0000""#, "\0"), ("\"\u{7F}\"", "\u{7F}"),
        ])
    func text(_ json: String, _ expected: String) throws {
        #expect(try JSONReader.value(json).text == expected)
    }

    struct Bad: CustomTestStringConvertible {
        let json: String
        let line: Int
        let column: Int
        let key: String
        var testDescription: String { json }

        init(_ json: String, _ line: Int, _ column: Int, _ key: String) {
            (self.json, self.line, self.column, self.key) = (json, line, column, "json." + key)
        }
    }

    @Test(
        "a fault is named with line and column",
        arguments: [
            Bad("", 1, 1, "ended-early"), Bad(" \n ", 2, 2, "ended-early"), Bad("[1,]", 1, 4, "expected-value"),
            Bad("[1 2]", 1, 4, "expected-comma-or-bracket"), Bad("{\"a\":1,}", 1, 8, "expected-name"),
            Bad("{a:1}", 1, 2, "expected-name"), Bad("{\"a\" 1}", 1, 6, "expected-colon"),
            Bad("{\"a\":1 \"b\":2}", 1, 8, "expected-comma-or-brace"),
            Bad("{\"ก\":1,\n\"ก\":2}", 2, 1, "duplicate-name"),
            Bad("01", 1, 1, "bad-number"), Bad("-", 1, 1, "bad-number"), Bad("1.", 1, 1, "bad-number"),
            Bad("1e", 1, 1, "bad-number"), Bad("+1", 1, 1, "expected-value"), Bad(".5", 1, 1, "expected-value"),
            Bad("NaN", 1, 1, "expected-value"), Bad("nul", 1, 1, "bad-literal"), Bad("True", 1, 1, "expected-value"),
            Bad("truefalse", 1, 5, "trailing"), Bad("1 2", 1, 3, "trailing"), Bad("\"ab", 1, 4, "ended-early"),
            Bad("\"ก\u{1}\"", 1, 3, "control-in-text"), Bad("\"a\nb\"", 1, 3, "control-in-text"),
            Bad(#""\x""#, 1, 2, "bad-escape"), Bad(#""\u12G4""#, 1, 2, "bad-escape"),
            Bad(#""\u12"#, 1, 2, "bad-escape"),
            Bad(#""a\uD83D""#, 1, 3, "lone-surrogate"), Bad(#""\uDE00""#, 1, 2, "lone-surrogate"),
            Bad(#""\uD83D\u0041""#, 1, 2, "lone-surrogate"), Bad("'a'", 1, 1, "expected-value"),
            Bad("// x\n1", 1, 1, "expected-value"),
        ])
    func fault(_ bad: Bad) throws {
        let error = try #require(throws: FormatError.self) { try JSONReader.value(bad.json) }
        #expect(error.problem.key == bad.key)
        #expect(error.line == bad.line)
        #expect(error.column == bad.column)
    }

    @Test(
        "bytes that are not UTF-8 are refused",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE0, 0xB8], [0xC3],
        ] as [[UInt8]])
    func invalidUTF8(_ bytes: [UInt8]) throws {
        let error = try #require(throws: FormatError.self) {
            try JSONReader.value([0x22, 0x61] + bytes + [0x22])
        }
        #expect(error.problem.key == "json.not-utf8")
        #expect(error.column == 3)
    }

    @Test("a byte order mark is stepped over") func byteOrderMark() throws {
        #expect(try JSONReader.value([0xEF, 0xBB, 0xBF, 0x31]) == 1)
        let error = try #require(throws: FormatError.self) { try JSONReader.value([0xEF, 0xBB, 0xBF, 0x78]) }
        #expect(error.column == 1)
    }

    @Test("a bomb of nesting, a giant text and a giant object are refused early")
    func bombs() throws {
        func key(_ json: String, _ change: (inout Limits) -> Void = { _ in }) throws -> String {
            var limits = Limits.standard
            change(&limits)
            let error = try #require(throws: FormatError.self) { try JSONReader.value(json, limits: limits) }
            return error.problem.key
        }
        #expect(try key(String(repeating: "[", count: 1_000_000)) == "json.too-deep")
        #expect(try key(String(repeating: "{\"a\":", count: 100_000)) == "json.too-deep")
        #expect(try key("\"" + String(repeating: "a", count: 1 << 19) + "\"") == "json.text-too-long")
        #expect(try key(String(repeating: "1", count: 1 << 19)) == "json.text-too-long")
        #expect(try key("[" + String(repeating: "1,", count: 1 << 20) + "1]") == "json.too-large")
        #expect(try key("{\"a\":1,\"b\":1,\"c\":1}") { $0.fields = 2 } == "json.too-many-members")
        #expect(throws: Never.self) { try JSONReader.value(String(repeating: " ", count: 3 << 20) + "1") }
    }

    @Test("thousands of names are checked without squaring") func manyNames() throws {
        let members = (0..<4_000).map { "\"n\($0)\":\($0)" }
        #expect(try JSONReader.value("{" + members.joined(separator: ",") + "}").object?.members.count == 4_000)
        #expect(throws: FormatError.self) {
            try JSONReader.value("{" + (members + ["\"n3999\":1"]).joined(separator: ",") + "}")
        }
    }

    @Test("members keep order and know their place") func places() throws {
        let object = try #require(try JSONReader.value("{\"b\":1,\n  \"a\": [2]}").object)
        #expect(object.members.map(\.name) == ["b", "a"])
        #expect(object.place(of: "a") == JSONPlace(line: 2, column: 8))
    }
}

@Suite("JSON is read element by element")
struct JSONElementReaderTests {
    private func elements(_ text: String, member: String? = nil, chunk: Int = 3) throws -> [JSONElementReader.Element] {
        var reader = try JSONElementReader(ByteStream(Array(text.utf8), chunk: chunk), member: member)
        var elements: [JSONElementReader.Element] = []
        while let element = try reader.next() { elements.append(element) }
        return elements
    }

    @Test("of a top-level list, in chunks of any size", arguments: [1, 2, 7, 1000])
    func list(chunk: Int) throws {
        let found = try elements("[1,\n {\"a\":2} ,\"ก\"]", chunk: chunk)
        #expect(found.map(\.value) == [1, ["a": 2], "ก"])
        #expect(found.map(\.place.line) == [1, 2, 2])
        #expect(found[1].place.column == 2)
    }

    @Test("of a member, with the other members on both sides") func member() throws {
        let text = #"{"type":"X","features":[{"n":1},{"n":2}],"bbox":[1,2]}"#
        var reader = try JSONElementReader(ByteStream(text), member: "features")
        #expect(try reader.next()?.value == ["n": 1])
        #expect(reader.members.members.map(\.name) == ["type"])
        #expect(try reader.next()?.value == ["n": 2])
        #expect(try reader.next() == nil)
        #expect(reader.members.members.map(\.name) == ["type", "bbox"])
        #expect(reader.foundArray)
    }

    @Test(
        "and is as strict as ever",
        arguments: [
            ("[1,]", nil, "json.expected-value"), ("[1", nil, "json.ended-early"), ("[1] 2", nil, "json.trailing"),
            ("{}", nil, "json.expected-list"), ("[]", "a", "json.expected-object"), ("{\"a\":1}", "a", "json.no-list"),
            ("{\"a\":[],\"a\":[]}", "a", "json.duplicate-name"), ("{\"a\":[1]", "a", "json.ended-early"),
            ("{\"a\":[]}x", "a", "json.trailing"),
        ] as [(String, String?, String)])
    func strict(_ text: String, _ member: String?, _ key: String) throws {
        let error = try #require(throws: FormatError.self) { try elements(text, member: member) }
        #expect(error.problem.key == key)
    }

    @Test("the limit is for each element, not for the whole list") func limit() throws {
        var limits = Limits.standard
        limits.recordBytes = 100
        let long = "[" + (0..<1_000).map { "\"element \($0)\"" }.joined(separator: ",") + "]"
        var reader = try JSONElementReader(ByteStream(long), limits: limits)
        var count = 0
        while try reader.next() != nil { count += 1 }
        #expect(count == 1_000)
        var one = try JSONElementReader(ByteStream("[\"" + String(repeating: "a", count: 200) + "\"]"), limits: limits)
        #expect(throws: FormatError.self) { try one.next() }
    }
}
