public import Words

/// What is wrong with an input and where, in terms that the person who sent it can act on.
///
/// A reader *throws* a `FormatError` when the whole input has to be refused (a limit is passed, the structure is
/// lost); it *returns* one, beside the good rows, when a single row is bad and the rest can go on.
public struct FormatError: Explained, Equatable {
    /// The line of the input, from 1. For a workbook, the row of the sheet.
    public var line: Int
    /// The column in that line, from 1: characters in text formats, cells in workbooks. 0 when it has no meaning.
    public var column: Int
    /// What is wrong, what was expected, what to do.
    public var problem: Phrase

    /// Makes an error at a place.
    public init(line: Int, column: Int, problem: Phrase) {
        self.line = line
        self.column = column
        self.problem = problem
    }

    /// The problem's own words. Its place stands beside them: whoever shows a refused row has columns for both.
    public var phrase: Phrase { problem }
}
