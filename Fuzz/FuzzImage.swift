/// Any bytes after the head of each format: refused, or clean; and cleaning twice changes nothing.
func fuzz(_ bytes: [UInt8]) throws {
    let heads: [[UInt8]] = [
        [], [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("GIF89a".utf8),
        [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A],
    ]
    let choice = Int(bytes.first ?? 0) % (heads.count + 1)
    let rest = Array(bytes.dropFirst())
    let image = choice < heads.count ? heads[choice] + rest : webP(rest)

    let facts = try? ImageFacts.read(image)
    if let facts { precondition(facts.width * facts.height <= ImageFacts.mostPixels, "too many pixels") }
    let clean = try ImageCleaner.strip(image)
    let left = try ImageFacts.read(clean)
    precondition(left.metadata.isSubset(of: [.exif]), "something is left: \(left)")
    precondition(left.metadata.isEmpty == (left.orientation == 1), "EXIF for nothing")
    precondition(left.width == facts?.width && left.height == facts?.height, "another size")
    precondition(left.orientation == facts?.orientation, "turned otherwise")
    let twice = try ImageCleaner.strip(clean)
    precondition(twice == clean, "cleaning twice differs")
}

/// A WebP whose length is right, so that its chunks are reached.
private func webP(_ chunks: [UInt8]) -> [UInt8] {
    let size = chunks.count + 4
    return Array("RIFF".utf8) + [0, 8, 16, 24].map { UInt8(size >> $0 & 0xFF) } + Array("WEBP".utf8) + chunks
}
