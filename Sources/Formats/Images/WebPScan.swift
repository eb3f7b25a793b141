/// Walks the chunks of a WebP (RFC 9649) and keeps those that the pixels need; flags and lengths are written anew.
struct WebPScan {
    /// Bits of the flags in `VP8X`: what it announces besides pixels, and that there are pixels that move.
    private static let profile: UInt8 = 0x20
    private static let alpha: UInt8 = 0x10
    private static let exif: UInt8 = 0x08
    private static let animation: UInt8 = 0x02

    private let bytes: [UInt8]
    private var facts = ImageFacts(format: .webp, width: 0, height: 0)
    private var extended: [UInt8]?
    private var body: [UInt8] = []
    private var hasPixels = false

    static func read(_ bytes: [UInt8]) throws(ImageRefusal) -> ImageScan {
        var scan = WebPScan(bytes: bytes)
        try scan.walk()
        return ImageScan(facts: scan.facts, clean: scan.assembled())
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func assembled() -> [UInt8] {
        var chunks: [UInt8] = []
        let turns = facts.orientation != 1
        if var header = extended ?? (turns ? simpleHeader : nil) {
            header[0] = header[0] & (Self.alpha | Self.animation) | (turns ? Self.exif : 0)
            Self.append("VP8X", header, to: &chunks)
        }
        chunks += body
        if turns { Self.append("EXIF", EXIF.orientationOnly(facts.orientation), to: &chunks) }
        return Array("RIFF".utf8) + Self.little(chunks.count + 4) + Array("WEBP".utf8) + chunks
    }

    /// What `VP8X` says of an image that came without one.
    private var simpleHeader: [UInt8] {
        [0, 0, 0, 0] + Self.little(facts.width - 1).prefix(3) + Self.little(facts.height - 1).prefix(3)
    }

    private mutating func walk() throws(ImageRefusal) {
        var input = ImageBytes(bytes)
        _ = try input.take(4)
        let size = try input.little(4)
        guard size >= 4, size <= input.remaining else { throw .cutOff }
        if size + (size & 1) < input.remaining { facts.metadata.insert(.other) }
        var chunks = ImageBytes(bytes, 12..<8 + size)
        while !chunks.isAtEnd {
            let start = chunks.offset
            let (type, payload) = try Self.chunk(&chunks)
            try take(type, payload, start)
        }
        guard hasPixels else { throw .noPixels }
    }

    /// A chunk's four letters and its content; an odd length is followed by one byte of filling.
    private static func chunk(_ input: inout ImageBytes) throws(ImageRefusal) -> (String, Range<Int>) {
        let name = try input.take(4)
        let length = try input.little(4)
        let payload = try input.take(length)
        if length % 2 == 1, !input.isAtEnd { _ = try input.take(1) }
        return (String(decoding: input.bytes[name], as: UTF8.self), payload)
    }

    private mutating func take(_ type: String, _ payload: Range<Int>, _ start: Int) throws(ImageRefusal) {
        switch type {
        case "VP8X":
            guard payload.count == 10, extended == nil, !hasPixels else { throw .broken(at: start) }
            let header = Array(bytes[payload])
            extended = header
            try facts.setSize(1 + Self.number(header[4..<7]), 1 + Self.number(header[7..<10]))
        case "VP8 ", "VP8L":
            try noteSize(type, payload, start)
            hasPixels = true
            Self.append(type, bytes[payload], to: &body)
        case "ALPH":
            Self.append(type, bytes[payload], to: &body)
        case "ANIM":
            guard payload.count == 6 else { throw .broken(at: start) }
            Self.append(type, bytes[payload], to: &body)
        case "ANMF":
            try frame(payload, start)
        case "EXIF":
            let hasMarker = bytes[payload].starts(with: EXIF.marker)
            EXIF.note(bytes, hasMarker ? payload.dropFirst(6) : payload, in: &facts)
        case "XMP ": facts.metadata.insert(.xmp)
        case "ICCP": facts.metadata.insert(.colourProfile)
        default: facts.metadata.insert(.other)
        }
    }

    /// A frame of an animation: sixteen bytes of place and time, then chunks of its own.
    private mutating func frame(_ payload: Range<Int>, _ start: Int) throws(ImageRefusal) {
        guard payload.count >= 16 else { throw .broken(at: start) }
        var input = ImageBytes(bytes, payload.dropFirst(16))
        var content = Array(bytes[payload.prefix(16)])
        while !input.isAtEnd {
            let (type, inner) = try Self.chunk(&input)
            if ["ALPH", "VP8 ", "VP8L"].contains(type) {
                Self.append(type, bytes[inner], to: &content)
                hasPixels = hasPixels || type != "ALPH"
            } else {
                facts.metadata.insert(.other)
            }
        }
        guard extended != nil else { throw .broken(at: start) }
        Self.append("ANMF", content, to: &body)
    }

    /// The size in the head of the compressed picture; it counts where there is no `VP8X`, and is checked anyway.
    private mutating func noteSize(_ type: String, _ payload: Range<Int>, _ start: Int) throws(ImageRefusal) {
        guard payload.count >= 10 else { throw .broken(at: start) }
        let head = Array(bytes[payload.prefix(10)])
        var inner = facts
        if type == "VP8 " {
            guard head[3...5] == [0x9D, 0x01, 0x2A] else { throw .broken(at: start) }
            try inner.setSize(Self.number(head[6..<8]) & 0x3FFF, Self.number(head[8..<10]) & 0x3FFF)
        } else {
            guard head[0] == 0x2F else { throw .broken(at: start) }
            let packed = Self.number(head[1..<5])
            try inner.setSize(1 + packed & 0x3FFF, 1 + (packed >> 14) & 0x3FFF)
        }
        if extended == nil { facts = inner }
    }

    private static func append(_ type: String, _ payload: some Collection<UInt8>, to body: inout [UInt8]) {
        body += type.utf8
        body += little(payload.count)
        body += payload
        if payload.count % 2 == 1 { body.append(0) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }

    private static func little(_ value: Int) -> [UInt8] { [0, 8, 16, 24].map { UInt8(value >> $0 & 0xFF) } }
}
