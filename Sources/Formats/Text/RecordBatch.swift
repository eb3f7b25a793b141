/// Some records of a file, flat: four arrays that are filled, read and used again, without an object for a record
/// or a string for a field.
///
///     var batch = RecordBatch()
///     while try reader.read(into: &batch, atMost: 10_000) {
///         for record in 0..<batch.count { … batch.field(record, 0) … batch.lines[record] … }
///         report(batch.rejected)
///     }
public struct RecordBatch: Sendable {
    /// The UTF-8 content of all fields, unescaped, back to back.
    public var bytes: [UInt8] = []
    /// The end of each field, as an offset in `bytes`; a field begins where the one before ends.
    public var fieldEnds: [Int32] = []
    /// For each record, the index in `fieldEnds` after its last field.
    public var recordEnds: [Int32] = []
    /// For each record, the physical line of its first byte, from 1; for a sheet, its row.
    public var lines: [Int] = []
    /// The records that could not be read, each with its place and reason.
    public var rejected: [FormatError] = []

    /// Makes an empty batch.
    public init() {}

    /// The number of records.
    public var count: Int { recordEnds.count }

    /// The indices in `fieldEnds` of a record's fields.
    public func fields(of record: Int) -> Range<Int> {
        (record == 0 ? 0 : Int(recordEnds[record - 1]))..<Int(recordEnds[record])
    }

    /// Where in `bytes` a field stands, by its index in `fieldEnds`.
    public func range(ofField index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(fieldEnds[index - 1]))..<Int(fieldEnds[index])
    }

    /// Where in `bytes` a record's field stands, both from 0; `nil` when the record has fewer fields.
    public func fieldRange(_ record: Int, _ column: Int) -> Range<Int>? {
        let fields = fields(of: record)
        guard column >= 0, column < fields.count else { return nil }
        return range(ofField: fields.lowerBound + column)
    }

    /// A record's field, both from 0; empty when the record has fewer fields. For a screen; loops use `bytes`.
    public func field(_ record: Int, _ column: Int) -> String {
        fieldRange(record, column).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    }

    /// All fields of a record as texts.
    public func record(_ record: Int) -> [String] {
        fields(of: record).map { String(decoding: bytes[range(ofField: $0)], as: UTF8.self) }
    }

    /// Empties the batch and keeps its room.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        fieldEnds.removeAll(keepingCapacity: true)
        recordEnds.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        rejected.removeAll(keepingCapacity: true)
    }
}

extension RecordBatch {
    /// How much text and how many fields a reader puts into one batch before it stops short of the number of
    /// records asked for, so that a batch of long records stays small, and offsets fit 32 bits.
    static let fullAt = (bytes: 4 << 20, fields: 1 << 20)

    /// Whether another record should wait for the next batch.
    func isFull(atMost: Int) -> Bool {
        count + rejected.count >= atMost || fieldEnds.count >= Self.fullAt.fields
    }
}
