import Foundation

/// Reads Chinese characters as Mandarin pinyin, with the readings that surnames have.
enum HanReader {
    /// The Mandarin reading of each character that has one.
    static func syllables(_ scalars: ArraySlice<UInt32>) -> [[UInt8]] {
        let read = read(scalars)
        return read.starts.indices.map { index in
            let end = index + 1 < read.starts.count ? read.starts[index + 1] : read.letters.count
            return Array(read.letters[read.starts[index]..<end])
        }
    }

    /// One syllable for each character.
    static func read(_ scalars: ArraySlice<UInt32>) -> Syllables {
        var out = Syllables()
        for (offset, value) in scalars.enumerated() {
            if offset == 0 && scalars.count > 1, let surname = surnames[value] {
                out.begin(surname)
            } else if let pinyin = pinyin(value) {
                out.begin(pinyin)
            } else if value < 0x80 {
                out.begin([UInt8(value)])
            }
        }
        return out
    }

    private static func pinyin(_ value: UInt32) -> ArraySlice<UInt8>? {
        guard value >= 0x4E00, value < 0x9FA6 else { return nil }
        let index = Int(value - 0x4E00)
        let bytes = table.letters[table.starts[index]..<table.starts[index + 1]]
        return bytes.isEmpty ? nil : bytes
    }

    /// Characters that are read differently when they are a family name.
    private static let surnames: [UInt32: [UInt8]] = {
        let list = "单shan 單shan 曾zeng 解xie 仇qiu 区ou 區ou 查zha 盖ge 朴piao 乐yue 樂yue 任ren 华hua 燕yan 翟zhai 尹yin"
        var readings: [UInt32: [UInt8]] = [:]
        for entry in list.split(separator: " ") {
            guard let first = entry.unicodeScalars.first else { continue }
            readings[first.value] = Array(entry.utf8.dropFirst(3))
        }
        return readings
    }()

    private struct Table: Sendable {
        var letters: [UInt8] = []
        var starts: [Int] = [0]
    }

    /// Unicode's readings of the 20,902 common ideographs, made once: one transform of one long text.
    private static let table: Table = {
        var text = ""
        for value in UInt32(0x4E00)..<0x9FA6 {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            text += "\n"
        }
        let latin = text.applyingTransform(.toLatin, reverse: false) ?? ""
        var table = Table()
        for line in latin.split(separator: "\n", omittingEmptySubsequences: false).prefix(0x9FA6 - 0x4E00) {
            for value in Fold.scalars(String(line)) where (0x61...0x7A).contains(value) {
                table.letters.append(UInt8(value))
            }
            table.starts.append(table.letters.count)
        }
        while table.starts.count < 0x9FA6 - 0x4E00 + 1 { table.starts.append(table.letters.count) }
        return table
    }()
}
