import Planning
import Values

/// Frameworks with one threshold changed.
enum Frameworks {
    static func with(_ setting: String, _ value: Int) throws(RuleTableError) -> Framework {
        var text = "version: test\nsource: test\nsetting | value | unit | basis\n"
        let shipped = try Framework.shipped()
        for each in Framework.Setting.allCases {
            text += "\(each.rawValue) | \(each.rawValue == setting ? value : shipped[each]) | - | test\n"
        }
        return try Framework(
            RuleTable(parsing: text, name: "framework", columns: ["setting", "value", "unit", "basis"]))
    }
}
