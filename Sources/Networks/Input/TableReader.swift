/// Reads the columns that a task asks for from delimited text, batch by batch, in memory that does not grow with the rows.
///
///     let reader = try TableReader(source, [.name("from"), .name("to", guesses: WantedColumn.toGuesses)])
///     let batch = reader.batch()
///     while try reader.read(into: batch) { … batch.codes(0) … batch.codes(1) … }
///
/// What parts the fields, and whether there is a heading, is found by looking. A row that cannot be used is counted in `refusals`
/// and left out; names that stand only in such rows get no code.
public final class TableReader {
    /// What was found by looking.
    public let shape: TableShape
    /// The names, by the tables that the wanted columns have asked for.
    public private(set) var tables: [NameTable]
    /// The rows that were not used.
    public private(set) var refusals = Refusals()
    /// How many bytes have been taken from the source.
    public private(set) var bytesTaken = 0

    private let source: ByteSource
    private let kinds: [ColumnKind?]
    private let steps: [Step]
    private let times: TimeText

    // The bytes in hand: rows begin at `position`; whole lines end at `safeEnd`; all end at `filled`.
    private let room: ReadingRoom
    private var position = 0
    private var safeEnd = 0
    private var filled = 0
    private var isAtEnd = false
    private var isLoneReturn = false
    private var line = 1

    /// A wanted column, and where it stands.
    private struct Step {
        var place: Int
        var column: Int
        var kind: ColumnKind
        var mayBeEmpty: Bool
        var table: Int
    }

    /// Looks at the beginning of a table and finds the columns.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - wanted: the columns; a batch has them in this order.
    ///   - zone: minutes east of UTC of times that are written without a zone.
    public init(_ source: ByteSource, _ wanted: [WantedColumn], zone: Int = 0, portion: Int = 1 << 20) throws {
        self.source = source
        room = ReadingRoom(capacity: portion, fields: wanted.count)
        filled = try source.fill(room.free(after: 0))
        let start = try Beginning(
            UnsafeMutableBufferPointer(start: room.bytes, count: filled), given: wanted.compactMap(\.given))
        (shape, position, line, isLoneReturn) = (start.shape, start.length, start.line, start.isLoneReturn)
        bytesTaken = filled
        let places = try Self.places(wanted, start.shape)
        kinds = zip(wanted, places).map { $1 == nil ? nil : $0.kind }
        steps = zip(wanted, places).enumerated().compactMap { column, pair in
            pair.1.map { place in
                Step(
                    place: place, column: column, kind: pair.0.kind, mayBeEmpty: pair.0.mayBeEmpty, table: pair.0.table)
            }
        }.sorted { $0.place < $1.place }
        let text = UnsafeBufferPointer(start: room.bytes + position, count: filled - position)
        let isMonthFirst = steps.contains { [shape] step in
            step.kind == .time && DateOrder.isMonthFirst(text, shape, column: step.place)
        }
        times = TimeText(zone: zone, isMonthFirst: isMonthFirst)
        tables = (0...(wanted.map(\.table).max() ?? 0)).map { _ in NameTable() }
        endLines()
        isAtEnd = filled < room.capacity
        if isAtEnd { endText() }
    }

    /// Whether the table has the wanted column.
    public func has(_ column: Int) -> Bool { kinds[column] != nil }

    /// Room for rows of this table.
    public func batch(capacity: Int = 1 << 15) -> Batch { Batch(capacity: capacity, kinds: kinds) }

    /// Reads the next rows; false when there is none left.
    public func read(into batch: Batch) throws -> Bool {
        batch.count = 0
        while batch.count < batch.capacity {
            if position >= safeEnd {
                guard try refill() else { break }
            }
            if !parse(into: batch), try !refill() {
                // A quote that is never closed: the row is lost, what stands on the next line is not.
                refuse(line, steps.first?.place ?? 0, .openQuote)
                while room.bytes[position] != 0x0A { position += 1 }
                position += 1
                line += 1
            }
        }
        return batch.count > 0
    }

    /// All fields of the next row, for tables whose columns are not known; nil at the end.
    func fields() throws -> (line: Int, fields: [String])? {
        while true {
            if position >= safeEnd {
                guard try refill() else { return nil }
                continue
            }
            var end = position
            while room.bytes[end] != 0x0A { end += 1 }
            let row = Array(UnsafeBufferPointer(start: room.bytes + position, count: end - position))
            (position, line) = (end + 1, line + 1)
            let text = row.last == 0x0D ? Array(row.dropLast()) : row
            if !text.isEmpty { return (line - 1, TableShape.fields(text, shape.separator)) }
        }
    }

    // MARK: Columns

    /// Where the wanted columns stand: those that somebody typed first, then those that a heading tells, then by their place.
    private static func places(_ wanted: [WantedColumn], _ shape: TableShape) throws -> [Int?] {
        let known = shape.heading ?? (1...max(1, shape.columns)).map(String.init)
        let plain = (shape.heading ?? []).map(TableShape.plain)
        var places = [Int?](repeating: nil, count: wanted.count)
        for (index, column) in wanted.enumerated() {
            guard let given = column.given else { continue }
            let place = shape.heading?.firstIndex(of: given) ?? plain.firstIndex(of: TableShape.plain(given))
            guard let place = place ?? Int(given).map({ $0 - 1 }), (0..<shape.columns).contains(place) || shape.isMatrix
            else {
                throw InputError.noColumn(role: column.role, given: given, known: known)
            }
            places[index] = place
        }
        for (index, column) in wanted.enumerated() where places[index] == nil {
            let guesses = column.guesses.map(TableShape.plain)
            places[index] =
                guesses.lazy.compactMap { guess in
                    plain.indices.first { plain[$0] == guess && !places.contains($0) }
                }.first
        }
        for (index, column) in wanted.enumerated() where places[index] == nil {
            if let place = column.place {
                places[index] =
                    (place..<max(place, shape.columns)).first { !places.contains($0) }
                    ?? (0..<shape.columns).first { !places.contains($0) }
            }
            if places[index] == nil, column.isRequired { throw InputError.needed(role: column.role, known: known) }
        }
        return places
    }

    // MARK: Bytes

    /// Brings more bytes; false when there are none.
    private func refill() throws -> Bool {
        guard !isAtEnd else { return false }
        let rest = filled - position
        room.keep(position..<filled)
        position = 0
        let count = try source.fill(room.free(after: rest))
        bytesTaken += count
        filled = rest + count
        isAtEnd = filled < room.capacity
        endLines()
        if isAtEnd { endText() }
        return safeEnd > 0 || !isAtEnd
    }

    /// Finds where the whole lines end.
    private func endLines() {
        if isLoneReturn { for index in position..<filled where room.bytes[index] == 0x0D { room.bytes[index] = 0x0A } }
        safeEnd = filled
        while safeEnd > position, room.bytes[safeEnd - 1] != 0x0A { safeEnd -= 1 }
    }

    /// Ends the last line of the text where nothing else does.
    private func endText() {
        if safeEnd < filled {
            room.bytes[filled] = 0x0A
            filled += 1
        }
        safeEnd = filled
    }

    // MARK: Rows

    private enum Outcome { case whole, refused, more }

    /// Reads rows until the batch is full or the whole lines are at an end; false when a quoted field goes on beyond them.
    private func parse(into batch: Batch) -> Bool {
        var scan = FieldScan(
            bytes: room.bytes, end: safeEnd, separator: shape.separator, isBlank: shape.separator == 0x20,
            place: position,
            scratch: room.scratch)
        var row = batch.count
        var line = line
        var isWhole = true
        tables.withUnsafeMutableBufferPointer { tables in
            steps.withUnsafeBufferPointer { steps in
                while scan.place < scan.end, row < batch.capacity {
                    let start = scan.place
                    (scan.innerLines, scan.scratched) = (0, 0)
                    if scan.isAtRowEnd {
                        scan.endRow()
                        line += 1
                        continue
                    }
                    let outcome = self.row(&scan, steps, row, line, batch)
                    if outcome == .more || !Self.skipRest(&scan) {
                        scan.place = start
                        isWhole = false
                        break
                    }
                    if outcome == .whole {
                        keepNames(steps, row, batch, tables)
                        batch.lines[row] = UInt32(truncatingIfNeeded: line)
                        row += 1
                    }
                    line += 1 + scan.innerLines
                }
            }
        }
        (batch.count, position, self.line) = (row, scan.place, line)
        return isWhole
    }

    /// Reads the wanted fields of a row: values into the batch, names aside until the row is known to be good.
    @inline(__always)
    private func row(
        _ scan: inout FieldScan, _ steps: UnsafeBufferPointer<Step>, _ row: Int, _ line: Int, _ batch: Batch
    ) -> Outcome {
        var place = 0
        for index in 0..<steps.count {
            let step = steps[index]
            while place < step.place {
                guard scan.field() != nil else { return .more }
                guard scan.endField() else { return refused(&scan, line, place + 1, .tooShort, steps) }
                place += 1
            }
            guard let field = scan.field() else { return .more }
            if field.count == 0 {
                guard step.mayBeEmpty else {
                    return refused(
                        &scan, line, step.place, scan.isAtRowEnd && step.place > 0 ? .tooShort : .empty, steps)
                }
            } else if step.kind != .name, let problem = keep(field, step, row, batch) {
                return refused(&scan, line, step.place, problem, steps)
            }
            self.room.fields[index] = field
            if field.count == 0, step.kind != .name { keepNothing(step, row, batch) }
            if index + 1 < steps.count {
                if scan.endField() {
                    place += 1
                } else if index + 1 < steps.count, !steps[index + 1].mayBeEmpty {
                    return refused(&scan, line, step.place + 1, .tooShort, steps)
                }
            }
        }
        return .whole
    }

    @inline(never)
    private func refused(
        _ scan: inout FieldScan, _ line: Int, _ place: Int, _ problem: Refusal.Problem,
        _ steps: UnsafeBufferPointer<Step>
    ) -> Outcome {
        refuse(line, place, problem)
        return .refused
    }

    private func refuse(_ line: Int, _ place: Int, _ problem: Refusal.Problem) {
        refusals.add(Refusal(line: line, column: place + 1, problem: problem))
    }

    /// Goes over the rest of a row; false when a quoted field does not end.
    @inline(__always)
    private static func skipRest(_ scan: inout FieldScan) -> Bool {
        while !scan.isAtRowEnd {
            if scan.endField() { continue }
            guard scan.field() != nil else { return false }
        }
        scan.endRow()
        return true
    }

    @inline(__always)
    private func keepNames(
        _ steps: UnsafeBufferPointer<Step>, _ row: Int, _ batch: Batch, _ tables: UnsafeMutableBufferPointer<NameTable>
    ) {
        for index in 0..<steps.count {
            let step = steps[index]
            guard case .codes(let room) = batch.cells[step.column] else { continue }
            let field = self.room.fields[index]
            room[row] =
                field.plain >= 0
                ? tables[step.table].code(ofPlain: field.plain, field.text)
                : field.count == 0 ? NameTable.none : tables[step.table].code(ofOther: field.text)
        }
    }

    /// Reads a value; the problem where it is none.
    @inline(__always)
    private func keep(_ field: FieldScan.Field, _ step: Step, _ row: Int, _ batch: Batch) -> Refusal.Problem? {
        switch batch.cells[step.column] {
        case .values(let room):
            switch step.kind {
            case .time:
                guard let value = times.milliseconds(field.text) else { return .notTime }
                room[row] = value
            case .amount:
                guard let value = FieldText.amount(field.text) else { return .notAmount }
                room[row] = value
            default:
                guard let value = FieldText.whole(field.text) else { return .notWhole }
                room[row] = value
            }
        case .numbers(let room):
            guard let value = FieldText.number(field.text) else { return .notNumber }
            room[row] = value
        default: break
        }
        return nil
    }

    private func keepNothing(_ step: Step, _ row: Int, _ batch: Batch) {
        switch batch.cells[step.column] {
        case .values(let room): room[row] = Batch.missing
        case .numbers(let room): room[row] = .nan
        default: break
        }
    }
}
