/// Writes a ZIP archive in memory. The same entries give the same bytes: the time is always 1 January 1980.
struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Appends an entry, packed when that makes it smaller.
    mutating func add(_ name: String, _ content: [UInt8]) {
        var (packed, method) = (content, 0)
        if let smaller = Deflate.pack(content), smaller.count < content.count { (packed, method) = (smaller, 8) }
        let name = Array(name.utf8)
        // Version 2.0, names in UTF-8, method, time, date, checksum, sizes, length of name, no extra field.
        let common =
            half(20) + half(0x0800) + half(method) + half(0) + half(0x0021) + word(Int(Deflate.checksum(content)))
            + word(packed.count) + word(content.count) + half(name.count) + half(0)
        directory +=
            word(0x0201_4B50) + half(20) + common + half(0) + half(0) + half(0) + word(0) + word(bytes.count) + name
        bytes += word(0x0403_4B50) + common + name + packed
        count += 1
    }

    /// The whole archive.
    func finished() -> [UInt8] {
        let end =
            word(0x0605_4B50) + half(0) + half(0) + half(count) + half(count) + word(directory.count)
            + word(bytes.count) + half(0)
        return bytes + directory + end
    }

    private func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

    private func word(_ value: Int) -> [UInt8] { half(value) + half(value >> 16) }
}
