/// The records of a table, made ready to be compared by given settings.
struct Evidence: Sendable {
    let settings: Settings
    let layout: PatternLayout
    private(set) var features: [any ComparedColumn]
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
    }

    /// Adds one record; `fields` gives the value of a column.
    mutating func append(id: String, source: UInt16, fields: (String) -> String) -> Int {
        ids.append(id)
        sources.append(source)
        for index in features.indices {
            let row = settings.comparisons[index].columns.map { Array(fields($0).utf8)[...] }
            features[index].append(row)
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
        for index in features.indices {
            features[index].add(first, second, layout, index, to: &patterns)
        }
        return patterns
    }
}
