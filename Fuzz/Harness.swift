import Words

/// What libFuzzer calls with each input. `fuzz` is the target's; to refuse an input is right, as long as the reason
/// can be put into words.
///
/// Safety: libFuzzer's bytes are copied before anything sees them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try fuzz(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        precondition(error is any Explained, "an error without words: \(error)")
    }
    return 0
}

/// What a reader of batches made of an input, for comparisons.
struct Outcome: Equatable {
    var records: [[String]] = []
    var lines: [Int] = []
    var rejected: [FormatError] = []
    var refused: FormatError?

    init(atMost: Int, _ read: (inout RecordBatch, Int) throws -> Bool) {
        var batch = RecordBatch()
        do {
            while try read(&batch, atMost) { take(batch) }
        } catch {
            take(batch)
            refused = error as? FormatError
            precondition(refused != nil, "an error without a place: \(error)")
        }
    }

    private mutating func take(_ batch: RecordBatch) {
        records += (0..<batch.count).map(batch.record)
        lines += batch.lines
        rejected += batch.rejected
    }
}
