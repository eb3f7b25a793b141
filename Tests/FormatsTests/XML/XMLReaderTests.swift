import Testing

@testable import Formats

@Suite("XML as a stream of events")
struct XMLReaderTests {
    private func events(_ bytes: [UInt8], chunk: Int = 1 << 16, limits: Limits = .standard) throws -> [XMLEvent] {
        let reader = XMLReader(ByteStream(bytes, chunk: chunk), limits: limits)
        var events: [XMLEvent] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    private func events(_ text: String, chunk: Int = 1 << 16, limits: Limits = .standard) throws -> [XMLEvent] {
        try events(Array(text.utf8), chunk: chunk, limits: limits)
    }

    private func brief(_ events: [XMLEvent]) -> String {
        events.map { event in
            switch event {
            case .start(let tag): "<\(tag.name)\(tag.attributes.map { " \($0.name)=\($0.value)" }.joined())>"
            case .text(let text): text
            case .end(let name): "</\(name)>"
            }
        }.joined()
    }

    @Test(
        "starts, texts and ends come in order, texts whole",
        arguments: [
            ("<a><b/>x</a>", "<a><b></b>x</a>"),
            ("<a>1 &lt; 2 &amp;&#65;<![CDATA[<b>]]> end</a>", "<a>1 < 2 &A<b> end</a>"),
            ("<a>one<!-- no -->two<?pi no?>three</a>", "<a>onetwothree</a>"),
            ("<a>\n  <b> </b>\n</a>", "<a><b> </b></a>"),
            ("<a>  x <b/> y</a>", "<a>  x <b></b> y</a>"), ("<a x='1' y='&quot;'/>", "<a x=1 y=\"></a>"),
            ("<ก>สวัสดี</ก>", "<ก>สวัสดี</ก>"),
            ("<a></a>", "<a></a>"), ("<a> </a>", "<a> </a>"),
        ])
    func order(text: String, expected: String) throws {
        #expect(brief(try events(text)) == expected)
        #expect(brief(try events(text, chunk: 1)) == expected)
    }

    @Test("names come without prefix, with their namespace")
    func namespaces() throws {
        let text = "<c:Doc xmlns:c='urn:x' xmlns='urn:y' c:k='1' j='2'><In/></c:Doc>"
        guard case .start(let outer) = try events(text)[0], case .start(let inner) = try events(text)[1] else {
            Issue.record("expected two starts")
            return
        }
        #expect(outer.name == "Doc")
        #expect(outer.namespace == "urn:x")
        #expect(outer.attributes.map(\.namespace) == ["urn:x", ""])
        #expect(outer["k"] == "1")
        #expect(inner.namespace == "urn:y")
    }

    @Test("tags know their line and column, in characters")
    func places() throws {
        let starts = try events("<a>\n กข<b/>\r\n<c/></a>").compactMap { event in
            if case .start(let tag) = event { "\(tag.name) \(tag.line):\(tag.column)" } else { nil }
        }
        #expect(starts == ["a 1:1", "b 2:4", "c 3:1"])
    }

    @Test("UTF-16 and Latin-1 are read as declared")
    func encodings() throws {
        let utf16 = [UInt8]([0xFE, 0xFF]) + "<a>é</a>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(brief(try events(utf16)) == "<a>é</a>")
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(brief(try events(latin)) == "<a>é</a>")
    }

    @Test(
        "malformed XML is refused with its place and what is wrong",
        arguments: [
            ("", 1, 1, XMLProblem.empty), ("  \n", 2, 1, .empty),
            ("<a>\n<b></a>", 2, 6, .mismatchedEnd(open: "b", line: 2)),
            ("<a>\n<b>", 2, 4, .cutOff(open: "b", line: 2)), ("<a/><b/>", 1, 5, .trailing),
            ("<a>&nope;</a>", 1, 4, .unknownEntity),
            ("<a x='1' x='2'/>", 1, 10, .duplicateAttribute), ("<p:a/>", 1, 1, .unknownPrefix),
            ("<a>1 < 2</a>", 1, 7, .invalidCharacters),
            ("<a>\u{1}</a>", 1, 4, .invalidCharacters),
            ("<?xml version='1.0' encoding='KOI8-R'?><a/>", 1, 31, .unknownEncoding("KOI8-R")),
            ("not xml", 1, 1, .invalidCharacters),
        ])
    func malformed(text: String, line: Int, column: Int, problem: XMLProblem) {
        #expect(throws: FormatError(line: line, column: column, problem: problem.phrase)) { try events(text) }
    }

    @Test(
        "a text that is too long is refused at its beginning, however the input comes in chunks",
        arguments: [1, 7, 1000])
    func longText(chunk: Int) {
        var limits = Limits()
        limits.fieldBytes = 10
        let text = "<a>\n<b>12345678901</b></a>"
        #expect(throws: FormatError(line: 2, column: 4, problem: XMLProblem.textTooLong(limit: 10).phrase)) {
            try events(text, chunk: chunk, limits: limits)
        }
    }

    @Test("events before the fault are handed out, and the fault stays")
    func faultStays() throws {
        let reader = XMLReader(ByteStream("<a><b/></c>"))
        for _ in 0..<3 { #expect(try reader.next() != nil) }
        for _ in 0..<2 { #expect(throws: FormatError.self) { try reader.next() } }
    }

    @Test("an element can be skipped whole")
    func skip() throws {
        let reader = XMLReader(ByteStream("<a><b><c>x</c><b/></b><d/></a>"))
        _ = try reader.next()
        _ = try reader.next()
        try reader.skipElement()
        guard case .start(let tag) = try reader.next() else { Issue.record("expected <d>"); return }
        #expect(tag.name == "d")
    }
}

@Suite("XML bombs")
struct XMLBombTests {
    /// Reads to the refusal and says how many bytes it took.
    private func refusal(of pull: @escaping () -> [UInt8]?) -> (FormatError?, bytes: Int) {
        var given = 0
        let reader = XMLReader(
            ByteStream {
                let chunk = pull()
                given += chunk?.count ?? 0
                return chunk
            })
        do {
            while try reader.next() != nil {}
            return (nil, given)
        } catch {
            return (error as? FormatError, given)
        }
    }

    /// A head, then the same chunk many times: 100 MB unless said.
    private func bomb(_ head: String, _ unit: String, chunks: Int = 1600) -> () -> [UInt8]? {
        let chunk = [UInt8](String(repeating: unit, count: (1 << 16) / unit.utf8.count).utf8)
        var rounds = 0
        return {
            defer { rounds += 1 }
            return rounds == 0 ? Array(head.utf8) : rounds <= chunks ? chunk : nil
        }
    }

    @Test(
        "billion laughs and outside entities are refused at the door",
        arguments: [
            "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><l>&b;</l>",
            "<!DOCTYPE l SYSTEM 'file:///etc/passwd'><l/>",
            "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&x;</l>",
            "<!DOCTYPE l [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]><l/>",
        ])
    func doctype(text: String) {
        var rest: [UInt8]? = Array(text.utf8)
        let (error, _) = refusal {
            defer { rest = nil }; return rest
        }
        #expect(error?.problem == XMLProblem.doctype.phrase)
    }

    @Test("deep nesting is refused at the limit")
    func deep() {
        let (error, bytes) = refusal(of: bomb("<a>", "<a>"))
        #expect(error?.problem == XMLProblem.tooDeep(limit: 64).phrase)
        #expect(error?.column == 64 * 3 + 1)
        #expect(bytes < 1 << 18)
    }

    @Test(
        "100 MB of text, in a comment, in an attribute, in a tag's name are refused within 2 MB",
        arguments: [
            ("<a>", "x"), ("<a><!--", "x"), ("<a b='", "x"), ("<a", "x"), ("<a><?pi ", "x"), ("<a><![CDATA[", "x"),
            ("<a>", "&amp;"), ("<a>", " "),
        ])
    func long(head: String, unit: String) {
        let (error, bytes) = refusal(of: bomb(head, unit))
        #expect(error != nil)
        #expect(bytes < 2 << 20)
    }

    @Test("too many attributes are refused")
    func attributes() {
        let text = "<a " + (0..<5000).map { "a\($0)='1'" }.joined(separator: " ") + "/>"
        #expect(throws: FormatError(line: 1, column: 1, problem: XMLProblem.tooManyAttributes(limit: 4096).phrase)) {
            try XMLReader(ByteStream(text)).next()
        }
    }

    @Test("megabytes of small elements pass")
    func many() {
        let (error, bytes) = refusal(of: bomb("<a>", "<b c='d'>text</b>", chunks: 64))
        #expect(error?.problem == XMLProblem.cutOff(open: "a", line: 1).phrase)
        #expect(bytes > 4_000_000)
    }
}
