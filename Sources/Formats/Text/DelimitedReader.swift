/// Reads delimited text (RFC 4180 and its relatives) as batches of records, in bounded memory.
///
///     var reader = DelimitedReader(try file.decoded(from: .windows874), dialect: .csv)
///     while try reader.read(into: &batch, atMost: 10_000) { … }
///
/// Lines may end in CR, LF or CRLF, the last one in nothing. Quoted fields may hold separators, line ends and
/// doubled quotes; a quote inside an unquoted field is an ordinary character. Empty lines are skipped, and counted
/// in line numbers. How many fields a record should have is not known here: that is for the mapping profile.
///
/// **Bad records.** A record with a malformed byte, a zero byte, text after a closing quote, too long a field or
/// too many fields goes to `rejected`, with its place; the next one follows as if nothing had happened. A quote
/// that is never closed costs its own line only: the lines that it swallowed are looked at again. A record longer
/// than `limits.recordBytes` means that this is no text of records at all; then `read` throws.
public struct DelimitedReader {
    private let input: ByteStream
    private var scanner: DelimitedScanner
    /// What has been pulled and may still be needed, from `base` (an offset in the whole input) on.
    private var window: [UInt8] = []
    private var base = 0
    private var ended = false

    /// How many bytes have been pulled from the input; for progress.
    public private(set) var bytesRead = 0

    /// Makes a reader of UTF-8 text; nothing is read yet. A byte order mark is skipped.
    public init(_ input: ByteStream, dialect: Dialect, limits: Limits = .standard) {
        self.input = input.withoutByteOrderMark()
        scanner = DelimitedScanner(dialect: dialect, limits: limits)
    }

    /// Empties the batch and fills it with the next records: at most so many, rejected ones included, and fewer
    /// when they are long. False at the end, when there was nothing more.
    ///
    /// Throws a `FormatError` when a record passes `limits.recordBytes`; the batch then holds what came before.
    /// Rethrows what the input throws.
    public mutating func read(into batch: inout RecordBatch, atMost: Int) throws -> Bool {
        batch.clear()
        defer { scanner.endBatch(&batch) }
        while true {
            let position = scanner.offset - base
            let end = min(position + Self.slice, window.count)
            switch try scanner.scan(window, from: base, to: end, isLast: ended, into: &batch, atMost: max(atMost, 1)) {
            case .full: return true
            case .wantsMore where end < window.count: continue
            case .wantsMore: try pull()
            case .finished: return batch.count + batch.rejected.count > 0
            }
        }
    }

    /// Appends the next chunk to what is still needed.
    private mutating func pull() throws {
        let needed = scanner.oldestNeeded - base
        guard !ended, let chunk = try input.next() else {
            ended = true
            return
        }
        bytesRead += chunk.count
        base += needed
        if needed == window.count {
            window = chunk
        } else {
            window.removeFirst(needed)
            window += chunk
        }
    }

    /// Limits are looked at after so many bytes at the latest, whatever the size of the chunks.
    private static let slice = 1 << 16
}
