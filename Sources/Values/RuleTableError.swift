public import Words

/// A line of a versioned data file.
public struct RulePlace: Hashable, Sendable {
    /// The name of the file without its ending.
    public let table: String
    /// The line, from 1.
    public let line: Int

    /// A line of a file.
    public init(table: String, line: Int) {
        self.table = table
        self.line = line
    }
}

/// What is wrong with a versioned data file, and in which line.
public struct RuleTableError: Explained, Equatable {
    /// A kind of mistake.
    public enum Problem: Hashable, Sendable {
        case missing(String)
        case columns(expected: String)
        case cells(count: Int, expected: Int)
        case notUnderstood(String, expected: String)
        case twice
    }

    /// Where it is.
    public let place: RulePlace
    /// What is wrong there.
    public let problem: Problem

    /// A mistake at a place.
    public init(_ place: RulePlace, _ problem: Problem) {
        self.place = place
        self.problem = problem
    }

    /// The mistake in words.
    public var phrase: Phrase {
        Phrase("values.table-line", ["table": place.table, "line": String(place.line)], around: detail)
    }

    private var detail: Phrase {
        switch problem {
        case .missing(let what): Phrase("values.missing", ["what": what])
        case .columns(let expected): Phrase("values.columns", ["expected": expected])
        case .cells(let count, let expected):
            Phrase("values.cells", ["count": String(count), "expected": String(expected)])
        case .notUnderstood(let text, let expected):
            Phrase("values.not-understood", ["text": text, "expected": expected])
        case .twice: Phrase("values.twice")
        }
    }
}
