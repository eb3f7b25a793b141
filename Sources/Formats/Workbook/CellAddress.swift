/// Columns of a sheet: `A` is 0, `Z` 25, `AA` 26.
enum CellAddress {
    /// The column, from 0, of an address such as `AB12`; `nil` when it is none, or past the last column, `XFD`.
    static func column(_ address: String) -> Int? {
        var column = 0
        var letters = 0
        for byte in address.utf8 {
            let upper = byte & 0xDF
            guard upper >= 0x41, upper <= 0x5A, byte >= 0x41 else { break }
            column = column * 26 + Int(upper - 0x40)
            letters += 1
            if letters > 3 { return nil }
        }
        return letters > 0 && column <= 16_384 ? column - 1 : nil
    }

    /// The letters of a column, from 0.
    static func letters(_ column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        repeat {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
