/// What a column holds, and what it is read into.
public enum ColumnKind: Sendable {
    /// A name: a person, an account, a number, a place. Read into the code of a `NameTable`.
    case name
    /// A whole number.
    case whole
    /// An amount of money: read into minor units (`12.5` is 1250); `,` and `.` group or part as they stand.
    case amount
    /// A moment: read into milliseconds since 1970 UTC.
    case time
    /// Any number: read into a `Double`.
    case number
}

/// A column that a task asks for.
public struct WantedColumn: Sendable {
    /// What it is to the task: `from`, `time`; stands in messages.
    public var role: String
    /// What somebody typed: a heading, or the number of a column, counted from 1.
    public var given: String?
    /// Headings by which it is known when nobody typed one; case, blanks, `_` and `-` do not matter.
    public var guesses: [String]
    /// Which column it is when no heading tells, counted from 0.
    public var place: Int?
    /// What it holds.
    public var kind: ColumnKind
    /// Whether the task cannot go without it.
    public var isRequired: Bool
    /// Whether a row may leave it empty; a row that may not is refused.
    public var mayBeEmpty: Bool
    /// Which table of names it is read into: columns that name the same things share one.
    public var table: Int

    /// A column of names.
    public static func name(
        _ role: String, given: String? = nil, guesses: [String] = [], place: Int? = nil, table: Int = 0,
        isRequired: Bool = true, mayBeEmpty: Bool = false
    ) -> WantedColumn {
        WantedColumn(
            role: role, given: given, guesses: guesses, place: place, kind: .name, isRequired: isRequired,
            mayBeEmpty: mayBeEmpty, table: table)
    }

    /// A column of values: not required, unless somebody typed which one it is.
    public static func value(
        _ role: String, _ kind: ColumnKind, given: String? = nil, guesses: [String] = [], place: Int? = nil,
        isRequired: Bool = false, mayBeEmpty: Bool = false
    ) -> WantedColumn {
        WantedColumn(
            role: role, given: given, guesses: guesses, place: place, kind: kind, isRequired: isRequired,
            mayBeEmpty: mayBeEmpty, table: 0)
    }

    /// Headings of who sends, calls or points.
    public static let fromGuesses = [
        "from", "source", "src", "caller", "sender", "payer", "orig", "origin", "fromid", "sourceid", "accountfrom",
        "fromaccount", "senderaccount", "sender account id", "callingnumber", "a", "node1", "u", "ego", "person1", "v1",
        "id1",
    ]
    /// Headings of who receives, is called or pointed at.
    public static let toGuesses = [
        "to", "target", "dst", "dest", "called", "callee", "receiver", "payee", "bene", "destination", "toid",
        "targetid",
        "accountto", "toaccount", "receiveraccount", "receiver account id", "callednumber", "b", "node2", "v", "alter",
        "person2", "v2", "id2",
    ]
    /// Headings of when.
    public static let timeGuesses = [
        "time", "timestamp", "ts", "datetime", "date", "when", "at", "start", "starttime", "begin", "txtime", "step",
    ]
    /// Headings of how much money.
    public static let amountGuesses = ["amount", "txamount", "amt", "value", "sum", "money", "baseamt"]
}
