public import Foundation
public import Words

/// Splink's settings document (versions 4 and 5): the same model for data that outgrow one machine, and models that others have
/// trained there.
///
/// What both programs compute alike is written and read: null, exact, Jaro-Winkler and Levenshtein levels on one column, term
/// frequencies, and rules of equal columns. There the match weights are equal to 10⁻⁶. Comparisons that only Daybreak has (names
/// across scripts, days, places) are left out of what is written; `omitted` names them.
public enum SplinkDocument {
    /// Whether a document is one of Splink's.
    public static func isOne(_ json: Data) -> Bool {
        (try? JSONSerialization.jsonObject(with: json) as? [String: Any])?["probability_two_random_records_match"]
            != nil
    }

    // MARK: Writing

    /// Which comparisons of a model Splink cannot compute.
    public static func omitted(_ settings: Settings) -> [String] {
        settings.comparisons.filter { !isShared($0) }.map(\.name)
    }

    private static func isShared(_ comparison: Comparison) -> Bool {
        let shared: Set<Level.Test> = [.exact, .jaroWinkler, .levenshtein, .otherwise]
        return comparison.columns.count == 1 && comparison.levels.allSatisfy { shared.contains($0.test) }
    }

    /// The document.
    public static func write(_ settings: Settings) throws -> Data {
        let shared = settings.comparisons.filter(isShared)
        let rules = settings.blocking.compactMap { rule(of: $0, settings) }
        let document: [String: Any] = [
            "link_type": settings.links == .link ? "link_only" : "dedupe_only",
            "probability_two_random_records_match": settings.prior ?? 0.0001,
            "unique_id_column_name": settings.idColumn ?? "unique_id",
            "retain_intermediate_calculation_columns": true, "retain_matching_columns": true, "sql_dialect": "duckdb",
            "blocking_rules_to_generate_predictions": rules.map { ["blocking_rule": $0, "sql_dialect": "duckdb"] },
            "comparisons": shared.map { comparison -> [String: Any] in
                [
                    "output_column_name": comparison.name, "comparison_description": comparison.name,
                    "comparison_levels": [null(comparison)] + comparison.levels.map { level(of: $0, comparison) },
                ]
            },
        ]
        return try JSONSerialization.data(withJSONObject: document, options: [.prettyPrinted, .sortedKeys])
    }

    private static func quoted(_ column: String, _ side: String) -> String {
        "\"\(column.replacingOccurrences(of: "\"", with: "\"\""))_\(side)\""
    }

    private static func null(_ comparison: Comparison) -> [String: Any] {
        let (l, r) = (quoted(comparison.columns[0], "l"), quoted(comparison.columns[0], "r"))
        return [
            "sql_condition": "\(l) IS NULL OR \(r) IS NULL", "label_for_charts": "null", "is_null_level": true,
        ]
    }

    private static func level(of level: Level, _ comparison: Comparison) -> [String: Any] {
        let (l, r) = (quoted(comparison.columns[0], "l"), quoted(comparison.columns[0], "r"))
        var row: [String: Any] = [
            "sql_condition": condition(level, l, r), "label_for_charts": level.test.rawValue,
            "m_probability": level.m ?? 0.5, "u_probability": level.u ?? 0.5,
        ]
        // Splink knows one term frequency for all levels: that of the exact one.
        let exact = comparison.levels.first { $0.test == .exact }?.u
        if level.rarity > 0, level.typical != nil, level.typical == exact {
            row["tf_adjustment_column"] = comparison.columns[0]
            row["tf_adjustment_weight"] = level.rarity
        }
        return row
    }

    private static func condition(_ level: Level, _ l: String, _ r: String) -> String {
        switch level.test {
        case .exact: "\(l) = \(r)"
        case .jaroWinkler: "jaro_winkler_similarity(\(l), \(r)) >= \(level.limit)"
        case .levenshtein: "levenshtein(\(l), \(r)) <= \(Int(level.limit))"
        default: "ELSE"
        }
    }

    private static func rule(of rule: BlockingRule, _ settings: Settings) -> String? {
        let parts = rule.parts.map { part -> String? in
            guard part.way == .whole,
                let comparison = settings.comparisons.first(where: { $0.name == part.comparison }),
                isShared(comparison)
            else { return nil }
            let column = comparison.columns[0]
            return "l.\"\(column)\" = r.\"\(column)\""
        }
        return parts.contains(nil) ? nil : parts.compactMap { $0 }.joined(separator: " AND ")
    }

    // MARK: Reading

    /// Reads a model. Values are compared to the letter, as Splink does.
    public static func read(_ json: Data) throws -> Settings {
        let document: Document
        do { document = try JSONDecoder().decode(Document.self, from: json) } catch {
            throw SplinkError.unreadable("\(error)")
        }
        let comparisons = try document.comparisons.map { try $0.comparison() }
        let columns = Dictionary(comparisons.map { ($0.columns[0], $0.name) }) { first, _ in first }
        var rules = (document.blocking ?? []).compactMap { rule($0.text, columns) }
        if rules.isEmpty { rules = comparisons.map { BlockingRule([.init($0.name, .whole)]) } }
        var settings = Settings(comparisons: comparisons, blocking: rules)
        settings.prior = document.prior
        settings.idColumn = document.id
        settings.links = document.links == "link_only" ? .link : .dedupe
        return settings
    }

    // l."a" = r."a" AND …: other rules are left out.
    private static func rule(_ text: String, _ columns: [String: String]) -> BlockingRule? {
        let parts = text.replacingOccurrences(of: " and ", with: " AND ").components(separatedBy: " AND ")
        let names = parts.map { part -> String? in
            let sides = part.components(separatedBy: "=").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " ()\"`")).replacingOccurrences(of: "\"", with: "")
            }
            guard sides.count == 2, sides[0].hasPrefix("l."), sides[1].hasPrefix("r."),
                sides[0].dropFirst(2) == sides[1].dropFirst(2)
            else { return nil }
            return columns[String(sides[0].dropFirst(2))]
        }
        return names.contains(nil) ? nil : BlockingRule(names.compactMap { $0 }.map { .init($0, .whole) })
    }
}

/// What can be wrong with a Splink document.
public enum SplinkError: Explained, Hashable {
    /// It is none.
    case unreadable(String)
    /// A level tests what Daybreak cannot compute.
    case unknown(condition: String, comparison: String)

    /// What went wrong.
    public var phrase: Phrase {
        switch self {
        case .unreadable(let why): Phrase("link.splink.unreadable", ["why": why])
        case .unknown(let condition, let comparison):
            Phrase("link.splink.unknown", ["condition": condition, "comparison": comparison])
        }
    }
}

/// The parts of the document that are read.
private struct Document: Decodable {
    var prior: Double
    var links: String
    var id: String?
    var comparisons: [Columns]
    var blocking: [Rule]?

    enum CodingKeys: String, CodingKey {
        case prior = "probability_two_random_records_match"
        case links = "link_type"
        case id = "unique_id_column_name"
        case blocking = "blocking_rules_to_generate_predictions"
        case comparisons
    }

    /// A rule is a text, or an object with one.
    struct Rule: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self.text = text
            } else {
                text = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .text)
            }
        }

        enum Key: String, CodingKey { case text = "blocking_rule" }
    }

    struct Columns: Decodable {
        var name: String
        var levels: [Row]

        enum CodingKeys: String, CodingKey {
            case name = "output_column_name"
            case levels = "comparison_levels"
        }

        func comparison() throws -> Comparison {
            let rows = levels.filter { $0.isNull != true }
            let tests = try rows.map { try $0.test(name) }
            let column = tests.compactMap(\.column).first ?? name
            let exact = zip(tests, rows).first { $0.0.level.test == .exact }?.1.u
            let read = zip(tests, rows).map { test, row in
                var level = test.level
                (level.m, level.u) = (row.m ?? 0.5, row.u ?? 0.5)
                if row.frequency != nil {
                    level.rarity = row.share ?? 1
                    level.typical = exact ?? row.u
                }
                return level
            }
            return Comparison(name, kind: .letters, columns: [column], levels: read)
        }
    }

    struct Row: Decodable {
        var condition: String
        var isNull: Bool?
        var m: Double?
        var u: Double?
        var frequency: String?
        var share: Double?

        enum CodingKeys: String, CodingKey {
            case condition = "sql_condition"
            case isNull = "is_null_level"
            case m = "m_probability"
            case u = "u_probability"
            case frequency = "tf_adjustment_column"
            case share = "tf_adjustment_weight"
        }

        func test(_ comparison: String) throws -> (level: Level, column: String?) {
            let text = condition.replacingOccurrences(of: "\"", with: "").replacingOccurrences(of: "`", with: "")
                .trimmingCharacters(in: .whitespaces)
            if text.uppercased() == "ELSE" { return (Level(.otherwise), nil) }
            if let match = text.wholeMatch(of: /(\w+)_l\s*=\s*(\w+)_r/), match.1 == match.2 {
                return (Level(.exact), String(match.1))
            }
            if let match = text.wholeMatch(of: /jaro_winkler(?:_similarity)?\((\w+)_l,\s*\w+_r\)\s*>=\s*([0-9.]+)/) {
                return (Level(.jaroWinkler, Double(match.2) ?? 1), String(match.1))
            }
            if let match = text.wholeMatch(of: /levenshtein\((\w+)_l,\s*\w+_r\)\s*<=\s*([0-9.]+)/) {
                return (Level(.levenshtein, Double(match.2) ?? 0), String(match.1))
            }
            throw SplinkError.unknown(condition: condition, comparison: comparison)
        }
    }
}
