import Formats
import Words

/// Turns the rows of a table into facts, as a profile says. A row is taken whole or refused whole, with the column
/// and the reason.
struct TableMapper {
    private let table: CompiledTable
    private let context: ImportContext
    private var refs: [EntityRef]
    private var scratch: [UInt8] = []
    private var repeats = Repeats()
    /// a, b, place, handset and SIM of the event at hand.
    private var eventRefs = [EntityRef](repeating: .none, count: 5)

    init(table: CompiledTable, context: ImportContext) {
        self.table = table
        self.context = context
        refs = Array(repeating: .none, count: table.entities.count)
    }

    /// Appends to `facts` what the records of a batch state, beginning with the record at `first`.
    mutating func map(_ batch: RecordBatch, from first: Int, into facts: inout FactBatch, _ interner: inout Interner) {
        batch.bytes.withUnsafeBufferPointer { bytes in
            batch.fieldEnds.withUnsafeBufferPointer { fieldEnds in
                for record in first..<batch.count {
                    let row = TableRow(
                        bytes: bytes, fieldEnds: fieldEnds, fields: batch.fields(of: record), line: batch.lines[record])
                    take(row, into: &facts, &interner)
                }
            }
        }
    }

    private mutating func take(_ row: TableRow, into facts: inout FactBatch, _ interner: inout Interner) {
        facts.rows += 1
        let mark = facts.mark
        repeats.beginRow()
        guard let error = map(row, into: &facts, &interner) else { return }
        facts.cut(to: mark)
        repeats.refuseRow()
        facts.rejected.append(error)
    }

    private mutating func map(_ row: TableRow, into facts: inout FactBatch, _ interner: inout Interner) -> FormatError?
    {
        for field in table.needs where field.isMissing(in: row, &scratch) {
            return row.error(field, Phrase("field.missing", ["column": field.name]))
        }
        for index in table.entities.indices {
            if let error = entity(index, row, &facts, &interner) { return error }
        }
        for link in table.links where !refs[link.from].isNone && !refs[link.to].isNone {
            guard repeats.isNew(refs[link.from], link.property, "", to: refs[link.to]) else { continue }
            facts.statements.append(refs[link.from], link.property, to: refs[link.to], line: row.line)
        }
        var isSilent = refs.allSatisfy(\.isNone)
        for event in table.events where event.applies(to: row) {
            if let error = self.event(event, row, &facts, &interner) { return error }
            isSilent = false
        }
        if isSilent { facts.silent += 1 }
        return nil
    }

    // MARK: Entities

    private mutating func entity(
        _ index: Int, _ row: TableRow, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> FormatError? {
        let entity = table.entities[index]
        refs[index] = .none
        guard entity.conditions.allSatisfy({ $0.holds(for: row) }) else { return nil }
        if let key = entity.key {
            switch identify(key, entity.kind, row, &interner) {
            case .failure(let error): return error
            case .success(let ref): refs[index] = ref
            }
            guard !refs[index].isNone else { return nil }
            facts.touched.append((refs[index], row.line))
        } else {
            guard entity.fields.contains(where: { !$0.field.isMissing(in: row, &scratch) }) else { return nil }
            refs[index] = EntityRef(mention: facts.mentions.count)
            facts.mentions.append(
                FactBatch.Mention(
                    kind: entity.kind, key: "\(context.scope)/\(row.line)/\(entity.alias)", line: row.line))
        }
        for (property, field) in entity.fields where !field.isMissing(in: row, &scratch) {
            let text = field.text(of: row, &scratch)
            switch value(text, field, row) {
            case .failure(let error): return error
            case .success(let value):
                guard repeats.isNew(refs[index], property, value.text) else { continue }
                facts.statements.append(
                    refs[index], property, value.text, raw: value.raw, language: field.language, line: row.line)
            }
        }
        return position(entity, refs[index], row, &facts)
    }

    private mutating func position(
        _ entity: CompiledTable.Entity, _ ref: EntityRef, _ row: TableRow, _ facts: inout FactBatch
    ) -> FormatError? {
        guard let latitude = entity.position[.latitude], let longitude = entity.position[.longitude] else { return nil }
        var numbers: [Profile.Coordinate: Double] = [:]
        for (coordinate, field) in entity.position {
            guard !field.isMissing(in: row, &scratch) else { continue }
            let text = field.text(of: row, &scratch)
            guard let number = Double(text), number.isFinite else {
                return row.error(field, Phrase("field.number", ["value": text]))
            }
            numbers[coordinate] = number
        }
        guard let north = numbers[.latitude], let east = numbers[.longitude] else { return nil }
        guard abs(north) <= 90 else { return row.error(latitude, Phrase("field.latitude", ["value": "\(north)"])) }
        guard abs(east) <= 180 else { return row.error(longitude, Phrase("field.longitude", ["value": "\(east)"])) }
        let whole = Profile.Coordinate.allCases.map { numbers[$0].map { "\($0)" } ?? "" }.joined(separator: " ")
        guard repeats.isNew(ref, nil, whole) else { return nil }
        facts.locations.append(
            LocationFacts(
                entity: ref, latitude: north, longitude: east, azimuth: numbers[.azimuth], beam: numbers[.beam],
                radius: numbers[.radius], line: row.line))
        return nil
    }

    private func value(
        _ text: String, _ field: CompiledField, _ row: TableRow
    ) -> Result<(text: String, raw: String?), FormatError> {
        guard case .time(let pattern) = field.type else { return .success((text, nil)) }
        guard let moment = pattern.read(Array(text.utf8), offset: context.zone.offset(local:)) else {
            return .failure(row.error(field, Phrase("field.time", ["value": text, "pattern": pattern.text])))
        }
        return .success((moment.iso, moment.iso == text ? nil : text))
    }

    // MARK: Events

    private mutating func event(
        _ event: CompiledTable.Event, _ row: TableRow, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> FormatError? {
        for slot in eventRefs.indices {
            eventRefs[slot] = .none
            guard let field = event.identifiers[slot], case .identifier(let kind) = field.type else { continue }
            switch identify(field, kind, row, &interner) {
            case .failure(let error): return error
            case .success(let ref):
                if ref.isNone, event.required[slot] {
                    return row.error(field, Phrase("field.missing", ["column": field.name]))
                }
                eventRefs[slot] = ref
            }
        }
        let start: Moment
        switch moment(event.start, row) {
        case .failure(let error): return error
        case .success(let moment): start = moment
        }
        if let refusal = context.refusal(at: start) { return row.error(event.start, refusal) }
        let duration: Int?
        switch self.duration(event, from: start, row) {
        case .failure(let error): return error
        case .success(let seconds): duration = seconds
        }
        let money: Money?
        switch self.money(event, row) {
        case .failure(let error): return error
        case .success(let amount): money = amount
        }
        let note = event.note.map { $0.text(of: row, &scratch) } ?? ""
        facts.events.append(
            EventFacts(
                kind: event.kind, a: eventRefs[0], b: eventRefs[1], place: eventRefs[2], handset: eventRefs[3],
                sim: eventRefs[4], start: start, duration: duration, money: money, note: note.isEmpty ? nil : note,
                line: row.line))
        return nil
    }

    private mutating func moment(_ field: CompiledField, _ row: TableRow) -> Result<Moment, FormatError> {
        guard case .time(let pattern) = field.type else {
            return .failure(row.error(field, Phrase("field.time", ["value": "", "pattern": ""])))
        }
        let moment = field.withBytes(of: row, &scratch) { bytes in
            pattern.read(buffer: bytes, offset: context.zone.offset(local:))
        }
        if let moment { return .success(moment) }
        let text = field.text(of: row, &scratch)
        return .failure(row.error(field, Phrase("field.time", ["value": text, "pattern": pattern.text])))
    }

    private mutating func duration(
        _ event: CompiledTable.Event, from start: Moment, _ row: TableRow
    ) -> Result<Int?, FormatError> {
        if let end = event.end {
            guard !end.isMissing(in: row, &scratch) else { return .success(nil) }
            return moment(end, row).flatMap { end in
                let seconds = (end.milliseconds - start.milliseconds) / 1_000
                guard seconds >= 0 else {
                    return .failure(
                        row.error(event.start, Phrase("field.end-before-start", ["end": end.iso, "start": start.iso])))
                }
                return .success(seconds)
            }
        }
        guard let field = event.duration, !field.isMissing(in: row, &scratch) else { return .success(nil) }
        let seconds = field.withBytes(of: row, &scratch) { Self.seconds($0, clock: field.type == .clock) }
        if seconds != nil || field.type == .secondsOrNothing { return .success(seconds) }
        let text = field.text(of: row, &scratch)
        return .failure(
            row.error(field, Phrase(field.type == .clock ? "field.clock" : "field.seconds", ["value": text])))
    }

    // `205` seconds, or `3:25` and `1:03:25`; nothing is an hour of 75 minutes.
    private static func seconds(_ bytes: UnsafeBufferPointer<UInt8>, clock: Bool) -> Int? {
        var total = 0
        var part = 0
        var digits = 0
        var colons = 0
        for byte in bytes {
            if byte >= 0x30, byte <= 0x39, digits < 9 {
                part = part * 10 + Int(byte - 0x30)
                digits += 1
            } else if clock, byte == UInt8(ascii: ":"), digits > 0, colons < 2, colons == 0 || part < 60 {
                total = (total + part) * 60
                (part, digits) = (0, 0)
                colons += 1
            } else {
                return nil
            }
        }
        return digits > 0 && (colons == 0 || part < 60) ? total + part : nil
    }

    private mutating func money(_ event: CompiledTable.Event, _ row: TableRow) -> Result<Money?, FormatError> {
        guard let field = event.amount, !field.isMissing(in: row, &scratch) else { return .success(nil) }
        let currency = event.currency.map { $0.text(of: row, &scratch) } ?? ""
        let comma = field.type == .moneyComma
        let text = field.text(of: row, &scratch).filter { $0 != (comma ? "." : ",") && $0 != " " }
        let mark = UInt8(ascii: comma ? "," : ".")
        let money = Array(text.utf8).withUnsafeBufferPointer { Money(text: $0, mark: mark, currency: currency) }
        guard let money else { return .failure(row.error(field, Phrase("field.money", ["value": text]))) }
        return .success(money)
    }

    // MARK: Identifiers

    private mutating func identify(
        _ field: CompiledField, _ kind: EntityKind, _ row: TableRow, _ interner: inout Interner
    ) -> Result<EntityRef, FormatError> {
        if field.isMissing(in: row, &scratch) || field.isHalf(kind, in: row, &scratch) { return .success(.none) }
        let found: Result<EntityRef, Interner.Refusal>
        if kind.isIdentifier {
            found = field.withBytes(of: row, &scratch) { interner.ref(kind, $0) }
        } else {
            // A key that means something only in this source.
            let key = "\(context.scope)/\(field.text(of: row, &scratch))"
            found = .success(interner.ref(kind, key: key))
        }
        return found.mapError { row.error(field, $0.phrase) }
    }
}
