/// R051, RL-01: what an operation may be for. There are three, and there is no fourth.
public enum Objective: String, CaseIterable, Sendable, Codable {
    case arrest = "ARREST"
    case seize = "SEIZE"
    case rescue = "RESCUE"
}
