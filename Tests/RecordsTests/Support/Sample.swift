import Records

/// Values that fit a declaration, whatever it declares.
enum Sample {
    /// A document with something in every field.
    static func document(_ fields: [Field], account: String) -> Document {
        Dictionary(fields.map { ($0.name, value($0, account: account)) }, uniquingKeysWith: { $1 })
    }

    static func value(_ field: Field, account: String) -> Tree {
        switch field.holds {
        case .text where field.name == "principal": .text("account:\(account)")
        case .text, .longText: .text("something")
        case .flag: .flag(true)
        case .number, .moment: .integer(1)
        case .choice(let choices): .text(choices.last ?? "")
        case .choices(let choices): .list(choices.suffix(1).map { .text($0) })
        case .list, .records: .list([.text("one")])
        case .account: .text(account)
        case .record: .text("somerecord")
        }
    }

    /// Another value, for an edit.
    static func value(_ field: Field, accounts: [String], _ dice: inout Dice) -> Tree {
        switch field.holds {
        case .text where field.name == "principal": .text("account:\(accounts.randomElement(using: &dice) ?? "")")
        case .text, .longText: .text("word \(Int.random(in: 0..<4, using: &dice))")
        case .flag: .flag(Bool.random(using: &dice))
        case .number: .integer(Int.random(in: 0..<9, using: &dice))
        case .moment: .integer(Int.random(in: 0..<9, using: &dice) * 400_000_000_000)
        case .choice(let choices): .text(choices.randomElement(using: &dice) ?? "")
        // People, so that they work on each other's records.
        case .list: .list(accounts.shuffled(using: &dice).prefix(Int.random(in: 0..<4, using: &dice)).map { .text($0) })
        case .account: .text(accounts.randomElement(using: &dice) ?? "")
        case .choices(let choices):
            .list(choices.filter { _ in Bool.random(using: &dice) }.map { .text($0) })
        case .record: .text("")
        case .records: .list([])
        }
    }
}
