public import Access
import Formats
import Storage
public import Words

/// What `verify` checked, and the first thing that was wrong.
public struct Verification: Sendable {
    /// A check.
    public enum Check: String, CaseIterable, Sendable {
        /// Every source against its record at the desk: what it is, whose, and who may see it.
        case records
        /// The bytes of every source against their SHA-256.
        case bytes
        /// Every committed source read again: the same counts.
        case counts
        /// Every row's entity, source, grade and label are there.
        case rows
        /// Every row's line lies within its source.
        case lines
    }

    /// The checks that passed, with the number of sources or rows that each looked at.
    public var done: [(check: Check, count: Int)] = []
    /// What was found wrong first; `nil` when nothing was.
    public var problem: Phrase?
}

extension RichPicture {
    /// Checks the database against itself, as far as the viewer sees it: records, bytes, counts, rows and lines, in one
    /// consistent state. `Ledger.verify` checks all of it, and tells nothing of what it says.
    ///
    /// - Parameter progress: called now and then with a check, how much of it is done, and how much there is.
    public func verify(
        as viewer: Viewer, progress: @escaping @Sendable (Verification.Check, Int, Int) -> Void = { _, _, _ in }
    ) async throws -> Verification {
        try await database.read { connection in
            let sources = try SourceRow.load(viewer.sees("s.label"), from: connection)
            var verification = Verification()
            do {
                var checker = Checker(connection: connection, viewer: viewer, sources: sources, progress: progress)
                verification.done.append((.records, try checker.checkRecords()))
                verification.done.append((.bytes, try checker.checkBytes()))
                verification.done.append((.counts, try checker.checkCounts()))
                verification.done.append((.rows, try checker.checkRows()))
                verification.done.append((.lines, try checker.checkLines()))
            } catch let fault as VerificationFault {
                verification.problem = fault.phrase
            }
            return verification
        }
    }
}

/// What `verify` can find wrong.
enum VerificationFault: Explained, Equatable {
    /// What a source's row says is not what its record says.
    case record(source: String, what: String)
    /// The kept bytes are not those that came.
    case bytes(source: String)
    /// Reading the bytes again gives something else.
    case counts(source: String, what: String)
    /// A row points to nothing.
    case dangling(table: String, row: String, column: String)
    /// A row names a line that its source does not have.
    case line(table: String, source: String, line: Int, last: Int)

    var phrase: Phrase {
        switch self {
        case .record(let source, let what): Phrase("verify.record", ["source": source, "what": what])
        case .bytes(let source): Phrase("verify.bytes", ["source": source])
        case .counts(let source, let what): Phrase("verify.counts", ["source": source, "what": what])
        case .dangling(let table, let row, let column):
            Phrase("verify.dangling", ["table": table, "row": row, "column": column])
        case .line(let table, let source, let line, let last):
            Phrase("verify.line", ["table": table, "source": source, "line": String(line), "last": String(last)])
        }
    }
}
