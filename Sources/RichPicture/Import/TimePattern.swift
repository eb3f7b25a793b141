/// How a column writes points in time, such as `dd/MM/yyyy HH:mm:ss`.
///
/// | letters | meaning |
/// |---|---|
/// | `yyyy` `yy` | year; two digits mean 1970-2069 |
/// | `BBBB` | year of the Buddhist era: 2569 is 2026 |
/// | `M` `MM`, `d` `dd`, `H` `HH`, `m` `mm`, `s` `ss` | one or two digits; two digits |
/// | `SSS` | a fraction of a second, any number of digits |
/// | `X` | an offset: `Z`, `+07`, `+0700`, `+07:00` |
/// | `?` | what follows may be missing (`yyyy-MM-dd?'T'HH:mm`) |
/// | `'T'` | that text, as it stands |
///
/// Alone, `epoch` and `epoch-ms` are seconds and milliseconds since 1970 UTC, and `step 2017-01-01 day` counts days
/// (or `hour`s) from a date, as simulators do.
public struct TimePattern: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case year(digits: Int, buddhist: Bool)
        case month(Int), day(Int), hour(Int), minute(Int), second(Int)
        case fraction
        case offset
        case optional
        case literal(UInt8)
    }
    enum Form: Sendable, Hashable {
        case pieces([Piece])
        case epoch(millisecondsPerUnit: Int)
        case steps(origin: Int, length: Int, precision: Moment.Precision)
    }

    /// The pattern as written.
    public let text: String
    let form: Form
    let precision: Moment.Precision

    /// Reads a pattern; `nil` when it has a letter that means nothing, or no year.
    public init?(_ text: String) {
        self.text = text
        switch text {
        case "epoch": (form, precision) = (.epoch(millisecondsPerUnit: 1_000), .second)
        case "epoch-ms": (form, precision) = (.epoch(millisecondsPerUnit: 1), .millisecond)
        default:
            if text.hasPrefix("step ") {
                guard let steps = Self.steps(text) else { return nil }
                (form, precision) = steps
            } else {
                guard let pieces = Self.pieces(text) else { return nil }
                (form, precision) = (.pieces(pieces), Self.precision(of: pieces))
            }
        }
    }

    private static func steps(_ text: String) -> (Form, Moment.Precision)? {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 3, let day = TimePattern("yyyy-MM-dd"),
            let origin = day.read(Array(words[1].utf8), offset: { _ in 0 })
        else { return nil }
        switch words[2] {
        case "day": return (.steps(origin: origin.milliseconds, length: 86_400_000, precision: .day), .day)
        case "hour": return (.steps(origin: origin.milliseconds, length: 3_600_000, precision: .minute), .minute)
        default: return nil
        }
    }

    private static func pieces(_ text: String) -> [Piece]? {
        var pieces: [Piece] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            var run = 1
            while index + run < bytes.count, bytes[index + run] == byte { run += 1 }
            guard isLength(run, of: byte) else { return nil }
            switch byte {
            case UInt8(ascii: "y"): pieces.append(.year(digits: run, buddhist: false))
            case UInt8(ascii: "B"): pieces.append(.year(digits: run, buddhist: true))
            case UInt8(ascii: "M"): pieces.append(.month(run))
            case UInt8(ascii: "d"): pieces.append(.day(run))
            case UInt8(ascii: "H"): pieces.append(.hour(run))
            case UInt8(ascii: "m"): pieces.append(.minute(run))
            case UInt8(ascii: "s"): pieces.append(.second(run))
            case UInt8(ascii: "S"): pieces.append(.fraction)
            case UInt8(ascii: "X"): pieces.append(.offset)
            case UInt8(ascii: "?"): pieces.append(.optional)
            case UInt8(ascii: "'"):
                guard let close = bytes[(index + 1)...].firstIndex(of: byte) else { return nil }
                pieces += bytes[(index + 1)..<close].map { .literal($0) }
                run = close - index + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return nil
            default: pieces += Array(repeating: .literal(byte), count: run)
            }
            index += run
        }
        let hasYear = pieces.contains { if case .year = $0 { true } else { false } }
        return hasYear ? pieces : nil
    }

    // `MMM` would be a month's name and `yyyyy` nothing: a pattern that no value can follow is refused here.
    private static func isLength(_ run: Int, of letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "y"): run == 2 || run == 4
        case UInt8(ascii: "B"): run == 4
        case UInt8(ascii: "M"), UInt8(ascii: "d"), UInt8(ascii: "H"), UInt8(ascii: "m"), UInt8(ascii: "s"): run <= 2
        case UInt8(ascii: "X"): run == 1
        default: true
        }
    }

    private static func precision(of pieces: [Piece]) -> Moment.Precision {
        var precision = Moment.Precision.year
        for piece in pieces {
            switch piece {
            case .month: precision = max(precision, .month)
            case .day: precision = max(precision, .day)
            case .hour, .minute: precision = max(precision, .minute)
            case .second: precision = max(precision, .second)
            case .fraction: precision = max(precision, .millisecond)
            case .optional: return precision
            default: break
            }
        }
        return precision
    }
}

extension Moment.Precision: Comparable {
    /// Coarser is smaller.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
