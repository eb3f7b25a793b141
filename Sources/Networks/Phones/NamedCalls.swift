/// Call records with the names of their phones, cells, handsets and cards.
public struct NamedCalls: Sendable {
    /// The records, in order of time.
    public let calls: Calls
    /// The names of the phones, as `PhoneName` writes them.
    public let phones: NameTable
    /// The names of the cells.
    public let cells: NameTable
    /// The handsets.
    public let imeis: NameTable
    /// The cards.
    public let imsis: NameTable
    /// The rows that were not used.
    public let refusals: Refusals
    private let country: String?
    private let zone: Int

    /// Which columns are meant; nil: guessed from the headings.
    public struct Request: Sendable {
        /// The columns, by heading or number.
        public var from, to, time, duration, cell, imei, imsi, kind: String?
        /// The country code without +, with which numbers that begin with 0 are completed; nil leaves them as they are.
        public var country: String?
        /// A request that leaves all to guessing.
        public init() {}
    }

    /// Reads a table of calls.
    ///
    /// - Parameters:
    ///   - size: how many bytes there are, where that is known, for the progress.
    ///   - zone: minutes east of UTC of times without a zone.
    public init(
        _ source: ByteSource, _ request: Request, size: Int = 0, zone: Int = 0, work: Work = .quiet
    ) throws {
        (country, self.zone) = (request.country, zone)
        let columns = try Columns(source, Self.wanted(request), size: size, zone: zone, work: work)
        let names = PhoneNames(columns.tables[0], country: request.country)
        phones = names.table
        (cells, imeis, imsis) = (columns.tables[1], columns.tables[2], columns.tables[3])
        refusals = columns.refusals
        let kinds = columns.has(7) ? CallKinds(columns.tables[4]) : nil
        calls = Calls(
            phoneCount: phones.count, from: names.codes(columns.codes[0]), to: names.codes(columns.codes[1]),
            time: columns.values[2],
            duration: columns.has(3) ? Self.seconds(columns.numbers[3]) : [],
            cell: columns.has(4) ? columns.codes[4] : [], imei: columns.has(5) ? columns.codes[5] : [],
            imsi: columns.has(6) ? columns.codes[6] : [], kind: kinds.map { $0.kinds(columns.codes[7]) } ?? [])
    }

    /// The phone that somebody typed, in whatever way it is written; nil when it is not in the records.
    public func phone(named text: String) -> UInt32? {
        phones.code(named: text) ?? PhoneNames.plain(text, country: country).flatMap { phones.code(named: $0) }
    }

    /// The moment that somebody typed, written as in tables; nil when it is none.
    public func moment(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { TimeText(zone: zone).milliseconds($0) }
    }

    /// By how much the clock of the records is ahead of UTC, ms.
    public var zoneOffset: Int64 { Int64(zone) * 60_000 }

    private static func wanted(_ request: Request) -> [WantedColumn] {
        [
            .name("from", given: request.from, guesses: fromGuesses, place: 0),
            .name("to", given: request.to, guesses: toGuesses, place: 1),
            .value(
                "time", .time, given: request.time, guesses: WantedColumn.timeGuesses + ["start time", "call time"],
                place: 2, isRequired: true),
            .value(
                "duration", .number, given: request.duration,
                guesses: ["duration", "dur", "seconds", "duration.seconds.", "duration sec", "duration s", "length"],
                mayBeEmpty: true),
            .name(
                "cell", given: request.cell, guesses: cellGuesses, table: 1, isRequired: false, mayBeEmpty: true),
            .name(
                "imei", given: request.imei, guesses: ["imei", "handset"], table: 2, isRequired: false, mayBeEmpty: true
            ),
            .name(
                "imsi", given: request.imsi, guesses: ["imsi", "sim"], table: 3, isRequired: false, mayBeEmpty: true),
            .name(
                "kind", given: request.kind, guesses: ["call type", "kind", "type", "service"], table: 4,
                isRequired: false, mayBeEmpty: true),
        ]
    }

    private static let fromGuesses =
        ["calling number", "a party", "anumber", "msisdn", "phone"] + WantedColumn.fromGuesses
    private static let toGuesses = ["called number", "b party", "bnumber", "contact"] + WantedColumn.toGuesses
    private static let cellGuesses = [
        "cell", "tower", "cell id", "cell.tower", "cell tower", "cgi", "ci", "site", "lac ci", "first cell",
        "celltowerid",
    ]

    private static func seconds(_ numbers: [Double]) -> [Int32] {
        numbers.map { $0.isFinite && $0 > 0 ? Int32(min($0, 1e9)) : 0 }
    }
}

/// The kinds of records, by what stands in the column.
private struct CallKinds {
    private let byCode: [Calls.Kind]

    init(_ table: NameTable) {
        byCode = (0..<table.count).map { code in
            let text = table.text(code).lowercased()
            if ["sms", "mms", "text", "message", "msg", "ข้อความ"].contains(where: text.contains) { return .message }
            if ["gprs", "data", "packet", "internet", "forward"].contains(where: text.contains) { return .other }
            return .voice
        }
    }

    func kinds(_ codes: [UInt32]) -> [Calls.Kind] { codes.map { $0 == NameTable.none ? .voice : byCode[Int($0)] } }
}
