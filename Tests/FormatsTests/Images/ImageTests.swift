import Testing

@testable import Formats

@Suite("Images are sources: facts are told, what is hidden is taken out")
struct ImageTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let format: ImageFacts.Format
        let bytes: [UInt8]
        let plain: [UInt8]
        let metadata: Set<ImageFacts.Metadata>
        var testDescription: String { format.rawValue }
    }

    static let samples = [
        Sample(
            format: .jpeg, bytes: ImageFixtures.jpeg(), plain: ImageFixtures.jpeg(metadata: false),
            metadata: Set(ImageFacts.Metadata.allCases)),
        Sample(
            format: .png, bytes: ImageFixtures.png(), plain: ImageFixtures.png(metadata: false),
            metadata: Set(ImageFacts.Metadata.allCases)),
        Sample(
            format: .webp, bytes: ImageFixtures.webp(), plain: ImageFixtures.webp(metadata: false),
            metadata: [.exif, .gps, .thumbnail, .comment, .colourProfile, .xmp, .other]),
        Sample(
            format: .gif, bytes: ImageFixtures.gif(), plain: ImageFixtures.gif(metadata: false),
            metadata: [.comment, .xmp, .other]),
    ]

    @Test("R068: the facts of an image", arguments: samples)
    func facts(_ sample: Sample) throws {
        let facts = try ImageFacts.read(sample.bytes)
        #expect(facts.format == sample.format)
        #expect(facts.width == 16 && facts.height == 8)
        #expect(facts.orientation == 1)
        #expect(facts.metadata == sample.metadata)
        #expect(try ImageFacts.read(sample.plain).metadata.isEmpty)
    }

    @Test(
        "RL-07, R068: an image that is shown or exported holds no place, text, thumbnail or hidden tail",
        arguments: samples)
    func strip(_ sample: Sample) throws {
        #expect(sample.bytes.contains(run: ImageFixtures.secret))
        let clean = try ImageCleaner.strip(sample.bytes)
        #expect(!clean.contains(run: ImageFixtures.secret))
        #expect(!clean.contains(run: Array("Exif".utf8)) && !clean.contains(run: Array("EXIF".utf8)))
        let facts = try ImageFacts.read(clean)
        #expect(facts.metadata.isEmpty && facts.width == 16 && facts.height == 8)
        #expect(try ImageCleaner.strip(clean) == clean, "cleaning twice changes nothing")
        #expect(try ImageCleaner.strip(sample.plain) == sample.plain, "a clean image stays as it is")
    }

    @Test("the pixels are copied byte for byte") func pixels() throws {
        let jpeg = try ImageCleaner.strip(ImageFixtures.jpeg())
        #expect(jpeg.contains(run: ImageFixtures.jpegTables) && jpeg.contains(run: ImageFixtures.jpegPixels))
        #expect(jpeg.starts(with: [0xFF, 0xD8]) && jpeg.suffix(2).elementsEqual([0xFF, 0xD9]))
        #expect(try ImageCleaner.strip(ImageFixtures.webp()).contains(run: ImageFixtures.lossless))
        let png = try ImageCleaner.strip(ImageFixtures.png())
        #expect(png == ImageFixtures.png(metadata: false))
    }

    @Test("how the camera was held is kept, and nothing else of EXIF", arguments: 2...8)
    func orientation(_ orientation: Int) throws {
        for bytes in [
            ImageFixtures.jpeg(orientation: orientation), ImageFixtures.png(orientation: orientation),
            ImageFixtures.webp(orientation: orientation),
        ] {
            let clean = try ImageCleaner.strip(bytes)
            #expect(!clean.contains(run: ImageFixtures.secret))
            let facts = try ImageFacts.read(clean)
            #expect(facts.orientation == orientation && facts.metadata == [.exif] && facts.width == 16)
            #expect(try ImageCleaner.strip(clean) == clean)
        }
    }

    @Test("an animated WebP keeps its frames and loses what stands between") func animation() throws {
        func frame(_ extra: [UInt8]) -> [UInt8] {
            ImageFixtures.riff("ANMF", [UInt8](repeating: 0, count: 16) + ImageFixtures.lossless + extra)
        }
        func file(_ extra: [UInt8]) -> [UInt8] {
            let chunks =
                ImageFixtures.riff("VP8X", [2, 0, 0, 0, 15, 0, 0, 7, 0, 0])
                + ImageFixtures.riff("ANIM", [0, 0, 0, 0, 0, 0]) + frame(extra) + frame([])
            return Array("RIFF".utf8) + ImageFixtures.little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
        }
        let hidden = file(ImageFixtures.riff("XMP ", ImageFixtures.secret))
        #expect(try ImageCleaner.strip(hidden) == file([]))
    }

    @Test("TIFF: facts, but refused for display") func tiff() throws {
        let facts = try ImageFacts.read(ImageFixtures.tiff)
        #expect(facts.format == .tiff && facts.width == 16 && facts.height == 8 && facts.metadata == [.gps])
        #expect(throws: ImageRefusal.cannotClean(.tiff)) { try ImageCleaner.strip(ImageFixtures.tiff) }
    }

    @Test(
        "what is no image, or not built as it says, is refused",
        arguments: [
            (Array("<svg onload=x>".utf8), .unknownFormat), ([], .unknownFormat), ([0xFF, 0xD8, 0xFF], .cutOff),
            (Array(ImageFixtures.jpeg().prefix(60)), .cutOff),
            ([0xFF, 0xD8] + ImageFixtures.jpegTables + [0xFF, 0xD9], .noPixels),
            ([0xFF, 0xD8, 0xFF, 0xDB, 0, 1], .broken(at: 2)), ([0xFF, 0xD8, 0xFF, 0xDB, 0xFF, 0xFF, 0], .cutOff),
            ([0xFF, 0xD8] + ImageFixtures.segment(0xF7, [1]), .unknownPart(at: 2)),
            (
                [0xFF, 0xD8] + ImageFixtures.segment(0xDB, [0] + [UInt8](repeating: 1, count: 70)),
                .broken(at: 2)
            ),
            (
                [0xFF, 0xD8] + ImageFixtures.segment(0xC0, [8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 1, 1, 1]),
                .tooManyPixels(width: 65_535, height: 65_535)
            ),
            (
                ImageFixtures.png(width: 1_000_000, height: 1_000_000),
                .tooManyPixels(width: 1_000_000, height: 1_000_000)
            ),
            (ImageFixtures.png(width: 0), .noPixels), (ImageFixtures.pngHead, .cutOff),
            (ImageFixtures.pngHead + ImageFixtures.chunk("IDAT", [1]), .broken(at: 8)),
            (ImageFixtures.pngHead + [0xFF, 0xFF, 0xFF, 0xFF] + Array("IHDR".utf8), .cutOff),
            (Array(ImageFixtures.png().dropLast(ImageFixtures.secret.count + 4)), .cutOff),
            (Array("RIFF".utf8) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("WEBP".utf8), .cutOff),
            (Array("RIFF".utf8) + [4, 0, 0, 0] + Array("WEBP".utf8), .noPixels),
            (Array(ImageFixtures.gif(metadata: false).dropLast()), .cutOff),
        ] as [([UInt8], ImageRefusal)])
    func refused(_ bytes: [UInt8], _ refusal: ImageRefusal) {
        #expect(throws: refusal) { try ImageCleaner.strip(bytes) }
    }

    @Test("a wrong checksum and a critical chunk that nobody knows are refused") func pngChecks() {
        var spoiled = ImageFixtures.png(metadata: false)
        spoiled[20] ^= 1
        #expect(throws: ImageRefusal.broken(at: 8)) { try ImageCleaner.strip(spoiled) }
        let head = ImageFixtures.pngHead + ImageFixtures.chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
        #expect(throws: ImageRefusal.unknownPart(at: 33)) {
            try ImageCleaner.strip(head + ImageFixtures.chunk("NEWC", [1]))
        }
    }

    @Test("cut off anywhere or changed anywhere, an image is refused or comes out clean", arguments: samples)
    func damage(_ sample: Sample) {
        for length in 0..<sample.bytes.count { _ = try? ImageFacts.read(Array(sample.bytes.prefix(length))) }
        var dice = Dice(seed: 7)
        for _ in 0..<2_000 {
            var bytes = sample.bytes
            bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            guard let clean = try? ImageCleaner.strip(bytes) else { continue }
            #expect((try? ImageFacts.read(clean))?.metadata.subtracting([.exif]).isEmpty == true)
            #expect((try? ImageCleaner.strip(clean)) == clean)
        }
    }
}
