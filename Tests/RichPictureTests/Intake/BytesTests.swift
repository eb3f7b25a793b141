import Access
import Foundation
import TestSupport
import Testing

@testable import RichPicture

@Suite("What came is kept byte for byte, and its lines are its lines")
struct BytesTests {
    struct File: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var encoding: String
        var testDescription: String { name }
    }

    static let lines = [
        "name,native,born,phone,note", "Somchai,สมชาย,,0812345678,เรือ", "Hla,,,,\"a, b\"", "Malee,มาลี,,,ok",
    ]

    static func text(_ end: String) -> String { lines.map { $0 + end }.joined() }

    static func cp874(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0xE00 + 0xA0) }
    }

    static func utf16(_ text: String, big: Bool) -> [UInt8] {
        ([0xFEFF] + Array(text.utf16)).flatMap {
            big ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
        }
    }

    static let files = [
        File(name: "utf-8, LF", bytes: Array(text("\n").utf8), encoding: "utf-8"),
        File(name: "utf-8, mark, CRLF", bytes: [0xEF, 0xBB, 0xBF] + Array(text("\r\n").utf8), encoding: "utf-8"),
        File(name: "utf-8, CR", bytes: Array(text("\r").utf8), encoding: "utf-8"),
        File(name: "utf-8, no last end", bytes: Array(text("\n").utf8.dropLast()), encoding: "utf-8"),
        File(name: "windows-874, CRLF", bytes: cp874(text("\r\n")), encoding: "windows-874"),
        File(name: "windows-874, CR", bytes: cp874(text("\r")), encoding: "windows-874"),
        File(name: "utf-16le, CRLF", bytes: utf16(text("\r\n"), big: false), encoding: "utf-16le"),
        File(name: "utf-16be, LF", bytes: utf16(text("\n"), big: true), encoding: "utf-16be"),
    ]

    /// The hash in another program's words.
    static func sha256(_ bytes: [UInt8], in picture: Picture) throws -> String {
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        process.arguments = [try picture.file("hash", bytes)]
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(64), as: UTF8.self)
    }

    @Test("bytes, hash, encoding and every line", arguments: Backend.present, files)
    func kept(_ backend: Backend, _ file: File) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(file.bytes, .people())
            #expect(staged.source.encoding.lowercased() == file.encoding)
            #expect(staged.source.size == file.bytes.count)
            #expect(staged.source.hash == (try Self.sha256(file.bytes, in: picture)))
            #expect(staged.source.counts.rows == 3 && staged.rejected.isEmpty)
            try await picture.commit(staged.source.id)
            #expect(try await picture.bytes(of: staged.source.id) == file.bytes)
            for (index, line) in Self.lines.enumerated() {
                let view = try #require(
                    try await picture.rich.source(staged.source.id, line: index + 1, context: 0, as: picture.viewer))
                #expect(view.lines.map(\.number) == [index + 1] && view.lines.map(\.text) == [line])
            }
            let hit = try #require(try await picture.first("สมชาย"))
            #expect(hit.citation?.line == 2)
            let view = try #require(
                try await picture.rich.source(staged.source.id, line: 2, context: 1, as: picture.viewer))
            #expect(view.lines.map(\.number) == [1, 2, 3] && view.highlighted == 2)
            #expect(Set(view.mentions.map(\.kind)) == [.person, .phone])
        }
    }

    @Test("lines far into a file of many chunks, with an odd byte at every border", arguments: Backend.present)
    func chunks(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let lines = ["name,native,born,phone,note"] + (0..<30_000).map { "P\($0),สมชาย\($0),,,เรือ \($0 % 97)" }
            for (name, bytes) in [
                ("utf-8", Array(lines.map { $0 + "\r\n" }.joined().utf8)),
                ("utf-16", Self.utf16(lines.map { $0 + "\r\n" }.joined(), big: false)),
            ] {
                let staged = try await picture.stage(bytes, .people("\(name).csv"))
                #expect(staged.source.counts.rows == 30_000)
                #expect(try await picture.bytes(of: staged.source.id) == bytes, "\(name)")
                for number in [1, 2, 6_000, 12_345, 29_999, 30_001] {
                    let view = try #require(
                        try await picture.rich.source(staged.source.id, line: number, context: 1, as: picture.viewer))
                    let expected = (max(1, number - 1)...min(lines.count, number + 1)).map { lines[$0 - 1] }
                    #expect(view.lines.map(\.text) == expected, "\(name) \(number)")
                }
            }
        }
    }

    @Test(
        "a line that no file has does no harm", arguments: Backend.present,
        [(-5, 3), (0, 0), (99, 2), (Int.max, Int.max), (Int.min, Int.min), (3, -4)])
    func oddLines(_ backend: Backend, _ asked: (Int, Int)) async throws {
        try await Picture.open(backend) { picture in
            let source = try await picture.add(Self.text("\n"), .people())
            let view = try await picture.rich.source(source.id, line: asked.0, context: asked.1, as: picture.viewer)
            #expect(view?.source.id == source.id)
        }
    }
}
