import Foundation
import Testing

@testable import Records

@Suite("Documents as JSON, and as values")
struct TreeTests {
    static let tree: Tree = .object([
        "text": .text("a \"quoted\" \\ line\nand\u{1}\t ไทย ខ្មែរ 🙂"), "none": .null, "yes": .flag(true),
        "no": .flag(false),
        "whole": .integer(-9_007_199_254_740_993), "part": .number(0.1), "tiny": .number(1.5e-7), "empty": .text(""),
        "list": .list([.integer(1), .list([]), .object([:]), .text("x")]),
    ])

    @Test("what is written is read again, by us and by others, and the keys are sorted")
    func roundTrip() throws {
        let bytes = Self.tree.bytes
        #expect(Tree(json: bytes) == Self.tree)
        #expect(try JSONDecoder().decode(Tree.self, from: Data(bytes)) == Self.tree)
        #expect(Tree.object(["b": .null, "a": .integer(1)]).bytes == Array(#"{"a":1,"b":null}"#.utf8))
    }

    @Test("what others write is read")
    func reading() throws {
        let json = #" { "a" : [ 1 , 2.0e0 , -0.5 , true , null ] , "b" : "\u0e01\ud83d\ude42\/\b\f\n\r\t\"\\" } "#
        let expected: Tree = .object([
            "a": .list([.integer(1), .integer(2), .number(-0.5), .flag(true), .null]),
            "b": .text("\u{e01}🙂/\u{8}\u{c}\n\r\t\"\\"),
        ])
        #expect(Tree(json: Array(json.utf8)) == expected)
        #expect(try JSONDecoder().decode(Tree.self, from: Data(json.utf8)) == expected)
    }

    @Test(
        "what is no JSON is not read",
        arguments: [
            "", "{", "[1,]", #"{"a"}"#, #"{"a":1,}"#, "tru", "1 2", #""\ud800""#, #""\x""#, "\"\u{1}\"", "1-2", "nul",
            #"""#,
            String(repeating: "[", count: 100_000),
        ])
    func refusing(_ text: String) { #expect(Tree(json: Array(text.utf8)) == nil) }

    @Test("cut or changed anywhere, it is read or refused, and nothing else")
    func damaged() {
        let bytes = Self.tree.bytes
        for end in bytes.indices { #expect(Tree(json: Array(bytes[..<end])) == nil) }
        for place in bytes.indices {
            for byte in [0, 0x22, 0x5C, 0x7B, 0x80, 0xFF] as [UInt8] {
                var changed = bytes
                changed[place] = byte
                if let read = Tree(json: changed) { #expect(Tree(json: read.bytes) == read) }
            }
        }
    }

    struct Everything: Codable, Equatable {
        enum Choice: String, Codable { case one, two }
        enum Case: Codable, Equatable { case plain, named(text: String, number: Int) }
        struct Inner: Codable, Equatable { var list: [Choice] }
        var text = "x"
        var flag = true
        var number = 3
        var byte: UInt8 = 255
        var real = 2.5
        var whole = 2.0
        var maybe: String?
        var there: String? = "y"
        var choice = Choice.two
        var cases = [Case.plain, .named(text: "z", number: 1)]
        var inner = Inner(list: [.one, .two])
        var names = ["a": [1, 2], "b": []]
    }

    @Test("a value becomes a tree and the tree the value, as through JSON")
    func values() throws {
        let value = Everything()
        let tree = try Tree(of: value)
        #expect(try tree.value(Everything.self) == value)
        #expect(tree == (try JSONDecoder().decode(Tree.self, from: JSONEncoder().encode(value))))
        #expect(try JSONDecoder().decode(Everything.self, from: Data(tree.bytes)) == value)
    }

    @Test("a value that does not fit is named", arguments: ["text", "byte", "number", "choice"])
    func misfits(_ name: String) throws {
        guard case .object(var fields) = try Tree(of: Everything()) else { return }
        fields[name] = name == "byte" ? .integer(256) : .list([])
        let wrong = Tree.object(fields)
        let thrown = #expect(throws: DecodingError.self) { try wrong.value(Everything.self) }
        #expect(thrown?.field == name)
    }
}
