import Foundation
import RichPicture

/// Numbers, times and tables as people read them.
enum Figures {
    /// `9,834`
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// Seconds as `12 s`, `3 min` or `1 h 05 min`.
    static func duration(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\((seconds + 30) / 60) min"
        default: "\(seconds / 3_600) h \(seconds % 3_600 / 60 < 10 ? "0" : "")\(seconds % 3_600 / 60) min"
        }
    }

    /// The day of an instant in a zone: `2006-06-01`. An unknown zone counts as UTC.
    static func day(_ milliseconds: Int, zone name: String) -> String {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
        let offset = (TimeZone(identifier: name)?.secondsFromGMT(for: date) ?? 0) / 60
        return Moment(milliseconds: milliseconds, precision: .day, offset: offset).iso
    }

    /// An instant in UTC to the second, or `nil`.
    static func instant(_ milliseconds: Int?) -> String? {
        milliseconds.map { Moment(milliseconds: $0, precision: .second, offset: 0).iso }
    }

    /// Rows in columns that stand under each other, two spaces apart; the last column is not padded.
    static func columns(_ rows: [[String]], indent: String = "") -> [String] {
        var widths: [Int] = []
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], width(cell))
            }
        }
        return rows.map { row in
            let cells = row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - width(cell))
            }
            return indent + cells.joined(separator: "  ")
        }
    }

    // Marks above and below a letter take no room of their own; Chinese characters take two places.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: sum
            default:
                sum + ((0x1100...0x115F).contains(scalar.value) || (0x2E80...0xFFDC).contains(scalar.value) ? 2 : 1)
            }
        }
    }
}
