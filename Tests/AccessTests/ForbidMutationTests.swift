import Testing

@testable import Access

/// Every single change of a forbid is noticed; see `MutationTests`.
@Suite("Mutations of forbids")
struct ForbidMutationTests {
    typealias Effect = MutationTests.Effect

    struct Mutant {
        var name: String
        var forbid: Forbid?
        /// What the change touches; nothing else has to be looked at.
        var touched: Scope
    }

    /// The changes of a scope: one role, kind or operation less or more, another condition. What lies outside `frame`
    /// is left alone: an exception speaks of nothing that its forbid does not.
    static func scopes(_ scope: Scope, within frame: Scope = Scope(kinds: .all)) -> [(
        name: String, scope: Scope, touched: Scope
    )] {
        func changed<Element>(
            _ path: WritableKeyPath<Scope, Choice<Element>>, _ name: (Element) -> String
        ) -> [(String, Scope, Scope)] {
            frame[keyPath: path].elements.map { element in
                var (other, touched) = (scope, scope)
                let choice = scope[keyPath: path]
                let isThere = choice.contains(element)
                other[keyPath: path] = isThere ? choice.without(element) : Choice(choice.elements + [element])
                touched[keyPath: path] = [element]
                return ((isThere ? "without " : "with ") + name(element), other, touched)
            }
        }
        let conditions = Condition.allCases.filter { $0 != scope.condition }.map { condition in
            var other = scope
            other.condition = condition
            return ("when \(condition)", other, scope)
        }
        return changed(\.roles) { "role \($0.letter)" } + changed(\.kinds, \.name)
            + changed(\.operations) { "operation \($0.letter)" } + conditions
    }

    static func mutants(_ forbid: Forbid) -> [Mutant] {
        let number = forbid.number.rawValue
        var mutants = [Mutant(name: "\(number) gone", forbid: nil, touched: forbid.scope)]
        for (name, scope, touched) in scopes(forbid.scope) {
            var other = forbid
            other.scope = scope
            mutants.append(Mutant(name: "\(number) \(name)", forbid: other, touched: touched))
        }
        for (place, exception) in forbid.exceptions.enumerated() {
            var without = forbid
            without.exceptions.remove(at: place)
            mutants.append(Mutant(name: "\(number) exception gone", forbid: without, touched: exception))
            for (name, scope, touched) in scopes(exception, within: forbid.scope) {
                var other = forbid
                other.exceptions[place] = scope
                mutants.append(Mutant(name: "\(number) exception \(name)", forbid: other, touched: touched))
            }
        }
        return mutants
    }

    static func effect(of mutant: Mutant, at place: Int) -> Effect {
        var matrix = Matrix.page
        if let forbid = mutant.forbid { matrix.forbids[place] = forbid } else { matrix.forbids.remove(at: place) }
        let touched = mutant.touched
        let scope = (mutant.forbid ?? Matrix.page.forbids[place]).scope
        // An exception touches nothing outside the scope of its forbid.
        func within<Element>(_ path: KeyPath<Scope, Choice<Element>>) -> [Element] {
            touched[keyPath: path].elements.filter {
                scope[keyPath: path].contains($0) || touched[keyPath: path] == [$0]
            }
        }
        let (kinds, roles, operations) = (within(\.kinds), within(\.roles), within(\.operations))
        let rights = kinds.flatMap { kind in
            roles.flatMap { role in operations.map { Right(kind, role, $0) } }
        }
        return MutationTests.effect(of: matrix, on: rights)
    }

    @Test("every change of a forbid is loud or heard; silent exactly where another forbid says the same")
    func changes() {
        var silent: [String] = []
        for (place, forbid) in Matrix.page.forbids.enumerated() {
            for mutant in Self.mutants(forbid) where Self.effect(of: mutant, at: place) == .silent {
                silent.append(mutant.name)
            }
        }
        #expect(silent.sorted() == Self.silent.keys.sorted())
    }

    /// Changes that change no decision at all, with the reason: what stops earlier.
    static let silent = [
        "F5 without role G": "F4", "F5 without role J": "F3", "F6 with role G": "F4", "F6 with role J": "F3",
        "F7 without role G": "F4", "F7 with role J": "F3", "F8 without clinical": "F5",
        "F8 without operation P": "its own exception", "F8 exception without clinical": "F5",
        "F9 with role G": "F4", "F9 with role J": "F3", "F9 with clinical": "F5", "F11 without role G": "F4",
        "F11 with role J": "F3", "F11 exception with role G": "F4", "F11 exception without clinical": "F5",
        "F12 without role J": "F3", "F14 without role G": "F4", "F14 without role J": "F3",
        "F14 without role Q": "F8", "F14 without role X": "F8",
    ]

    @Test("the forbids without which not a bit would change are those that the cells repeat")
    func repeated() {
        let quiet = Matrix.page.forbids.enumerated().filter { place, forbid in
            Self.effect(of: Mutant(name: "gone", forbid: nil, touched: forbid.scope), at: place) != .loud
        }.map(\.element.number)
        #expect(quiet == [.f3, .f4, .f5, .f6, .f7, .f8, .f9, .f12, .f14])
    }
}
