extension Settings {
    /// Settings for a table that nobody has described: which columns are compared, how, and which records.
    ///
    /// - Parameters:
    ///   - table: the records; headings are looked at first, then values.
    ///   - links: what may belong together; nil: across sources when there are several.
    public static func auto(_ table: Table, links: Links? = nil) throws(SettingsError) -> Settings {
        let guesses = table.columns.map { Self.isWorth($0) ? ColumnGuess($0) : .nothing }
        let comparisons = Self.comparisons(table.columns.map(\.name), guesses)
        var settings = Settings(comparisons: comparisons, blocking: Self.rules(comparisons))
        settings.idColumn = zip(table.columns, guesses).first { $0.1 == .id }?.0.name
        settings.links = links ?? (Set(table.sources).count > 1 ? .link : .dedupe)
        // A small table can be compared more thoroughly.
        settings.pairsPerRecord = max(8, min(100, 200_000 / Double(max(table.count, 1))))
        settings.pairsInAll = 2 * settings.pairsPerRecord
        try settings.check(columns: table.columns.map(\.name))
        return settings
    }

    /// Settings of only such comparisons and rules as Splink has too: what is learned with them can be written as a Splink
    /// document as a whole, and gives the same weights there. Less is found than with `auto`.
    public static func autoShared(_ table: Table, links: Links? = nil) throws(SettingsError) -> Settings {
        var comparisons: [Comparison] = []
        var (sharp, names): ([BlockingRule.Part], [BlockingRule.Part]) = ([], [])
        for column in table.columns where isWorth(column) {
            let part = BlockingRule.Part(column.name, .whole)
            let levels: [Level]
            switch ColumnGuess(column) {
            case .id, .source, .answer, .nothing, .latitude, .longitude: continue
            case .kind(.category): levels = [Level(.exact), Level(.otherwise)]
            case .kind(.document), .kind(.phone), .kind(.email), .kind(.date), .kind(.number):
                levels = [Level(.exact, rarity: 1), Level(.levenshtein, 1), Level(.levenshtein, 2), Level(.otherwise)]
                sharp.append(part)
            default:
                levels = [
                    Level(.exact, rarity: 1), Level(.jaroWinkler, 0.92), Level(.jaroWinkler, 0.8), Level(.otherwise),
                ]
                names.append(part)
            }
            comparisons.append(Comparison(column.name, kind: .letters, columns: [column.name], levels: levels))
        }
        comparisons = fitting(comparisons)
        let kept = Set(comparisons.map(\.name))
        (sharp, names) = (sharp.filter { kept.contains($0.comparison) }, names.filter { kept.contains($0.comparison) })
        var rules = sharp.map { BlockingRule([$0]) }
        for one in names.indices {
            for other in names.indices where other > one { rules.append(BlockingRule([names[one], names[other]])) }
        }
        rules += names.map { BlockingRule([$0]) }
        var settings = Settings(comparisons: comparisons, blocking: rules)
        settings.idColumn = table.columns.first { isWorth($0) && ColumnGuess($0) == .id }?.name
        settings.links = links ?? (Set(table.sources).count > 1 ? .link : .dedupe)
        try settings.check(columns: table.columns.map(\.name))
        return settings
    }

    private static func isWorth(_ column: Column) -> Bool {
        column.values.count > 2 && column.codes.count { $0 != 0 } * 200 > column.codes.count
    }

    private static func comparisons(_ columns: [String], _ guesses: [ColumnGuess]) -> [Comparison] {
        func named(_ wanted: ColumnGuess) -> [String] { zip(columns, guesses).filter { $0.1 == wanted }.map(\.0) }
        var all: [Comparison] = []
        let name = Array(named(.given).prefix(1)) + Array(named(.family).prefix(1))
        let native = Array(named(.native).prefix(1))
        if name.count == 2 {
            all.append(Comparison("name", kind: .name, columns: name + native))
        } else {
            for column in name + named(.fullName) + native {
                all.append(Comparison(column, kind: .name, columns: [column]))
            }
        }
        let kinds: [Comparison.Kind] = [.date, .document, .phone, .email, .category, .number, .text]
        for kind in kinds {
            for column in named(.kind(kind)) { all.append(Comparison(column, kind: kind, columns: [column])) }
        }
        let address = named(.kind(.address))
        if !address.isEmpty { all.append(Comparison("address", kind: .address, columns: address)) }
        let places = (0...6).flatMap { named(.place($0)) }
        if !places.isEmpty { all.append(Comparison("place", kind: .place, columns: places)) }
        let degrees = Array(named(.latitude).prefix(1)) + Array(named(.longitude).prefix(1))
        if degrees.count == 2 { all.append(Comparison("position", kind: .coordinates, columns: degrees)) }
        return fitting(all)
    }

    // What does not fit into 64 bits is left out, the least telling first.
    private static func fitting(_ comparisons: [Comparison]) -> [Comparison] {
        var kept: [Comparison] = []
        for comparison in comparisons where PatternLayout(kept + [comparison]).bits <= 64 { kept.append(comparison) }
        return kept
    }

    // MARK: Which records are compared

    private static func rules(_ comparisons: [Comparison]) -> [BlockingRule] {
        var rules: [BlockingRule] = []
        func add(_ parts: BlockingRule.Part?...) {
            let present = parts.compactMap { $0 }
            if present.count == parts.count { rules.append(BlockingRule(present)) }
        }
        func all(_ kind: Comparison.Kind) -> [Comparison] { comparisons.filter { $0.kind == kind } }
        func part(_ kind: Comparison.Kind, _ way: KeyWay) -> BlockingRule.Part? {
            all(kind).first.map { .init($0.name, way) }
        }
        for one in all(.document) + all(.email) + all(.phone) { add(.init(one.name, .whole)) }
        add(part(.date, .whole), part(.name, .words))
        add(part(.name, .whole))
        add(part(.date, .whole), part(.name, .initial))
        add(part(.name, .pairs), part(.place, .broad))
        add(part(.name, .words), part(.place, .narrow))
        add(part(.name, .words), part(.address, .words))
        add(part(.name, .words), part(.date, .year))
        add(part(.name, .words), part(.date, .monthDay))
        add(part(.date, .whole))
        for one in all(.document) {
            add(.init(one.name, .start))
            add(.init(one.name, .end))
        }
        add(part(.email, .beforeAt))
        add(part(.name, .pairs))
        add(part(.name, .words))
        add(part(.date, .yearMonth))
        add(part(.date, .monthDay))
        add(part(.address, .whole))
        rules += withoutNames(comparisons)
        return rules
    }

    // Things that have no person's name: words of texts, amounts, days.
    private static func withoutNames(_ comparisons: [Comparison]) -> [BlockingRule] {
        guard !comparisons.contains(where: { $0.kind == .name }) else { return [] }
        let texts = comparisons.filter { $0.kind == .text }.map { BlockingRule.Part($0.name, .words) }
        let sharp = comparisons.filter { $0.kind == .number || $0.kind == .date || $0.kind == .coordinates }
            .map { BlockingRule.Part($0.name, .whole) }
        var rules: [BlockingRule] = []
        for (index, one) in sharp.enumerated() {
            for other in sharp[(index + 1)...] { rules.append(BlockingRule([one, other])) }
            for text in texts { rules.append(BlockingRule([one, text])) }
        }
        for (index, one) in texts.enumerated() {
            for other in texts[(index + 1)...] { rules.append(BlockingRule([one, other])) }
        }
        return rules + texts.map { BlockingRule([$0]) } + sharp.map { BlockingRule([$0]) }
    }
}
