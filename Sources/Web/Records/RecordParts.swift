import Records
import Values

/// The parts of every page of a record: its name, its fields in groups, a value in words.
struct RecordParts: Sendable {
    let declaration: Declaration
    let reader: Reader
    /// The names by which colleagues know the accounts that the page speaks of.
    var names: [String: String] = [:]

    var type: String { declaration.name }

    /// What a record is called: its first text, else the name of its type.
    func title(_ fields: Document) -> String {
        for field in declaration.shown where field.holds == .text || field.holds == .account {
            if case .text(let text)? = fields[field.name], !text.isEmpty {
                return field.holds == .account ? names[text] ?? text : text
            }
        }
        return reader.typeName(type)
    }

    /// An account by the name that colleagues know.
    func person(_ account: String) -> String {
        account.isEmpty ? reader("web.records.nobody") : names[account] ?? account
    }

    /// A value in words; empty for one that says nothing.
    func words(_ value: Tree?, _ field: Field) -> String {
        switch (field.holds, value) {
        case (_, nil), (_, .null): ""
        case (.choice, .text(let choice)) where !choice.isEmpty: reader.choiceName(type, field, choice)
        case (.account, .text(let account)) where !account.isEmpty: person(account)
        case (_, .text(let text)): text
        case (_, .flag(let flag)): reader(flag ? "web.records.yes" : "web.records.no")
        case (.moment, .integer(let moment)): moment == 0 ? "" : reader.time(moment)
        case (_, .integer(let number)): reader.number(number)
        case (_, .number(let number)): String(number)
        case (.choices, .list(let items)):
            items.map { words($0, Field(field.name, .choice([]), words: field.words)) }.joined(separator: ", ")
        case (_, .list(let items)):
            items.map { words($0, Field(field.name, .text)) }.joined(separator: ", ")
        case (_, .object): ""
        }
    }

    /// The names of accounts that stand in fields.
    static func accounts(_ declaration: Declaration, _ documents: [Document]) -> Set<String> {
        let fields = declaration.shown.filter { $0.holds == .account }
        return Set(
            documents.flatMap { document in
                fields.compactMap { field -> String? in
                    if case .text(let account)? = document[field.name], !account.isEmpty { account } else { nil }
                }
            })
    }

    /// The declared groups of fields in their order, each with its heading.
    func groups(_ fields: [Field]) -> [(heading: String, fields: [Field])] {
        var order: [String] = []
        for field in fields where !order.contains(field.group) { order.append(field.group) }
        return order.map { group in
            (group.isEmpty ? "" : reader.groupName(type, group), fields.filter { $0.group == group })
        }
    }

    /// A state as a word on a quiet ground.
    func state(_ state: String) -> Markup { "<span class=\"state\">\(reader.stateName(type, state))</span>" }

    /// What stands in the way of an action, each with the requirement that it comes from.
    func obstacles(_ obstacles: [Reason]) -> Markup {
        guard !obstacles.isEmpty else { return .empty }
        let lines = obstacles.map { obstacle -> Markup in
            "<li>\(reader(obstacle.phrase)) <span class=\"quiet\">(\(obstacle.rule))</span></li>"
        }
        return """
            <div class="obstacles"><strong>\(reader("web.records.stands-in-the-way"))</strong>\
            <ul>\(Markup.joined(lines))</ul></div>
            """
    }
}
