/// Unpacks one entry of an archive in chunks, and holds it to its stated size and checksum.
final class ZipEntryReader {
    private let bytes: [UInt8]
    private let entry: ZipArchive.Entry
    private let inflater: Inflater?
    private var position: Int
    private var unpacked = 0
    private var checksum: UInt32 = 0
    private var isFinished = false

    init(_ bytes: [UInt8], _ entry: ZipArchive.Entry) {
        self.bytes = bytes
        self.entry = entry
        inflater = entry.isDeflated ? Inflater() : nil
        position = entry.start
    }

    /// The next chunk, or `nil` at the end. Throws a `FormatError` when the entry is not what the archive says.
    func next() throws(FormatError) -> [UInt8]? {
        guard !isFinished else { return nil }
        let chunk = try inflater.map(inflated) ?? stored()
        unpacked += chunk.count
        checksum = Deflate.checksum(chunk, after: checksum)
        guard unpacked <= entry.size else { throw damaged }
        if isFinished {
            guard unpacked == entry.size, checksum == entry.checksum else { throw damaged }
        }
        return chunk
    }

    private func inflated(_ inflater: Inflater) throws(FormatError) -> [UInt8] {
        // zlib takes a little at a time, so that it never copies, and never looks past, what is the entry's.
        let end = min(position + Self.slice, entry.start + entry.packedSize)
        let (output, taken, outcome) = inflater.inflate(bytes[position..<end], room: Self.slice)
        position += taken
        switch outcome {
        case .more: break
        case .finished: isFinished = true
        case .damaged: throw damaged
        }
        return output
    }

    private func stored() -> [UInt8] {
        let end = min(position + Self.slice, entry.start + entry.packedSize)
        defer { position = end }
        isFinished = end == entry.start + entry.packedSize
        return Array(bytes[position..<end])
    }

    private var damaged: FormatError { WorkbookProblem.damagedPart(entry.name).ofFile }

    private static let slice = 1 << 16
}
