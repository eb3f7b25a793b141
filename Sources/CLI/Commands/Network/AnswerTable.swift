import Formats

/// The answer of a task: columns, and rows that are made when they are asked for.
struct AnswerTable {
    /// The headings.
    var columns: [String]
    /// How many rows there are.
    var count: Int
    /// A row by its place.
    var row: (Int) -> [Cell]

    /// What stands in a cell.
    enum Cell: ExpressibleByStringLiteral {
        case text(String)
        case whole(Int)
        case number(Double)
        /// Minor units of money, written with two decimals.
        case amount(Int64)
        /// Milliseconds since 1970 UTC, written as ISO 8601.
        case time(Int64)
        case none

        init(stringLiteral text: String) { self = .text(text) }

        /// The cell as it is written.
        var text: String {
            switch self {
            case .text(let text): text
            case .whole(let number): String(number)
            case .number(let number): number.isNaN ? "" : String(number)
            case .amount(let minor): Self.amount(minor)
            case .time(let milliseconds): Self.time(milliseconds)
            case .none: ""
            }
        }

        /// The cell in a JSON document; amounts are numbers of whole units.
        var json: JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .whole(let number): .number(number)
            case .number(let number): .number(number)
            case .amount(let minor): .number(Double(minor) / 100)
            case .time(let milliseconds): .string(Self.time(milliseconds))
            case .none: .null
            }
        }

        private static func amount(_ minor: Int64) -> String {
            let part = minor.magnitude % 100
            return "\(minor < 0 ? "-" : "")\(minor.magnitude / 100).\(part < 10 ? "0" : "")\(part)"
        }

        private static func time(_ milliseconds: Int64) -> String {
            Figures.instant(Int(milliseconds)) ?? ""
        }
    }

    /// A row as a JSON object.
    func object(_ place: Int) -> JSONValue {
        var object = JSONObject()
        for (name, cell) in zip(columns, row(place)) { object[name] = cell.json }
        return .object(object)
    }

    /// Writes all rows as CSV.
    func write(to path: String) throws {
        try Files.write(path) { put in
            var writer = DelimitedWriter(lineEnd: "\n")
            writer.write(columns)
            for place in 0..<count {
                writer.write(row(place).map(\.text))
                if place % 10_000 == 9_999 { try put(writer.take()) }
            }
            try put(writer.take())
        }
    }
}
