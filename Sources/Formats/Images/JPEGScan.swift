/// Walks the segments of a JPEG (ISO 10918-1 annex B) and keeps those that the pixels need.
///
/// Tables are checked to be exactly as long as their content, so that nothing can hide behind them. Bytes after the
/// end of the image, where phones put further pictures and clips, are dropped.
struct JPEGScan {
    private var input: ImageBytes
    private var facts = ImageFacts(format: .jpeg, width: 0, height: 0)
    private var body: [UInt8] = []

    static func read(_ bytes: [UInt8]) throws(ImageRefusal) -> ImageScan {
        var scan = JPEGScan(input: ImageBytes(bytes))
        try scan.walk()
        return ImageScan(facts: scan.facts, clean: scan.assembled())
    }

    private init(input: ImageBytes) {
        self.input = input
    }

    private func assembled() -> [UInt8] {
        var clean: [UInt8] = [0xFF, 0xD8]
        if facts.orientation != 1 {
            let payload = EXIF.marker + EXIF.orientationOnly(facts.orientation)
            clean += [0xFF, 0xE1, 0, UInt8(payload.count + 2)] + payload
        }
        return clean + body + [0xFF, 0xD9]
    }

    private mutating func walk() throws(ImageRefusal) {
        _ = try input.take(2)
        var hasScan = false
        while true {
            let start = input.offset
            let marker = try nextMarker()
            if marker == 0xD9 { break }
            let length = try input.big(2)
            guard length >= 2 else { throw .broken(at: start) }
            let payload = try input.take(length - 2)
            try segment(marker, payload, start)
            if marker == 0xDA {
                guard facts.width > 0 else { throw .broken(at: start) }
                hasScan = true
                try entropyCoded()
            }
        }
        guard hasScan else { throw .noPixels }
        if !input.isAtEnd { facts.metadata.insert(.other) }
    }

    /// The next marker; fill bytes before it are allowed and dropped.
    private mutating func nextMarker() throws(ImageRefusal) -> UInt8 {
        guard try input.byte() == 0xFF else { throw .broken(at: input.offset - 1) }
        var marker = try input.byte()
        while marker == 0xFF { marker = try input.byte() }
        return marker
    }

    private mutating func segment(_ marker: UInt8, _ payload: Range<Int>, _ start: Int) throws(ImageRefusal) {
        switch marker {
        case 0xC0...0xC3, 0xC9...0xCB: try frame(marker, payload, start)
        case 0xC4: try keep(marker, payload, if: huffmanTablesFit(payload), start)
        case 0xCC: try keep(marker, payload, if: payload.count % 2 == 0, start)
        case 0xDB: try keep(marker, payload, if: quantizationTablesFit(payload), start)
        case 0xDD: try keep(marker, payload, if: payload.count == 2, start)
        case 0xDA: try keep(marker, payload, if: scanHeaderFits(payload), start)
        case 0xE0: try application0(payload)
        case 0xEE: application14(payload)
        case 0xE1...0xEF: noteApplication(marker, payload)
        case 0xFE: facts.metadata.insert(.comment)
        default: throw .unknownPart(at: start)
        }
    }

    private mutating func keep(
        _ marker: UInt8, _ payload: Range<Int>, if fits: Bool, _ start: Int
    ) throws(ImageRefusal) {
        guard fits else { throw .broken(at: start) }
        append(marker, input.bytes[payload])
    }

    private mutating func append(_ marker: UInt8, _ payload: some Collection<UInt8>) {
        let length = payload.count + 2
        body += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
        body += payload
    }

    /// The frame header: precision, height, width, components of three bytes.
    private mutating func frame(_ marker: UInt8, _ payload: Range<Int>, _ start: Int) throws(ImageRefusal) {
        var header = ImageBytes(input.bytes, payload)
        guard facts.width == 0, payload.count >= 6 else { throw .broken(at: start) }
        _ = try header.byte()
        let height = try header.big(2)
        let width = try header.big(2)
        let components = try Int(header.byte())
        try facts.setSize(width, height)
        try keep(marker, payload, if: (1...4).contains(components) && payload.count == 6 + 3 * components, start)
    }

    /// The compressed pixels: up to the next marker that is neither a stuffed zero nor a restart.
    private mutating func entropyCoded() throws(ImageRefusal) {
        let bytes = input.bytes
        let start = input.offset
        var end = start
        while end + 1 < bytes.count {
            if bytes[end] == 0xFF, bytes[end + 1] != 0, !(0xD0...0xD7).contains(bytes[end + 1]) { break }
            end += 1
        }
        guard end + 1 < bytes.count else { throw .cutOff }
        body += bytes[try input.take(end - start)]
    }

    // MARK: Application segments

    /// JFIF's header is kept for its pixel density, without its thumbnail; anything else in APP0 is dropped.
    private mutating func application0(_ payload: Range<Int>) throws(ImageRefusal) {
        guard input.starts(payload, with: "JFIF\0"), payload.count >= 14 else {
            facts.metadata.insert(input.starts(payload, with: "JFXX\0") ? .thumbnail : .other)
            return
        }
        if payload.count > 14 { facts.metadata.insert(.thumbnail) }
        append(0xE0, input.bytes[payload.prefix(12)] + [0, 0])
    }

    /// Adobe's header says how the colours are stored, and has a fixed length.
    private mutating func application14(_ payload: Range<Int>) {
        guard input.starts(payload, with: "Adobe"), payload.count >= 12 else {
            facts.metadata.insert(.other)
            return
        }
        append(0xEE, input.bytes[payload.prefix(12)])
    }

    private mutating func noteApplication(_ marker: UInt8, _ payload: Range<Int>) {
        switch marker {
        case 0xE1 where input.starts(payload, with: "Exif\0"):
            EXIF.note(input.bytes, payload.dropFirst(6), in: &facts)
        case 0xE1 where input.starts(payload, with: "http://ns.adobe.com/"): facts.metadata.insert(.xmp)
        case 0xE2 where input.starts(payload, with: "ICC_PROFILE\0"): facts.metadata.insert(.colourProfile)
        case 0xED where input.starts(payload, with: "Photoshop 3.0"): facts.metadata.insert(.iptc)
        default: facts.metadata.insert(.other)
        }
    }

    // MARK: Tables are as long as they say

    private func quantizationTablesFit(_ payload: Range<Int>) -> Bool {
        var offset = payload.lowerBound
        while offset < payload.upperBound {
            offset += 1 + (input.bytes[offset] >> 4 == 0 ? 64 : 128)
        }
        return offset == payload.upperBound && !payload.isEmpty
    }

    private func huffmanTablesFit(_ payload: Range<Int>) -> Bool {
        var offset = payload.lowerBound
        while offset + 17 <= payload.upperBound {
            offset += 17 + input.bytes[offset + 1..<offset + 17].reduce(0) { $0 + Int($1) }
        }
        return offset == payload.upperBound && !payload.isEmpty
    }

    private func scanHeaderFits(_ payload: Range<Int>) -> Bool {
        guard let components = payload.first.map({ Int(input.bytes[$0]) }) else { return false }
        return (1...4).contains(components) && payload.count == 4 + 2 * components
    }
}
