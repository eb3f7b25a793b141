/// The few things that are asked of EXIF: is there a place, a thumbnail, and how was the camera held.
///
/// The directory may lie anywhere and point anywhere; every offset is checked, and only the first two directories
/// are walked, so that a circle of directories ends nowhere.
enum EXIF {
    /// What precedes the TIFF header in a JPEG segment.
    static let marker = Array("Exif".utf8) + [0, 0]

    /// Notes what the TIFF structure in a range holds. Broken EXIF is still EXIF: it is noted and never refused.
    static func note(_ bytes: [UInt8], _ range: Range<Int>, in facts: inout ImageFacts) {
        facts.metadata.insert(.exif)
        guard let directory = TIFFDirectory.first(bytes, range) else { return }
        for entry in directory.entries {
            switch entry.tag {
            case 0x0112: if (1...8).contains(entry.value) { facts.orientation = entry.value }
            case 0x8825: facts.metadata.insert(.gps)
            case 0x02BC: facts.metadata.insert(.xmp)
            case 0x83BB, 0x8649: facts.metadata.insert(.iptc)
            case 0x010E: facts.metadata.insert(.comment)
            default: break
            }
        }
        if directory.next != 0 { facts.metadata.insert(.thumbnail) }
    }

    /// A TIFF structure that says how to turn the picture and nothing else.
    static func orientationOnly(_ orientation: Int) -> [UInt8] {
        // Header, one entry: tag 0x0112, type SHORT, count 1, value; no further directory.
        [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
    }
}

/// One directory of a TIFF structure.
struct TIFFDirectory {
    /// A tag and its value, when that fits the entry as a number (0 otherwise).
    struct Entry {
        let tag: Int
        let value: Int
    }

    let entries: [Entry]
    /// The offset of the next directory, 0 for none.
    let next: Int

    /// The first directory of the structure in a range, as far as it can be read.
    static func first(_ bytes: [UInt8], _ range: Range<Int>) -> TIFFDirectory? {
        guard range.count >= 8 else { return nil }
        let isBig = bytes[range.lowerBound] == 0x4D
        func number(_ offset: Int, _ count: Int) -> Int? {
            let start = range.lowerBound + offset
            guard offset >= 0, offset <= range.count - count else { return nil }
            let field = bytes[start..<start + count]
            return isBig ? field.reduce(0) { $0 << 8 | Int($1) } : field.reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        guard number(2, 2) == 0x2A, let start = number(4, 4), let count = number(start, 2) else { return nil }
        var entries: [Entry] = []
        for index in 0..<count {
            let place = start + 2 + index * 12
            guard let tag = number(place, 2), let type = number(place + 2, 2) else { break }
            let value = type == 3 ? number(place + 8, 2) : number(place + 8, 4)
            entries.append(Entry(tag: tag, value: value ?? 0))
        }
        return TIFFDirectory(entries: entries, next: number(start + 2 + count * 12, 4) ?? 0)
    }
}

/// The facts of a TIFF file, from its first directory.
enum TIFFFacts {
    static func read(_ bytes: [UInt8]) throws(ImageRefusal) -> ImageFacts {
        guard let directory = TIFFDirectory.first(bytes, 0..<bytes.count) else { throw .cutOff }
        func value(_ tag: Int) -> Int { directory.entries.first { $0.tag == tag }?.value ?? 0 }
        var facts = ImageFacts(format: .tiff, width: 0, height: 0)
        try facts.setSize(value(0x0100), value(0x0101))
        EXIF.note(bytes, 0..<bytes.count, in: &facts)
        // In a TIFF file these tags are the image itself; only the pointer to an EXIF directory means EXIF.
        if !directory.entries.contains(where: { $0.tag == 0x8769 }) { facts.metadata.remove(.exif) }
        if directory.entries.contains(where: { $0.tag == 0x8773 }) { facts.metadata.insert(.colourProfile) }
        return facts
    }
}
