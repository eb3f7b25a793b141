import Protection
import Values

/// An interview that nothing speaks against, to change.
enum Interviews {
    static func gate(_ change: (inout InterviewGate) -> Void = { _ in }) -> [String] {
        var gate = InterviewGate(
            at: 1000,
            information: InterviewGate.Information(
                at: 500, language: "km", understands: ["km", "th"], topics: Set(InterviewGate.Topic.allCases)),
            place: InterviewGate.Place("safe", metresFromScene: 5000), path: .adult)
        change(&gate)
        return gate.refusals.rules
    }
}
