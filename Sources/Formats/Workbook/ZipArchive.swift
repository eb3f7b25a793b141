/// The table of contents of a ZIP archive in memory, checked before anything is unpacked.
///
/// What a hostile archive could do is refused here, from the numbers that it states: entries that share bytes or
/// names, names that lead elsewhere, encryption, unknown packing, and sizes past `Limits`. `ZipEntryReader` then
/// holds each entry to its stated size, so that the archive as a whole can never unpack to more than was allowed.
struct ZipArchive {
    /// One file in the archive.
    struct Entry {
        var name: String
        var isDeflated: Bool
        var checksum: UInt32
        var packedSize: Int
        var size: Int
        /// Where its local header begins.
        var header: Int
        /// Where its packed bytes begin; known after the local header was read.
        var start = 0
    }

    let bytes: [UInt8]
    private var entries: [String: Entry] = [:]

    /// Reads and checks the table of contents. Throws a `FormatError` of the whole file.
    init(_ bytes: [UInt8], limits: Limits) throws(FormatError) {
        self.bytes = bytes
        guard bytes.count <= limits.containerBytes else {
            throw WorkbookProblem.containerTooLarge(limit: limits.containerBytes).ofFile
        }
        let directory = try findDirectory()
        var all = try readDirectory(directory)
        try checkSizes(all, limits: limits)
        for index in all.indices { all[index].start = try readHeader(all[index], before: directory.start) }
        try checkOverlaps(all)
        for entry in all {
            // Part names differ in no more than case, says the packaging convention.
            guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
                throw WorkbookProblem.overlapping(part: entry.name).ofFile
            }
        }
    }

    /// The entry of this name, whatever the case of its letters.
    func entry(_ name: String) -> Entry? { entries[name.lowercased()] }

    /// The unpacked bytes of an entry, as a stream.
    func stream(_ entry: Entry, limits: Limits) -> ByteStream {
        let reader = ZipEntryReader(bytes, entry)
        return ByteStream { try reader.next() }
    }

    // MARK: The end record

    private typealias Directory = (start: Int, end: Int, count: Int)

    /// The end record stands last, before a comment of at most 65,535 bytes that it measures.
    private func findDirectory() throws(FormatError) -> Directory {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw WorkbookProblem.oldOrLocked.ofFile }
        guard bytes.starts(with: [0x50, 0x4B]) else { throw WorkbookProblem.notZip.ofFile }
        var place = bytes.count - 22
        let oldest = max(0, place - 0xFFFF)
        while place >= oldest {
            if word(place) == 0x0605_4B50, place + 22 + half(place + 20) == bytes.count {
                return try readEnd(place)
            }
            place -= 1
        }
        throw WorkbookProblem.damagedZip.ofFile
    }

    private func readEnd(_ place: Int) throws(FormatError) -> Directory {
        let (count, size, start) = (half(place + 10), word(place + 12), word(place + 16))
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF { throw WorkbookProblem.zip64.ofFile }
        let isOneDisk = half(place + 4) == 0 && half(place + 6) == 0 && half(place + 8) == count
        guard isOneDisk, start + size <= place else { throw WorkbookProblem.damagedZip.ofFile }
        return (start, start + size, count)
    }

    // MARK: The directory

    private func readDirectory(_ directory: Directory) throws(FormatError) -> [Entry] {
        var entries: [Entry] = []
        var place = directory.start
        for _ in 0..<directory.count {
            guard place + 46 <= directory.end, word(place) == 0x0201_4B50 else {
                throw WorkbookProblem.damagedZip.ofFile
            }
            let nameEnd = place + 46 + half(place + 28)
            let next = nameEnd + half(place + 30) + half(place + 32)
            guard next <= directory.end else { throw WorkbookProblem.damagedZip.ofFile }
            let name = try checkedName(bytes[(place + 46)..<nameEnd])
            let (flags, method) = (half(place + 8), half(place + 10))
            // Bit 0: encrypted; bit 6: strongly so; bit 13: its directory is.
            guard flags & 0x2041 == 0 else { throw WorkbookProblem.encrypted(part: name).ofFile }
            guard method == 0 || method == 8 else { throw WorkbookProblem.packing(part: name).ofFile }
            let entry = Entry(
                name: name, isDeflated: method == 8, checksum: UInt32(word(place + 16)), packedSize: word(place + 20),
                size: word(place + 24), header: word(place + 42))
            if [entry.packedSize, entry.size, entry.header].contains(0xFFFF_FFFF) {
                throw WorkbookProblem.zip64.ofFile
            }
            guard entry.isDeflated || entry.packedSize == entry.size else { throw WorkbookProblem.damagedZip.ofFile }
            entries.append(entry)
            place = next
        }
        return entries
    }

    /// A name that stays inside the archive: we never write entries to disk, but who sends such names means harm.
    private func checkedName(_ raw: ArraySlice<UInt8>) throws(FormatError) -> String {
        let name = String(decoding: raw, as: UTF8.self)
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        let leadsOut =
            name.isEmpty || name.utf8.first == UInt8(ascii: "/") || steps.contains("..") || steps.contains(".")
        guard !leadsOut, !raw.contains(0), !raw.contains(UInt8(ascii: "\\")), !raw.contains(UInt8(ascii: ":")) else {
            throw WorkbookProblem.path(part: String(name.prefix(80))).ofFile
        }
        return name
    }

    private func checkSizes(_ entries: [Entry], limits: Limits) throws(FormatError) {
        var total = 0
        for entry in entries {
            total += entry.size
            guard total <= limits.unpackedBytes else {
                throw WorkbookProblem.unpacksTooLarge(limit: limits.unpackedBytes).ofFile
            }
            guard entry.size <= 1 << 20 || entry.size <= entry.packedSize * limits.expansion else {
                throw WorkbookProblem.expandsTooFar(part: entry.name, limit: limits.expansion).ofFile
            }
        }
    }

    // MARK: The entries' own headers

    /// Where an entry's packed bytes begin. Its own header must tell the same name.
    private func readHeader(_ entry: Entry, before end: Int) throws(FormatError) -> Int {
        let place = entry.header
        guard place + 30 <= end, word(place) == 0x0403_4B50 else { throw WorkbookProblem.damagedZip.ofFile }
        let nameEnd = place + 30 + half(place + 26)
        let start = nameEnd + half(place + 28)
        guard start + entry.packedSize <= end, bytes[(place + 30)..<nameEnd].elementsEqual(entry.name.utf8) else {
            throw WorkbookProblem.damagedZip.ofFile
        }
        return start
    }

    private func checkOverlaps(_ entries: [Entry]) throws(FormatError) {
        var end = 0
        for entry in entries.sorted(by: { $0.header < $1.header }) {
            guard entry.header >= end else { throw WorkbookProblem.overlapping(part: entry.name).ofFile }
            end = entry.start + entry.packedSize
        }
    }

    // MARK: Little-endian numbers; 0 outside

    private func half(_ place: Int) -> Int {
        place >= 0 && place + 2 <= bytes.count ? Int(bytes[place]) | Int(bytes[place + 1]) << 8 : 0
    }

    private func word(_ place: Int) -> Int { half(place) | half(place + 2) << 16 }
}
