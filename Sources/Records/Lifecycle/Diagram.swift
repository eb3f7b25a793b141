import Access

extension Lifecycle {
    /// The life as a Mermaid state diagram with the guards below it: what stands in `docs/lifecycles/`.
    public var diagram: String {
        var lines = ["# \(R.type.name)", "", "```mermaid", "stateDiagram-v2"]
        for transition in all {
            let sources = transition.from.isEmpty ? ["[*]"] : transition.from.map(\.rawValue).sorted()
            for source in sources {
                lines.append("    \(source) --> \(transition.to?.rawValue ?? source): \(transition.action.rawValue)")
            }
        }
        for state in R.State.allCases where transitions(from: state).isEmpty {
            lines.append("    \(state.rawValue) --> [*]")
        }
        lines += ["```", "", "| action | by | what must hold |", "|---|---|---|"]
        for transition in all {
            let isEverybody = transition.by.count == FineRole.allCases.count
            let isTimed = transition.whenDue != nil
            let roles =
                isTimed ? "time" : isEverybody ? "all" : transition.by.map(\.rawValue).sorted().joined(separator: ", ")
            var guards = transition.guards.map { "\(Self.shown($0.key)) (\($0.requirement))" }
            if transition.needsReason { guards.append("a reason") }
            if let deadline = transition.whenDue { guards.append("\(deadline) has passed") }
            lines.append("| \(transition.action.rawValue) | \(roles) | \(guards.joined(separator: "; ")) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func shown(_ key: String) -> String {
        (key.split(separator: ".").last.map(String.init) ?? key).replacing("-", with: " ")
    }
}
