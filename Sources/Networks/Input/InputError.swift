public import Words

/// Why a table cannot be read at all. What is wrong with single rows is in `Refusals`.
public enum InputError: Explained, Equatable {
    /// There is nothing in it.
    case empty
    /// It is written in UTF-16.
    case notUTF8
    /// The heading that somebody typed is not there.
    case noColumn(role: String, given: String, known: [String])
    /// Nothing tells which column it is.
    case needed(role: String, known: [String])
    /// Not a single row could be used.
    case noRow(refused: Int, first: Refusal?)
    /// More links than a graph here can hold.
    case tooMany
    /// A matrix with a row that is not as long as its heading, or a cell that is no number.
    case badMatrix(line: Int, column: Int)
    /// A task wants columns, and this is a matrix.
    case isMatrix
    /// A weight is 0, negative or missing, and the task wants strengths or lengths.
    case notPositive
    /// Not a snapshot of ours, or damaged.
    case badSnapshot

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .empty: Phrase("network.input.empty")
        case .notUTF8: Phrase("network.input.not-utf8")
        case .noColumn(let role, let given, let known):
            Phrase("network.input.no-column", ["role": role, "given": given, "known": known.joined(separator: ", ")])
        case .needed(let role, let known):
            Phrase("network.input.needed", ["role": role, "known": known.joined(separator: ", ")])
        case .noRow(let refused, let first):
            first.map { Phrase("network.input.no-row", ["count": String(refused)], around: $0.phrase) }
                ?? Phrase("network.input.no-rows")
        case .tooMany: Phrase("network.input.too-many")
        case .badMatrix(let line, let column):
            Phrase("network.input.bad-matrix", ["line": String(line), "column": String(column)])
        case .isMatrix: Phrase("network.input.is-matrix")
        case .notPositive: Phrase("network.input.not-positive")
        case .badSnapshot: Phrase("network.input.bad-snapshot")
        }
    }
}

/// A row that was not used, and why.
public struct Refusal: Equatable, Sendable {
    /// What is wrong with it.
    public enum Problem: String, Sendable, CaseIterable {
        case empty, notWhole = "not-whole", notAmount = "not-amount", notTime = "not-time", notNumber = "not-number"
        case tooShort = "too-short", openQuote = "open-quote"
    }

    /// The line on which the row begins, counted from 1.
    public var line: Int
    /// The column, counted from 1.
    public var column: Int
    /// What is wrong.
    public var problem: Problem

    /// The refusal in words.
    public var phrase: Phrase {
        Phrase(
            "network.input.refused", ["line": String(line), "column": String(column)],
            around: Phrase("network.row.\(problem.rawValue)"))
    }
}

/// The rows that were not used: all are counted, the first hundred kept.
public struct Refusals: Equatable, Sendable {
    /// How many are kept.
    public static let kept = 100
    /// How many there are.
    public private(set) var count = 0
    /// The first of them.
    public private(set) var first: [Refusal] = []

    /// None.
    public init() {}

    /// Adds one.
    public mutating func add(_ refusal: Refusal) {
        count += 1
        if first.count < Self.kept { first.append(refusal) }
    }
}
