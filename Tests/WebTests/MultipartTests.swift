import Testing

@testable import Web

@Suite("Uploads as forms")
struct MultipartTests {
    static let boundary = "----b0und"

    static func form(_ file: [UInt8], name: String = "a.csv") -> [UInt8] {
        var bytes = Array(
            "preamble\r\n--\(boundary)\r\nContent-Disposition: form-data; name=\"owner\"\r\n\r\nPolice สมชาย\r\n".utf8)
        bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n".utf8)
        bytes += Array(
            "--\(boundary)\r\ncontent-disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n"
                .utf8)
        return bytes + file + Array("\r\n--\(boundary)--\r\nepilogue".utf8)
    }

    static func parse(_ bytes: [UInt8], cuts: [Int]) throws -> (
        fields: [String: String], name: String?, file: [UInt8], ends: Int
    ) {
        var parser = MultipartParser(boundary: boundary)
        var (fields, name, file, ends) = ([String: String](), String?.none, [UInt8](), 0)
        var start = 0
        for cut in cuts + [bytes.count] {
            for event in try parser.receive(bytes[start..<cut]) {
                switch event {
                case .field(let field, let value): fields[field] = value
                case .fileBegins(_, let text): name = text
                case .fileBytes(let more): file += more
                case .fileEnds: ends += 1
                }
            }
            start = cut
        }
        try parser.finish()
        return (fields, name, file, ends)
    }

    @Test("however the bytes are cut, the same comes out", arguments: 0..<300)
    func chunks(_ seed: Int) throws {
        var random = Steps(state: UInt64(seed))
        // Bytes that look like parts of the boundary are the hard ones.
        let alphabet: [[UInt8]] = [
            [0x0D], [0x0A], [0x2D], Array("\r\n--".utf8), Array("\r\n------b0un".utf8), [0x41], [0],
        ]
        let file = (0..<random.next(60)).flatMap { _ in alphabet[random.next(alphabet.count)] }
        let bytes = Self.form(file)
        let cuts = (0..<random.next(40)).map { _ in random.next(bytes.count) }.sorted()
        let form = try Self.parse(bytes, cuts: cuts)
        #expect(form.fields == ["owner": "Police สมชาย", "empty": ""])
        #expect(form.name == "a.csv")
        #expect(form.file == file, "seed \(seed)")
        #expect(form.ends == 1)
    }

    @Test("byte by byte works too")
    func single() throws {
        let bytes = Self.form(Array("a,b\r\n1,2\r\n".utf8))
        let form = try Self.parse(bytes, cuts: Array(0..<bytes.count))
        #expect(form.file == Array("a,b\r\n1,2\r\n".utf8))
    }

    @Test("a form that ends too early is refused at every place", arguments: [10, 60, 150, 250])
    func cutOff(_ length: Int) {
        let bytes = Array(Self.form(Array("x".utf8)).prefix(length))
        #expect(throws: UploadProblem.cutOff) { try Self.parse(bytes, cuts: []) }
    }

    @Test("fields and headers have bounds")
    func limits() {
        let field = Array("--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
        #expect(throws: UploadProblem.fieldTooLarge) {
            try Self.parse(field + [UInt8](repeating: 65, count: 70_000), cuts: [])
        }
        #expect(throws: UploadProblem.headersTooLarge) {
            try Self.parse(Array("--\(Self.boundary)\r\nX: ".utf8) + [UInt8](repeating: 65, count: 9_000), cuts: [])
        }
        let many = (0..<70).flatMap { _ in field + Array("v\r\n".utf8) }
        #expect(throws: UploadProblem.tooManyParts) { try Self.parse(many, cuts: []) }
    }

    @Test(
        "the name of a file is its last part, whatever a browser sends",
        arguments: [
            ("filename=\"a.csv\"", "a.csv"), ("filename=\"C:\\dir\\a.csv\"", "a.csv"),
            ("filename=../../etc/passwd", "passwd"),
            ("filename=\"a%22b.csv\"", "a\"b.csv"), ("filename=\"a;b.csv\"", "a;b.csv"),
            ("filename=\"รายงาน.csv\"", "รายงาน.csv"),
        ])
    func names(_ parameter: String, _ name: String) {
        #expect(Disposition(headers: "Content-Disposition: form-data; name=\"file\"; \(parameter)")?.fileName == name)
    }

    @Test(
        "the boundary is taken from the content type",
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"),
            ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", "a b"),
            ("text/plain; boundary=abc", nil), ("multipart/form-data", nil),
        ] as [(String, String?)])
    func boundaries(_ type: String, _ boundary: String?) {
        #expect(MultipartParser.boundary(contentType: type) == boundary)
    }
}
