/// Walks the blocks of a GIF and keeps pictures, their colours and timing; comments, texts and applications go,
/// except the one that says how often an animation repeats.
struct GIFScan {
    private var input: ImageBytes
    private var facts = ImageFacts(format: .gif, width: 0, height: 0)
    private var body: [UInt8] = []
    private var hasPixels = false

    static func read(_ bytes: [UInt8]) throws(ImageRefusal) -> ImageScan {
        var scan = GIFScan(input: ImageBytes(bytes))
        try scan.walk()
        return ImageScan(facts: scan.facts, clean: scan.body)
    }

    private init(input: ImageBytes) {
        self.input = input
    }

    private mutating func walk() throws(ImageRefusal) {
        try header()
        while true {
            let start = input.offset
            switch try input.byte() {
            case 0x3B:
                guard hasPixels else { throw .noPixels }
                body.append(0x3B)
                if !input.isAtEnd { facts.metadata.insert(.other) }
                return
            case 0x2C: try picture(start)
            case 0x21: try appendExtension(start)
            default: throw .broken(at: start)
            }
        }
    }

    private mutating func header() throws(ImageRefusal) {
        _ = try input.take(6)
        let width = try input.little(2)
        let height = try input.little(2)
        try facts.setSize(width, height)
        let flags = try input.byte()
        _ = try input.take(2)
        try skipColours(flags)
        body += input.bytes[0..<input.offset]
    }

    /// A colour table has 2 to 256 colours of three bytes, when there is one.
    private mutating func skipColours(_ flags: UInt8) throws(ImageRefusal) {
        if flags & 0x80 != 0 { _ = try input.take(3 << (Int(flags & 7) + 1)) }
    }

    private mutating func picture(_ start: Int) throws(ImageRefusal) {
        _ = try input.take(8)
        try skipColours(try input.byte())
        _ = try input.byte()
        try skipSubBlocks()
        hasPixels = true
        body += input.bytes[start..<input.offset]
    }

    private mutating func appendExtension(_ start: Int) throws(ImageRefusal) {
        let label = try input.byte()
        let content = input.offset
        try skipSubBlocks()
        let whole = content..<input.offset
        switch label {
        case 0xF9 where whole.count == 6: body += input.bytes[start..<input.offset]
        case 0xFF where isRepetition(whole): body += input.bytes[start..<input.offset]
        case 0xFF where input.starts(whole.dropFirst(), with: "XMP Data"): facts.metadata.insert(.xmp)
        case 0xFE: facts.metadata.insert(.comment)
        case 0xF9: throw .broken(at: start)
        default: facts.metadata.insert(.other)
        }
    }

    /// Exactly one sub-block of three bytes after the name, so that nothing else can travel under it.
    private func isRepetition(_ range: Range<Int>) -> Bool {
        let names = ["NETSCAPE2.0", "ANIMEXTS1.0"]
        let head = range.lowerBound + 12
        return range.count == 17 && input.bytes[range.lowerBound] == 11 && input.bytes[head] == 3
            && names.contains { input.starts(range.dropFirst(), with: $0) }
    }

    private mutating func skipSubBlocks() throws(ImageRefusal) {
        while true {
            let length = Int(try input.byte())
            if length == 0 { return }
            _ = try input.take(length)
        }
    }
}
