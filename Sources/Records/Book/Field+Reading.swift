extension Field {
    /// A value as a form or a command line has it, as the field keeps it; `nil` when it does not fit. Items of a list stand one
    /// a line or between commas; an empty text is an empty value.
    ///
    /// - Parameter moment: reads a day or a time as people type it.
    public func value(of text: String, moment: (String) -> Int?) -> Tree? {
        switch holds {
        case .text, .longText, .account, .record, .choice: .text(text)
        case .flag:
            ["true", "on", "yes"].contains(text)
                ? .flag(true) : ["", "false", "no"].contains(text) ? .flag(false) : nil
        case .number: text.isEmpty ? .integer(0) : Int(text).map(Tree.integer)
        case .moment: text.isEmpty ? .integer(0) : moment(text).map(Tree.integer)
        case .list, .choices, .records:
            .list(
                text.split { $0 == "," || $0.isNewline }.map { item in
                    .text(item.split(whereSeparator: \.isWhitespace).joined(separator: " "))
                }.filter { $0 != .text("") })
        }
    }

    /// What the field holds while nobody has said anything.
    var empty: Tree {
        switch holds {
        case .text, .longText, .account, .record, .choice: .text("")
        case .flag: .flag(false)
        case .number, .moment: .integer(0)
        case .list, .choices, .records: .list([])
        }
    }

    /// Whether a value is one that the field can hold: of its sort, and one of its choices.
    func fits(_ value: Tree) -> Bool {
        switch (holds, value) {
        case (.choice(let choices), .text(let text)): choices.contains(text) || text.isEmpty
        case (.choices(let choices), .list(let items)):
            items.allSatisfy { if case .text(let text) = $0 { choices.contains(text) } else { false } }
        case (.records, .list(let items)): items.allSatisfy { if case .text = $0 { true } else { false } }
        case (.text, .text), (.longText, .text), (.account, .text), (.record, .text): true
        case (.flag, .flag), (.number, .integer), (.number, .number), (.moment, .integer): true
        case (.list, .list), (_, .null): true
        default: false
        }
    }
}
