/// What stands in one cell of a workbook that is written.
public enum WorkbookCell: Sendable, Equatable {
    /// Nothing.
    case empty
    /// A text; never taken for a formula.
    case text(String)
    /// A number. One that is not finite is written as an empty cell.
    case number(Double)
    /// A whole number. Workbooks count in doubles: write identifiers of more than 15 digits as text.
    case whole(Int)
    /// True or false.
    case boolean(Bool)
    /// A day, with or without a time; from 1 March 1900 to the end of 9999.
    case date(SheetDate)
}
