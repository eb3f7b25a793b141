public import Values

/// Who was part of operations that look betrayed (domain.md 2.14). It opens an inquiry; it is never a proof.
public struct LeakScore: Hashable, Sendable {
    /// An operation: who knew of it, and the signs of a leak, weighted.
    public struct Operation: Hashable, Sendable {
        /// Everybody who knew.
        public var informed: Set<String>
        /// The weight of the signs, 0 when there are none.
        public var signs: Int

        /// An operation.
        public init(informed: Set<String>, signs: Int) {
            self.informed = informed
            self.signs = signs
        }
    }

    /// The weight of the failed operations that somebody knew of, of all that failed; those who knew of fewer than two are left
    /// out: one failure says nothing about anybody.
    public static func shares(_ operations: [Operation]) -> [String: Ratio] {
        let failed = operations.filter { $0.signs > 0 }
        let whole = failed.reduce(0) { $0 + $1.signs }
        var known: [String: (count: Int, weight: Int)] = [:]
        for operation in failed {
            for person in operation.informed {
                let before = known[person] ?? (0, 0)
                known[person] = (before.count + 1, before.weight + operation.signs)
            }
        }
        return known.filter { $0.value.count >= 2 }.compactMapValues { Ratio($0.weight, of: whole) }
    }

    /// Whoever knew of every operation that failed, and of at least two: where an inquiry begins.
    public static func common(_ operations: [Operation]) -> Set<String> {
        let failed = operations.filter { $0.signs > 0 }
        guard failed.count >= 2, let first = failed.first else { return [] }
        return failed.dropFirst().reduce(first.informed) { $0.intersection($1.informed) }
    }
}
