import Formats
import Words

/// A profile's table with its column names replaced by positions in one file's header.
struct CompiledTable {
    struct Entity {
        var kind: EntityKind
        var alias: String
        var key: CompiledField?
        var conditions: [CompiledCondition]
        var fields: [(property: Property, field: CompiledField)]
        var position: [Profile.Coordinate: CompiledField]
    }
    struct Link {
        var property: Property
        var from: Int
        var to: Int
    }
    /// A class, like its fields: it is asked for every row.
    final class Event {
        let kind: EventKind
        let conditions: [CompiledCondition]
        /// The fields of a, b, place, handset and SIM, in this order.
        let identifiers: [CompiledField?]
        let required: [Bool]
        let start: CompiledField
        let end: CompiledField?
        let duration: CompiledField?
        let amount: CompiledField?
        let currency: CompiledField?
        let note: CompiledField?

        /// Binds an event to its columns; `nil` without a time, which no profile lacks.
        init?(_ event: Profile.EventFact, columns: [String: Int]) {
            func bind(_ field: Profile.Field?) -> CompiledField? { field.map { CompiledField($0, columns: columns) } }
            let fields = event.fields
            guard let start = bind(fields[.start]) else { return nil }
            let isPair = event.kind != .sighting && event.kind != .stay
            kind = event.kind
            conditions = event.conditions.map { CompiledCondition($0, columns: columns) }
            identifiers = [
                bind(fields[.from] ?? fields[.who]), bind(fields[.to]), bind(fields[.place]), bind(fields[.handset]),
                bind(fields[.sim]),
            ]
            required = [true, isPair, !isPair, false, false]
            self.start = start
            end = bind(fields[.end])
            duration = bind(fields[.duration])
            amount = bind(fields[.amount])
            currency = bind(fields[.currency])
            note = bind(fields[.note])
        }

        func applies(to row: TableRow) -> Bool { conditions.allSatisfy { $0.holds(for: row) } }
    }

    /// What no row may leave empty.
    var needs: [CompiledField] = []
    var entities: [Entity] = []
    var links: [Link] = []
    var events: [Event] = []

    /// Binds a table to a header; `nil` when a column that it needs is not there.
    init?(_ table: Profile.Table, header: [String]) {
        let columns = Dictionary(
            header.enumerated().map { (Self.folded($1), $0) }, uniquingKeysWith: { first, _ in first })
        guard table.columns.allSatisfy({ columns[Self.folded($0)] != nil }) else { return nil }
        func bind(_ field: Profile.Field?) -> CompiledField? { field.map { CompiledField($0, columns: columns) } }
        func bind(_ conditions: [Profile.Condition]) -> [CompiledCondition] {
            conditions.map { CompiledCondition($0, columns: columns) }
        }
        needs = table.needs.map { name in
            CompiledField(Profile.Field(parts: [.column(name)], type: .text), columns: columns)
        }
        for fact in table.facts {
            switch fact {
            case .entity(let entity):
                entities.append(
                    Entity(
                        kind: entity.kind, alias: entity.alias, key: bind(entity.key),
                        conditions: bind(entity.conditions),
                        fields: entity.properties.map { ($0, CompiledField($1, columns: columns)) },
                        position: entity.position.mapValues { CompiledField($0, columns: columns) }))
            case .link(let link):
                guard let from = entities.firstIndex(where: { $0.alias == link.from }),
                    let to = entities.firstIndex(where: { $0.alias == link.to })
                else { return nil }
                links.append(Link(property: link.property, from: from, to: to))
            case .event(let event):
                guard let bound = Event(event, columns: columns) else { return nil }
                events.append(bound)
            }
        }
    }

    /// Column names are compared without case and outer spaces: people retype headers.
    static func folded(_ name: String) -> String {
        name.lowercased().split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}

/// One record of a batch, good for as long as the batch is borrowed: a hundred thousand of them own nothing.
struct TableRow {
    let bytes: UnsafeBufferPointer<UInt8>
    let fieldEnds: UnsafeBufferPointer<Int32>
    /// The record's fields, by their positions in `fieldEnds`.
    let fields: Range<Int>
    let line: Int

    /// The bytes of a cell without outer spaces; empty when the record is too short.
    func cell(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let index = fields.lowerBound + column
        guard index < fields.upperBound else { return UnsafeBufferPointer(rebasing: bytes[0..<0]) }
        var start = index == 0 ? 0 : Int(fieldEnds[index - 1])
        var end = Int(fieldEnds[index])
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// An error in a field of this row.
    func error(_ field: CompiledField, _ problem: Phrase) -> FormatError {
        FormatError(line: line, column: (field.firstColumn ?? -1) + 1, problem: problem)
    }
}

/// A field with its columns' positions. A class, so that a row's fields are handed around without copying their parts.
final class CompiledField {
    enum Part {
        case column(Int)
        case literal([UInt8])
    }
    let parts: [Part]
    let type: Profile.FieldType
    let language: String?
    /// The column names, for messages.
    let name: String
    let firstColumn: Int?
    private let single: Int?

    init(_ field: Profile.Field, columns: [String: Int]) {
        parts = field.parts.map { part in
            switch part {
            case .literal(let text): .literal(Array(text.utf8))
            case .column(let name): .column(columns[CompiledTable.folded(name)] ?? -1)
            }
        }
        type = field.type
        language = field.language
        name = field.columns.joined(separator: " & ")
        let positions = parts.compactMap { if case .column(let position) = $0 { position } else { nil } }
        firstColumn = positions.first
        single = parts.count == 1 ? positions.first : nil
    }

    /// Calls `body` with the field's bytes: the cell itself, or the parts joined in `scratch`.
    func withBytes<Result>(
        of row: TableRow, _ scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        if let single { return body(row.cell(single)) }
        join(row, into: &scratch)
        return scratch.withUnsafeBufferPointer(body)
    }

    /// The field's text; of joined columns without the spaces that an empty one leaves at an end.
    func text(of row: TableRow, _ scratch: inout [UInt8]) -> String {
        let text = withBytes(of: row, &scratch) { String(decoding: $0, as: UTF8.self) }
        guard single == nil, text.first == " " || text.last == " " else { return text }
        return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// Whether all columns are empty, or the only one says in one of the usual ways that nothing is known.
    func isMissing(in row: TableRow, _ scratch: inout [UInt8]) -> Bool {
        guard let single else {
            // A person of one name has a name; what an identifier needs is asked in `isHalf`.
            return parts.allSatisfy { part in
                if case .column(let column) = part { row.cell(column).isEmpty } else { true }
            }
        }
        let cell = row.cell(single)
        guard cell.count <= 4 else { return false }
        switch cell.count {
        case 0: return true
        case 1: return cell[0] == UInt8(ascii: "-")
        case 3: return cell.elementsEqual("N/A".utf8) || cell.elementsEqual("n/a".utf8)
        case 4: return cell.elementsEqual("NULL".utf8) || cell.elementsEqual("null".utf8)
        default: return false
        }
    }

    /// Whether an identifier of several columns lacks the one that matters: the number after a country (`TH:`), or any
    /// part of a cell.
    func isHalf(_ kind: EntityKind, in row: TableRow, _ scratch: inout [UInt8]) -> Bool {
        guard single == nil else { return false }
        if kind == .cell {
            return parts.contains { part in
                if case .column(let column) = part { row.cell(column).isEmpty } else { false }
            }
        }
        return withBytes(of: row, &scratch) { $0.last == UInt8(ascii: ":") }
    }

    private func join(_ row: TableRow, into scratch: inout [UInt8]) {
        scratch.removeAll(keepingCapacity: true)
        for part in parts {
            switch part {
            case .column(let column): scratch.append(contentsOf: row.cell(column))
            case .literal(let bytes): scratch.append(contentsOf: bytes)
            }
        }
    }
}

/// A condition with its column's position.
struct CompiledCondition {
    let column: Int
    let values: [[UInt8]]

    init(_ condition: Profile.Condition, columns: [String: Int]) {
        column = columns[CompiledTable.folded(condition.column)] ?? -1
        values = condition.values.map { Array($0.utf8) }
    }

    func holds(for row: TableRow) -> Bool {
        let cell = row.cell(column)
        return values.contains { $0.elementsEqual(cell) }
    }
}
