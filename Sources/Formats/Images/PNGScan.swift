import CZlib

/// Walks the chunks of a PNG (ISO 15948), animated ones included, and keeps those that the pixels need.
struct PNGScan {
    /// Chunks that stay, and the lengths that they may have.
    private static let kept: [String: ClosedRange<Int>] = [
        "IHDR": 13...13, "PLTE": 3...768, "IDAT": 0...Int(Int32.max), "IEND": 0...0, "tRNS": 1...256, "gAMA": 4...4,
        "cHRM": 32...32, "sRGB": 1...1, "sBIT": 1...4, "cICP": 4...4, "bKGD": 1...6, "pHYs": 9...9, "acTL": 8...8,
        "fcTL": 26...26, "fdAT": 4...Int(Int32.max),
    ]

    private var input: ImageBytes
    private var facts = ImageFacts(format: .png, width: 0, height: 0)
    private var body: [UInt8] = []
    private var hasPixels = false

    static func read(_ bytes: [UInt8]) throws(ImageRefusal) -> ImageScan {
        var scan = PNGScan(input: ImageBytes(bytes))
        try scan.walk()
        return ImageScan(facts: scan.facts, clean: scan.assembled())
    }

    private init(input: ImageBytes) {
        self.input = input
    }

    /// The signature and `IHDR` first, then the orientation when there is one, then the rest.
    private func assembled() -> [UInt8] {
        let head = 8 + 25
        guard facts.orientation != 1 else { return body }
        let content = Array("eXIf".utf8) + EXIF.orientationOnly(facts.orientation)
        let chunk = Self.big(content.count - 4) + content + Self.big(Self.checksum(content[...]))
        return body[..<head] + chunk + body[head...]
    }

    private mutating func walk() throws(ImageRefusal) {
        body += input.bytes[try input.take(8)]
        var type = ""
        while type != "IEND" {
            let start = input.offset
            let length = try input.big(4)
            let content = try input.take(4 + length)
            let sum = try input.big(4)
            type = String(decoding: input.bytes[content.prefix(4)], as: UTF8.self)
            guard (start == 8) == (type == "IHDR") else { throw .broken(at: start) }
            guard let lengths = Self.kept[type] else {
                // A critical chunk (capital first letter) that is not known here cannot be left out.
                guard input.bytes[content.lowerBound] & 0x20 != 0 else { throw .unknownPart(at: start) }
                note(type, content.dropFirst(4))
                continue
            }
            guard lengths.contains(length), sum == Self.checksum(input.bytes[content]) else { throw .broken(at: start) }
            if type == "IHDR" { try header(content.dropFirst(4)) }
            hasPixels = hasPixels || type == "IDAT"
            body += input.bytes[start..<input.offset]
        }
        guard hasPixels else { throw .noPixels }
        if !input.isAtEnd { facts.metadata.insert(.other) }
    }

    private mutating func header(_ range: Range<Int>) throws(ImageRefusal) {
        var header = ImageBytes(input.bytes, range)
        let width = try header.big(4)
        let height = try header.big(4)
        try facts.setSize(width, height)
    }

    private mutating func note(_ type: String, _ payload: Range<Int>) {
        switch type {
        case "eXIf": EXIF.note(input.bytes, payload, in: &facts)
        case "iTXt" where input.starts(payload, with: "XML:com.adobe.xmp"): facts.metadata.insert(.xmp)
        case "tEXt" where input.starts(payload, with: "Raw profile type iptc"),
            "zTXt" where input.starts(payload, with: "Raw profile type iptc"):
            facts.metadata.insert(.iptc)
        case "tEXt", "zTXt", "iTXt": facts.metadata.insert(.comment)
        case "iCCP": facts.metadata.insert(.colourProfile)
        default: facts.metadata.insert(.other)
        }
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
        // Safe: the pointer is used only inside the closure, for as many bytes as the buffer has.
        bytes.withUnsafeBufferPointer { Int(crc32_z(0, $0.baseAddress, $0.count)) }
    }

    private static func big(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
    }
}
