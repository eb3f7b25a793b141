/// The entries of a backup stand in a tar archive (POSIX ustar), so that `age -d … | tar t` shows what is in it.
enum Tar {
    static let block = 512
    static let end = [UInt8](repeating: 0, count: 2 * block)

    /// The header block of a file.
    static func header(name: String, size: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: block)
        func put(_ text: String, at start: Int) {
            header.replaceSubrange(start..<(start + text.utf8.count), with: text.utf8)
        }
        func octal(_ number: Int, width: Int) -> String {
            let digits = String(number, radix: 8)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        put(String(name.prefix(100)), at: 0)
        put("0000600", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(size, width: 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, width: 6), at: 148)
        header[154] = 0
        return header
    }

    /// The zeros after a file of that size.
    static func padding(_ size: Int) -> [UInt8] { [UInt8](repeating: 0, count: (block - size % block) % block) }

    /// Reads a header; `nil` for the zeros at the end. Throws `notABackup`.
    static func read(_ header: [UInt8]) throws(BackupError) -> (name: String, size: Int)? {
        guard header.count == block else { throw .notABackup }
        if header.allSatisfy({ $0 == 0 }) { return nil }
        let name = String(decoding: header[..<100].prefix { $0 != 0 }, as: UTF8.self)
        let digits = String(decoding: header[124..<135], as: UTF8.self)
        guard let size = Int(digits, radix: 8), header[..<block].elementsEqual(Self.header(name: name, size: size))
        else {
            throw .notABackup
        }
        return (name, size)
    }
}
