import Access
import TestSupport
import Testing

@testable import RichPicture

@Suite("R068, RL-07: images are sources, and show nothing of where they were taken")
struct ImageIntakeTests {
    static let secret = Array("13.7563N,100.5018E home of Aye Aye".utf8)

    static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 255)] + payload
    }

    /// A JPEG of 16 × 8 pixels with a place in its EXIF and in a comment.
    static let jpeg: [UInt8] = {
        let tiff: [UInt8] =
            Array("MM".utf8) + [
                0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x0E, 0, 2, 0, 0, 0, UInt8(secret.count), 0, 0, 0, 26, 0, 0, 0, 0,
            ]
        let exif = segment(0xE1, Array("Exif\0\0".utf8) + tiff + secret)
        let tables =
            segment(0xDB, [0] + [UInt8](repeating: 1, count: 64)) + segment(0xC0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0])
            + segment(0xC4, [0, 1] + [UInt8](repeating: 0, count: 15) + [0])
        let pixels = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34]
        return [0xFF, 0xD8] + exif + segment(0xFE, secret) + tables + pixels + [0xFF, 0xD9]
    }()

    static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: part) }
    }

    @Test("the bytes are kept, what is shown is stripped", arguments: Backend.present)
    func image(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(Self.jpeg, ImportRequest(name: "gate.jpg", owner: "immigration"))
            #expect(staged.source.format == "image" && staged.source.stream == .image)
            #expect(try await picture.rich.image(staged.source.id, as: picture.viewer) == nil)
            let source = try await picture.commit(staged.source.id)
            #expect(source.counts.entities == ["image": 1])
            #expect(try await picture.bytes(of: source.id) == Self.jpeg)
            let shown = try #require(try await picture.rich.image(source.id, as: picture.viewer))
            #expect(shown.mediaType == "image/jpeg")
            #expect(Self.holds(Self.jpeg, Self.secret) && !Self.holds(shown.bytes, Self.secret))
            let stranger = Viewer(name: "x", organisation: "x", clearance: Clearance([]))
            #expect(try await picture.rich.image(source.id, as: stranger) == nil)
            let view = try #require(try await picture.rich.source(source.id, line: 1, context: 3, as: picture.viewer))
            #expect(view.lines.isEmpty && view.mentions.map(\.kind) == [.image])
            for text in ["Aye Aye", "13.7563"] {
                let hits = try await picture.rich.search(SearchQuery(text), as: picture.viewer).total
                #expect(hits == 0)
            }
            _ = try await picture.rich.withdraw(source.id, because: "victim", as: picture.viewer)
            #expect(try await picture.rich.image(source.id, as: picture.viewer) == nil)
        }
    }

    @Test("half an image is refused whole", arguments: Backend.present)
    func broken(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            await #expect(throws: IntakeError.self) {
                try await picture.stage(
                    Array(Self.jpeg.prefix(60)), ImportRequest(name: "half.jpg", owner: "immigration"))
            }
            let left = try await picture.rich.sources(as: picture.viewer)
            #expect(left.isEmpty)
        }
    }
}
