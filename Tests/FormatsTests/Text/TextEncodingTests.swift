import Testing

@testable import Formats

@Suite("Encodings")
struct TextEncodingTests {
    static let thai = "ชื่อ,ที่อยู่\nสมชาย ใจดี,กรุงเทพมหานคร เขตบางรัก\nประเสริฐ น้ำเพชร,เชียงใหม่\n"
    static let vietnamese =
        "họ tên,địa chỉ\nNguyễn Thị Hương,Đường Trần Hưng Đạo\nLê Văn Tuấn,Quận Bình Thạnh\nPhạm Đức Thắng,Hải Phòng\n"
    static let chinese = "姓名,地址\n王小明,云南省昆明市西山区\n李秀英,广东省广州市天河区\n单雄信,瑞丽市姐告\n"
    static let french = "nom,adresse\nRené Lefèvre,rue de la Forêt\nZoë Müller,chaussée d'Alès\n"

    static let real: [(TextEncoding, String)] = [
        (.utf8, thai), (.utf8, vietnamese), (.utf8, chinese), (.utf8, "plain, old\n"), (.utf16le, thai),
        (.utf16le, chinese), (.utf16be, vietnamese), (.utf16be, "name,mark\na😀,b\n"), (.windows874, thai),
        (.windows1258, vietnamese), (.windows1252, french), (.gb18030, chinese), (.gb18030, "王😀,𠀀,é\n"),
    ]

    @Test("Text in every encoding comes back, in chunks of any size", arguments: real)
    func roundTrip(_ encoding: TextEncoding, _ text: String) throws {
        let bytes = TextEncoding.encode(text, as: encoding)
        if encoding != .utf8 { #expect(bytes != Array(text.utf8)) }
        for chunk in [1, 2, 3, 7, 1 << 16] {
            let back = try ByteStream(bytes, chunk: chunk).decoded(from: encoding).all()
            #expect(String(decoding: back, as: UTF8.self) == text, "chunks of \(chunk)")
        }
    }

    @Test("The encoding is recognised from its bytes, cut anywhere", arguments: real)
    func detected(_ encoding: TextEncoding, _ text: String) {
        let bytes = TextEncoding.encode(text, as: encoding)
        #expect(TextEncoding.detect(prefix: bytes).encoding == encoding)
        for cut in (bytes.count * 2 / 3)..<bytes.count {
            #expect(TextEncoding.detect(prefix: Array(bytes[..<cut])).encoding == encoding, "first \(cut) bytes")
        }
    }

    @Test(
        "A byte order mark decides and does not come through",
        arguments: [
            (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16le, [0xFF, 0xFE]), (.utf16be, [0xFE, 0xFF]),
            (.gb18030, [0x84, 0x31, 0x95, 0x33]),
        ] as [(TextEncoding, [UInt8])])
    func mark(_ encoding: TextEncoding, _ mark: [UInt8]) throws {
        let bytes = mark + TextEncoding.encode("a,ก\n", as: encoding)
        #expect(TextEncoding.detect(prefix: bytes) == DetectedEncoding(encoding: encoding, confidence: 1, hadBOM: true))
        for chunk in [1, 100] {
            #expect(try ByteStream(bytes, chunk: chunk).decoded(from: encoding).all() == Array("a,ก\n".utf8))
        }
    }

    @Test(
        "Names as people type them",
        arguments: [
            ("cp874", .windows874), ("TIS-620", .windows874), ("Windows-1258", .windows1258), ("gb18030", .gb18030),
            ("GBK", .gb18030), ("utf-16", .utf16le), ("UTF_16 BE", .utf16be), ("utf8", .utf8), ("latin1", .windows1252),
            ("ansi", .windows1252), ("klingon", nil), ("", nil),
        ] as [(String, TextEncoding?)])
    func names(_ typed: String, _ encoding: TextEncoding?) {
        #expect(TextEncoding(named: typed) == encoding)
    }

    @Test("Every encoding is known by its own name", arguments: TextEncoding.allCases)
    func ownName(_ encoding: TextEncoding) {
        #expect(TextEncoding(named: encoding.name) == encoding)
    }

    @Test("UTF-8 with a few broken bytes is still UTF-8: they are for the rejection list")
    func nearlyUTF8() {
        let bytes = Array(Self.thai.utf8) + [0xCA, 0xC1] + Array(Self.thai.utf8)
        let detected = TextEncoding.detect(prefix: bytes)
        #expect(detected.encoding == .utf8)
        #expect(detected.confidence < 1)
    }

    @Test(
        "A byte that is no character rejects its record only, whatever the encoding",
        arguments: [
            (.windows874, [0xFF]), (.windows1252, [0x81]), (.gb18030, [0xFF]), (.utf16le, [0x00, 0xD8]),
            (.utf16be, [0xDC, 0x00]), (.windows1258, [0x8A]),
        ] as [(TextEncoding, [UInt8])])
    func malformed(_ encoding: TextEncoding, _ bad: [UInt8]) throws {
        let good = TextEncoding.encode("a,b\n", as: encoding)
        let bytes =
            good + TextEncoding.encode("c,d", as: encoding) + bad + TextEncoding.encode("e\n", as: encoding) + good
        for chunk in [1, 3, 100] {
            let reading = Reading(try ByteStream(bytes, chunk: chunk).decoded(from: encoding))
            #expect(reading.records == [["a", "b"], ["a", "b"]])
            #expect(reading.rejected == ["2:4 text.malformed-byte"])
        }
    }

    @Test("A file cut inside a character loses its last record only")
    func cut() throws {
        for encoding in [TextEncoding.utf16le, .gb18030, .utf8] {
            let bytes = TextEncoding.encode("a,b\nc,王", as: encoding).dropLast()
            let reading = Reading(try ByteStream(Array(bytes)).decoded(from: encoding))
            #expect(reading.records == [["a", "b"]])
            #expect(reading.rejected == ["2:3 text.malformed-byte"])
        }
    }

    @Test("A character that the encoding lacks is written as a question mark")
    func lacking() {
        #expect(TextEncoding.encode("aกb", as: .windows1252) == Array("a?b".utf8))
        #expect(TextEncoding.encode("a王ก", as: .windows874) == [0x61, 0x3F, 0xA1])
    }
}
