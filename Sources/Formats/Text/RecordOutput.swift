/// The growing end of a batch: where the field and the record in progress began, so that either can be dropped.
///
/// Invariants: `recordStart <= fieldStart <= end <= batch.bytes.count`; what stands before `recordStart` belongs to
/// whole records. The batch's bytes run ahead of `end`, so that loops write without asking for room, until
/// `finish` cuts them.
struct RecordOutput {
    /// The end of what is written.
    var end = 0
    private var fieldStart = 0
    private(set) var recordStart = 0
    /// How many fields the whole records have, in all.
    private var wholeFields = 0

    /// The bytes of the field in progress so far.
    var fieldLength: Int { end - fieldStart }

    /// Makes sure that so many more bytes can be written.
    func makeRoom(for count: Int, in bytes: inout [UInt8]) {
        while bytes.count < end + count { bytes += Self.zeros }
    }

    /// Writes one byte.
    mutating func put(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes[end] = byte
        end += 1
    }

    /// Ends the field in progress and keeps it.
    mutating func keepField(_ fieldEnds: inout [Int32]) {
        fieldEnds.append(Int32(end))
        fieldStart = end
    }

    /// Ends the record in progress and keeps it, as one that began in a given line.
    mutating func keepRecord(line: Int, _ batch: inout RecordBatch) {
        batch.recordEnds.append(Int32(batch.fieldEnds.count))
        batch.lines.append(line)
        (recordStart, wholeFields) = (end, batch.fieldEnds.count)
    }

    /// Forgets the text of the record in progress; its fields are dropped later.
    mutating func dropText() {
        (end, fieldStart) = (recordStart, recordStart)
    }

    /// Forgets the record in progress.
    mutating func dropRecord(_ batch: inout RecordBatch) {
        batch.fieldEnds.removeLast(batch.fieldEnds.count - wholeFields)
        dropText()
    }

    /// Cuts the batch to its whole records, and begins anew for the next one.
    mutating func finish(_ batch: inout RecordBatch) {
        dropRecord(&batch)
        batch.bytes.removeLast(batch.bytes.count - recordStart)
        self = RecordOutput()
    }

    private static let zeros = [UInt8](repeating: 0, count: 1 << 16)
}
