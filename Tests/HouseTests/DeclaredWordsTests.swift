import Daybreak
import Foundation
import Records
import Testing
import Values
import Words

/// What is declared of records is said in words, drawn, and sound.
@Suite struct DeclaredWordsTests {
    static func keys(_ declaration: Declaration) -> [String] {
        let type = declaration.name
        var keys = ["type.\(type)", "types.\(type)", "help.type.\(type)"]
        keys += declaration.states.map { "state.\(type).\($0)" }
        for field in declaration.shown {
            keys += ["field.\(type).\(field.name)", "help.field.\(type).\(field.name)"]
            if !field.group.isEmpty { keys.append("group.\(type).\(field.group)") }
            if let choices = field.holds.choices {
                keys += choices.map { "choice.\(field.words ?? type).\($0)" }
            }
        }
        for action in declaration.actions {
            keys += [
                "action.\(type).\(action.name)", "help.action.\(type).\(action.name)", "did.\(type).\(action.name)",
            ]
            keys += action.guards.map(\.phrase.key)
        }
        return keys + declaration.deadlines.map { "deadline.\($0)" }
    }

    @Test("every type, field, choice, action, state, deadline and guard of every record has its words")
    func hasWords() {
        let known = Set(Catalogue.english.keys)
        for declaration in Daybreak.declarations {
            let missing = Self.keys(declaration).filter { !known.contains($0) }
            #expect(missing == [], "\(declaration.name) lacks words")
        }
    }

    @Test("no words are there for records that nobody declares")
    func noWordsTooMany() {
        let wanted = Set(Daybreak.declarations.flatMap(Self.keys))
        let rooms = [
            "type.", "types.", "field.", "group.", "choice.", "action.", "did.", "state.", "help.", "deadline.",
        ]
        let idle = Catalogue.english.keys.filter { key in
            // `field.missing` is a reader's word for a field of a file.
            let isDeclared = !key.hasPrefix("field.") || key.split(separator: ".").count == 3
            return isDeclared && rooms.contains { key.hasPrefix($0) } && !wanted.contains(key)
        }
        #expect(idle == [])
    }

    @Test("no declaration is ambiguous, unreachable, or names a field that is not there; no two have one name")
    func isSound() {
        for declaration in Daybreak.declarations { #expect(declaration.faults == []) }
        #expect(Set(Daybreak.declarations.map(\.name)).count == Daybreak.declarations.count)
    }

    @Test("every guard cites a requirement or a red line")
    func guardsCite() {
        for rule in Daybreak.declarations.flatMap(\.actions).flatMap(\.guards) {
            let isCited = rule.rule.wholeMatch(of: /R\d{3}|RL-\d{2}|F\d{1,2}|design \d+/) != nil
            #expect(isCited, "\(rule.phrase.key): \(rule.rule)")
        }
    }

    @Test("docs/lifecycles is what is declared; daybreak lifecycles --out docs/lifecycles makes it so")
    func diagramsAreCurrent() {
        for declaration in Daybreak.declarations {
            let drawn = House.text("docs/lifecycles/\(declaration.name).md")
            #expect(drawn == declaration.diagram, "docs/lifecycles/\(declaration.name).md is stale")
        }
        let files = House.files(below: "docs/lifecycles", ending: [".md"]).map(\.path)
        let wanted = Daybreak.declarations.map { "docs/lifecycles/\($0.name).md" }
        #expect(files == wanted.sorted())
    }
}
