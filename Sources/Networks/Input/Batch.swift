/// Rows of a table, column by column: filled by a `TableReader`, and filled again with the next ones.
public final class Batch {
    /// How many rows it can hold.
    public let capacity: Int
    /// How many it holds.
    public internal(set) var count = 0
    let lines: UnsafeMutableBufferPointer<UInt32>
    let cells: [Cells]

    /// The room of one column.
    enum Cells {
        case none
        case codes(UnsafeMutableBufferPointer<UInt32>)
        case values(UnsafeMutableBufferPointer<Int64>)
        case numbers(UnsafeMutableBufferPointer<Double>)
    }

    init(capacity: Int, kinds: [ColumnKind?]) {
        self.capacity = capacity
        lines = Self.room(capacity, 0)
        cells = kinds.map { kind in
            switch kind {
            case nil: .none
            case .name: .codes(Self.room(capacity, 0))
            case .number: .numbers(Self.room(capacity, 0))
            case .whole, .amount, .time: .values(Self.room(capacity, 0))
            }
        }
    }

    private static func room<Value>(_ capacity: Int, _ value: Value) -> UnsafeMutableBufferPointer<Value> {
        let room = UnsafeMutableBufferPointer<Value>.allocate(capacity: capacity)
        room.initialize(repeating: value)
        return room
    }

    deinit {
        lines.deallocate()
        for cells in cells {
            switch cells {
            case .none: break
            case .codes(let room): room.deallocate()
            case .values(let room): room.deallocate()
            case .numbers(let room): room.deallocate()
            }
        }
    }

    /// The lines on which the rows begin, counted from 1. Valid until the next batch is read.
    public var rowLines: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: lines[..<count]) }

    /// The codes of a column of names; empty when the table does not have it. Valid until the next batch is read.
    public func codes(_ column: Int) -> UnsafeBufferPointer<UInt32> {
        guard case .codes(let room) = cells[column] else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: room[..<count])
    }

    /// The values of a column of whole numbers, amounts or times; `missing` where a row has none.
    public func values(_ column: Int) -> UnsafeBufferPointer<Int64> {
        guard case .values(let room) = cells[column] else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: room[..<count])
    }

    /// The numbers of a column; NaN where a row has none.
    public func numbers(_ column: Int) -> UnsafeBufferPointer<Double> {
        guard case .numbers(let room) = cells[column] else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: room[..<count])
    }

    /// Stands where a whole number, an amount or a time is missing.
    public static let missing = Int64.min
}
