/// Some of the 1,536 contexts, a bit each, the first context in the highest bit of the first word.
struct ContextSet: Hashable, Sendable {
    private(set) var words: [UInt64]

    static let none = ContextSet { _ in false }
    static let all = ContextSet { _ in true }

    /// The contexts for which something holds.
    init(where holds: (Context) -> Bool) {
        words = [UInt64](repeating: 0, count: Context.count / 64)
        for (place, context) in Context.all.enumerated() where holds(context) {
            words[place / 64] |= 1 << UInt64(63 - place % 64)
        }
    }

    /// The contexts in which all conditions of a cell hold.
    static func meeting(_ qualifiers: Qualifiers) -> ContextSet {
        zip(Qualifiers.each, qualified).reduce(into: all) { set, each in
            if qualifiers.subtracting(.markers).contains(each.0) { set.formIntersection(each.1) }
        }
    }

    /// The contexts in which a condition of a forbid holds.
    static func meeting(_ condition: Condition) -> ContextSet { conditioned[condition] ?? none }

    static let breakGlass = ContextSet { $0.isBreakGlass }

    private static let qualified = Qualifiers.each.map { each in ContextSet { $0.met.contains(each) } }
    private static let conditioned = Dictionary(
        uniqueKeysWithValues: Condition.allCases.map { condition in
            (condition, ContextSet { condition.holds(in: $0) })
        })

    func contains(_ context: Context) -> Bool {
        let place = context.place
        return words[place / 64] & (1 << UInt64(63 - place % 64)) != 0
    }

    /// How many there are.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func formIntersection(_ other: ContextSet) {
        for word in words.indices { words[word] &= other.words[word] }
    }
    mutating func formUnion(_ other: ContextSet) {
        for word in words.indices { words[word] |= other.words[word] }
    }
    mutating func subtract(_ other: ContextSet) {
        for word in words.indices { words[word] &= ~other.words[word] }
    }
}

extension Matrix {
    /// The contexts in which an operation is permitted: what `decide` says, for all of them at once.
    func contexts(_ role: Role, _ operation: Operation, _ kind: Kind) -> ContextSet {
        guard let asked = rights[Right(kind, role, operation)] else { return .none }
        var permitted = ContextSet.meeting(asked)
        if breakGlassOpens(role, operation, kind) {
            var opened = ContextSet.meeting(asked.subtracting(.waivable))
            opened.formIntersection(.breakGlass)
            permitted.formUnion(opened)
        }
        for forbid in forbids where forbid.scope.covers(role, operation, kind) {
            var forbidden = ContextSet.meeting(forbid.scope.condition)
            for exception in forbid.exceptions where exception.covers(role, operation, kind) {
                forbidden.subtract(.meeting(exception.condition))
            }
            permitted.subtract(forbidden)
        }
        return permitted
    }

    /// Every decision of the page as a bit, 1 for permit: kinds, roles, operations, contexts; the first in the highest bit.
    func enumerate() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Kind.ofPage.count * Role.allCases.count * Operation.allCases.count * Context.count / 8)
        for kind in Kind.ofPage {
            for role in Role.allCases {
                for operation in Operation.allCases {
                    for word in contexts(role, operation, kind).words {
                        for shift in stride(from: 56, through: 0, by: -8) {
                            bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
                        }
                    }
                }
            }
        }
        return bytes
    }
}
