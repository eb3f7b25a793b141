/// The records of a table, made ready to be compared by given settings.
struct Evidence: Sendable {
    let settings: Settings
    let layout: PatternLayout
    private(set) var features: [any ComparedColumn]
    /// The codes once more, record by record: what is compared of a record lies side by side in memory.
    private var rows: [UInt32] = []
    private(set) var sources: [UInt16] = []
    private(set) var ids: [String] = []

    var count: Int { ids.count }

    /// An evidence without records.
    init(_ settings: Settings) {
        self.settings = settings
        layout = PatternLayout(settings.comparisons)
        features = settings.comparisons.map { $0.column(countryCode: settings.countryCode) }
    }

    /// All records of a table; how frequent values are is learned from them.
    init(_ table: Table, _ settings: Settings) throws(SettingsError) {
        try settings.check(columns: table.columns.map(\.name))
        self.init(settings)
        ids = table.ids
        sources = table.sources
        for index in features.indices {
            let columns = settings.comparisons[index].columns.compactMap { table.column($0) }
            features[index].load(columns)
            features[index].freeze()
        }
        let codes = features.map(\.codes)
        rows.reserveCapacity(ids.count * codes.count)
        for record in ids.indices { for column in codes { rows.append(column[record]) } }
    }

    /// Adds one record; `fields` gives the value of a column.
    mutating func append(id: String, source: UInt16, fields: (String) -> String) -> Int {
        ids.append(id)
        sources.append(source)
        for index in features.indices {
            let row = settings.comparisons[index].columns.map { Array(fields($0).utf8)[...] }
            features[index].append(row)
            rows.append(features[index].code(ids.count - 1))
        }
        return ids.count - 1
    }

    /// The outcome of one comparison; nil when a value is missing.
    func match(_ a: Int, _ b: Int, _ comparison: Int) -> Match? {
        features[comparison].match(a, b)
    }

    /// The patterns of many pairs.
    func patterns(_ first: [UInt32], _ second: [UInt32]) -> [UInt64] {
        var patterns = [UInt64](repeating: 0, count: first.count)
        var (x, y): ([[UInt32]], [[UInt32]]) = ([], [])
        for from in stride(from: 0, to: first.count, by: Self.batch) {
            let batch = from..<min(from + Self.batch, first.count)
            gather(first[batch], into: &x)
            gather(second[batch], into: &y)
            for index in features.indices {
                features[index].add(x[index], y[index], layout, index, to: &patterns, from: from)
            }
        }
        return patterns
    }

    /// So many pairs have their codes in the processor's cache.
    private static let batch = 1 << 13

    private func gather(_ records: ArraySlice<UInt32>, into codes: inout [[UInt32]]) {
        let width = features.count
        codes = Array(repeating: Array(repeating: 0, count: records.count), count: width)
        for column in 0..<width {
            codes[column].withUnsafeMutableBufferPointer { out in
                for (place, record) in records.enumerated() { out[place] = rows[Int(record) * width + column] }
            }
        }
    }
}
