extension Settings {
    /// Settings for a table that nobody has described: which columns are compared, how, and which records.
    ///
    /// - Parameters:
    ///   - table: the records; headings are looked at first, then values.
    ///   - links: what may belong together; nil: across sources when there are several.
    public static func auto(_ table: Table, links: Links? = nil) throws(SettingsError) -> Settings {
        let guesses = table.columns.map { Self.isWorth($0) || ColumnGuess($0) == .id ? ColumnGuess($0) : .nothing }
        var comparisons = Self.comparisons(table.columns.map(\.name), guesses)
        var rules = Self.rules(comparisons)
        if rules.isEmpty, let column = zip(table.columns, guesses).first(where: { $0.1 != .id && $0.1 != .answer })?.0 {
            // Where nothing can be known, what is written the same is the same.
            comparisons = [Comparison(column.name, kind: .letters, columns: [column.name])]
            rules = [BlockingRule([.init(column.name, .whole)])]
        }
        var settings = Settings(comparisons: comparisons, blocking: rules)
        settings.idColumn = zip(table.columns, guesses).first { $0.1 == .id && Self.tellsApart($0.0, table) }?.0.name
        settings.links = links ?? (Set(table.sources).count > 1 ? .link : .dedupe)
        settings.findsOneToOne = settings.links == .link && Set(table.sources).count == 2
        // A small table can be compared more thoroughly.
        let isOfPersons = comparisons.contains { $0.kind == .name }
        let pairs = isOfPersons ? 1_000_000.0 : 2_000_000
        settings.pairsPerRecord = max(8, min(100, pairs / Double(max(table.count, 1))))
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
            case .id, .source, .answer, .nothing, .latitude, .longitude, .wholeName: continue
            case .kind(.category): levels = [Level(.exact), Level(.otherwise)]
            case .kind(.document), .kind(.phone), .kind(.email), .kind(.date), .kind(.day), .kind(.number):
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
        settings.idColumn = table.columns.first { ColumnGuess($0) == .id && tellsApart($0, table) }?.name
        settings.links = links ?? (Set(table.sources).count > 1 ? .link : .dedupe)
        try settings.check(columns: table.columns.map(\.name))
        return settings
    }

    // Whether every record of a source has a value of its own.
    private static func tellsApart(_ column: Column, _ table: Table) -> Bool {
        var seen: Set<UInt64> = []
        return zip(column.codes, table.sources).allSatisfy { code, source in
            code != 0 && seen.insert(UInt64(source) << 32 | UInt64(code)).inserted
        }
    }

    private static func isWorth(_ column: Column) -> Bool {
        (column.values.count > 2 || (column.values.count == 2 && column.codes.count < 20))
            && column.codes.count { $0 != 0 } * 200 > column.codes.count
    }

    private static func comparisons(_ columns: [String], _ guesses: [ColumnGuess]) -> [Comparison] {
        func named(_ wanted: ColumnGuess) -> [String] { zip(columns, guesses).filter { $0.1 == wanted }.map(\.0) }
        var all: [Comparison] = []
        // A name in parts says more than the same name in one piece.
        let name = Array(named(.given).prefix(1)) + Array(named(.family).prefix(1))
        let native = Array(named(.native).prefix(1))
        if name.count == 2 {
            all.append(Comparison("name", kind: .name, columns: name + native))
        } else {
            let whole = named(.fullName) + named(.wholeName).prefix(named(.fullName).isEmpty ? 1 : 0)
            for column in name + whole + native { all.append(Comparison(column, kind: .name, columns: [column])) }
        }
        let kinds: [Comparison.Kind] = [.date, .document, .phone, .email, .number, .day, .text, .category]
        for kind in kinds {
            for column in named(.kind(kind)) { all.append(Comparison(column, kind: kind, columns: [column])) }
        }
        let address = named(.kind(.address))
        if !address.isEmpty { all.append(Comparison("address", kind: .address, columns: address)) }
        let places = (0...6).flatMap { named(.place($0)) }
        if places.count > 1 { all.append(Comparison("place", kind: .place, columns: places)) }
        // One column alone has no wider place behind it: what is nearly the same is near, as with postal codes.
        for column in places where places.count == 1 {
            all.append(Comparison(column, kind: .letters, columns: [column]))
        }
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
        for one in all(.letters) + all(.text) { add(part(.name, .words), .init(one.name, .whole)) }
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
        return rules + eventRules(comparisons)
    }

    // Notes, amounts and days of events; where there is a person's name, such rules come last.
    private static func eventRules(_ comparisons: [Comparison]) -> [BlockingRule] {
        func parts(_ kinds: [Comparison.Kind], _ way: KeyWay) -> [BlockingRule.Part] {
            comparisons.filter { kinds.contains($0.kind) }.map { BlockingRule.Part($0.name, way) }
        }
        func each(_ one: [BlockingRule.Part], _ other: [BlockingRule.Part]) -> [BlockingRule] {
            one.flatMap { x in other.filter { $0.comparison != x.comparison }.map { BlockingRule([x, $0]) } }
        }
        func alone(_ one: [BlockingRule.Part]) -> [BlockingRule] { one.map { BlockingRule([$0]) } }
        let texts: [Comparison.Kind] = comparisons.contains { $0.kind == .name } ? [.name] : [.text]
        let words = parts(texts, .words)
        var rules = alone(parts([.text], .whole))
        rules += each(parts([.number], .whole), parts([.day], .near))
        rules += each(words, parts([.number], .near))
        rules += alone(parts([.text], .pairs))
        rules += each(words, parts([.day], .near))
        rules += each(words, parts([.text], .words))
        rules += each(parts([.number], .near), parts([.day], .near))
        rules += alone(parts([.text], .words)) + alone(parts([.number, .coordinates, .day, .letters], .whole))
        return rules
    }
}
