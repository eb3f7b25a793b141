import Testing

@testable import Formats

@Suite("JSON is written")
struct JSONWriterTests {
    @Test("compact, indented, and safe in HTML") func styles() {
        let value: JSONValue = ["a": [1, true, .null], "b": [:], "c": "</script>&\u{2028}ก"]
        #expect(JSONWriter.text(value) == "{\"a\":[1,true,null],\"b\":{},\"c\":\"</script>&\u{2028}ก\"}")
        #expect(
            JSONWriter.text(value, style: .html)
                == #"{"a":[1,true,null],"b":{},"c":"\u003c/script\u003e\u0026\u2028ก"}"#)
        #expect(JSONWriter.text(["a": [1], "b": []], style: .indented) == "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}")
    }

    @Test("control characters are escaped") func controls() {
        #expect(JSONWriter.text("\u{0}\u{1F}\n\"\\") == #""\u0000\u001f\n\"\\""#)
        #expect(JSONWriter.text(.number(.infinity)) == "null")
    }

    @Test("what is written is read back", arguments: 0..<50 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = Dice(seed: seed)
        let value = random.json(depth: 4)
        for style in [JSONWriter.Style.compact, .html, .indented] {
            let text = JSONWriter.text(value, style: style)
            #expect(try JSONReader.value(text) == value, "seed \(seed)")
            if style.isSafeInHTML { #expect(!text.contains("<"), "seed \(seed)") }
        }
        #expect(JSONWriter.text(value) == JSONWriter.text(try JSONReader.value(JSONWriter.text(value))), "seed \(seed)")
    }
}
