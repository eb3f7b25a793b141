/// What is counted when a plan has been carried out: less is better.
public enum FlowMeasure: String, Sendable, CaseIterable, Codable {
    /// The largest flow that is left: what the network can still carry, or earn.
    case flow
    /// How many counted arcs can still be reached, each by one (the pessimistic form: everybody whom they could exploit).
    case reach
    /// The fewest counted arcs with which the network still carries its largest flow (the optimistic form).
    case need
    /// How many traffickers can still reach the sink.
    case traffickers

    /// What an arc can carry under this measure.
    func capacity(_ arc: FlowNetwork.Arc) -> Int {
        switch self {
        case .flow, .need: arc.capacity
        case .reach: arc.marks.contains(.counted) ? 1 : CutProblem.unlimited
        case .traffickers: arc.marks.contains(.trafficker) ? 1 : CutProblem.unlimited
        }
    }
}
