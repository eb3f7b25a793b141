/// The beginning of a table: marks, comments and heading taken off.
struct Beginning {
    /// What was found.
    var shape: TableShape
    /// How many bytes stand before the first row.
    var length: Int
    /// The line on which the first row stands.
    var line: Int
    /// Lines end with a return alone, as old spreadsheets write them.
    var isLoneReturn: Bool

    /// Looks at the first bytes of a table, which are there to be changed where lines end with a return alone.
    init(_ bytes: UnsafeMutableBufferPointer<UInt8>, given: [String]) throws(InputError) {
        if bytes.count > 1, (bytes[0], bytes[1]) == (0xFF, 0xFE) || (bytes[0], bytes[1]) == (0xFE, 0xFF) {
            throw .notUTF8
        }
        isLoneReturn = !bytes.contains(0x0A) && bytes.contains(0x0D)
        if isLoneReturn { for index in bytes.indices where bytes[index] == 0x0D { bytes[index] = 0x0A } }
        var place = bytes.count > 2 && (bytes[0], bytes[1], bytes[2]) == (0xEF, 0xBB, 0xBF) ? 3 : 0
        line = 1
        // Comments, as lists of edges have them, and empty lines.
        while place < bytes.count, "#%\n\r".utf8.contains(bytes[place]) {
            place = Self.lineEnd(bytes, place)
            line += 1
        }
        guard place < bytes.count else { throw .empty }
        let text = UnsafeBufferPointer(rebasing: bytes[place..<min(bytes.count, place + (1 << 19))])
        shape = TableShape(text, given: given)
        if shape.heading != nil {
            let end = Self.rowEnd(bytes, place)
            line += bytes[place..<end].count { $0 == 0x0A }
            place = end
        }
        length = place
    }

    private static func lineEnd(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ from: Int) -> Int {
        var place = from
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
        return min(place + 1, bytes.count)
    }

    /// Where a row ends whose fields may hold ends of lines within quotes.
    private static func rowEnd(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ from: Int) -> Int {
        var place = from
        var isQuoted = false
        while place < bytes.count, isQuoted || bytes[place] != 0x0A {
            if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
            place += 1
        }
        return min(place + 1, bytes.count)
    }
}
