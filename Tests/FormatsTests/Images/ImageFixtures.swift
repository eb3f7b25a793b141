import CZlib

@testable import Formats

/// Images built by hand, byte by byte, so that every part of them is known.
enum ImageFixtures {
    /// The secret that must never come out again: the text of a place.
    static let secret = Array("13.7563N,100.5018E home of Aye Aye".utf8)

    static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(value >> ($0 * 8) & 0xFF) }
    }

    static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

    /// A TIFF structure with an orientation, a description, a GPS directory and a thumbnail.
    static func exif(orientation: Int) -> [UInt8] {
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
            big(tag, 2) + big(type, 2) + big(count, 4) + value + [UInt8](repeating: 0, count: 4 - value.count)
        }
        let text = 8 + 2 + 3 * 12 + 4
        let gps = text + secret.count
        let thumbnail = gps + 2 + 12 + 4
        return Array("MM".utf8) + [0, 42] + big(8, 4) + big(3, 2)
            + entry(0x010E, 2, secret.count, big(text, 4)) + entry(0x0112, 3, 1, big(orientation, 2))
            + entry(0x8825, 4, 1, big(gps, 4)) + big(thumbnail, 4)
            + secret + big(1, 2) + entry(1, 2, 2, Array("N".utf8) + [0]) + big(0, 4)
            + big(1, 2) + entry(0x0201, 4, 1, big(0, 4)) + big(0, 4) + secret
    }

    // MARK: JPEG

    static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big(payload.count + 2, 2) + payload
    }

    static let jpegTables =
        segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
        + segment(0xC0, [8, 0, 8, 0, 16, 1, 1, 0x11, 0])
        + segment(0xC4, [0, 1] + [UInt8](repeating: 0, count: 15) + [0])
    static let jpegPixels = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]

    /// A JPEG of 16 × 8 pixels with everything hidden in it that cameras and programs hide.
    static func jpeg(orientation: Int = 1, metadata: Bool = true) -> [UInt8] {
        let hidden =
            segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 1, 1] + secret.prefix(3))
            + segment(0xE0, Array("JFXX\0".utf8) + secret)
            + segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation))
            + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + secret)
            + segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + secret)
            + segment(0xED, Array("Photoshop 3.0\0".utf8) + secret) + segment(0xFE, secret) + segment(0xEB, secret)
        let head: [UInt8] = [0xFF, 0xD8]
        let tail: [UInt8] = [0xFF, 0xD9]
        return head + (metadata ? hidden : []) + jpegTables + (metadata ? segment(0xFE, secret) : []) + jpegPixels
            + tail + (metadata ? secret : [])
    }

    // MARK: PNG

    static func chunk(_ type: String, _ payload: [UInt8]) -> [UInt8] {
        let content = Array(type.utf8) + payload
        let sum = content.withUnsafeBufferPointer { Int(crc32_z(0, $0.baseAddress, $0.count)) }
        return big(payload.count, 4) + content + big(sum, 4)
    }

    static let pngHead: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func png(orientation: Int = 1, metadata: Bool = true, width: Int = 16, height: Int = 8) -> [UInt8] {
        let hidden =
            chunk("eXIf", exif(orientation: orientation)) + chunk("tEXt", Array("Author\0".utf8) + secret)
            + chunk("iTXt", Array("XML:com.adobe.xmp\0".utf8) + secret) + chunk("iCCP", secret) + chunk("tIME", secret)
            + chunk("zTXt", Array("Raw profile type iptc\0".utf8) + secret) + chunk("prVt", secret)
        return pngHead + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 0, 0, 0, 0])
            + (metadata ? hidden : []) + chunk("gAMA", big(45_455, 4)) + chunk("IDAT", [1, 2, 3]) + chunk("IDAT", [4])
            + (metadata ? chunk("tEXt", Array("Comment\0".utf8) + secret) : []) + chunk("IEND", [])
            + (metadata ? secret : [])
    }

    // MARK: WebP

    static func riff(_ type: String, _ payload: [UInt8]) -> [UInt8] {
        Array(type.utf8) + little(payload.count, 4) + payload + (payload.count % 2 == 1 ? [0] : [])
    }

    static let lossless = riff("VP8L", [0x2F] + little(15 | 7 << 14, 4) + [1, 2, 3, 4, 5, 6])

    static func webp(orientation: Int = 1, metadata: Bool = true) -> [UInt8] {
        let chunks =
            metadata
            ? riff("VP8X", [0x2C, 0, 0, 0] + little(15, 3) + little(7, 3)) + riff("ICCP", secret) + lossless
                + riff("EXIF", exif(orientation: orientation)) + riff("XMP ", secret) + riff("junk", secret)
            : lossless
        return Array("RIFF".utf8) + little(chunks.count + 4, 4) + Array("WEBP".utf8) + chunks
            + (metadata ? secret : [])
    }

    // MARK: GIF

    static func blocks(_ payload: [UInt8]) -> [UInt8] { [UInt8(payload.count)] + payload + [0] }

    static func gif(metadata: Bool = true) -> [UInt8] {
        let screen = Array("GIF89a".utf8) + little(16, 2) + little(8, 2) + [0x80, 0, 0, 0, 0, 0, 255, 255, 255]
        let repetition: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
        let xmp: [UInt8] = [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + blocks(secret)
        let picture: [UInt8] = [0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 16, 0, 8, 0, 0, 2, 2, 0x44, 1, 0]
        return screen + repetition + (metadata ? [0x21, 0xFE] + blocks(secret) + xmp : []) + picture + [0x3B]
            + (metadata ? secret : [])
    }

    // MARK: TIFF

    static let tiff: [UInt8] =
        Array("II".utf8) + [42, 0] + little(8, 4) + little(3, 2)
        + little(0x0100, 2) + little(3, 2) + little(1, 4) + little(16, 4)
        + little(0x0101, 2) + little(4, 2) + little(1, 4) + little(8, 4)
        + little(0x8825, 2) + little(4, 2) + little(1, 4) + little(99, 4) + little(0, 4)
}

extension [UInt8] {
    /// Whether these bytes occur anywhere.
    func contains(run: [UInt8]) -> Bool {
        guard run.count <= count else { return false }
        return (0...(count - run.count)).contains { self[$0..<$0 + run.count].elementsEqual(run) }
    }
}
