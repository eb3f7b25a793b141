/// A stream of the rich picture (the report's list, R064-R066, R068, R069, R071). The names are stored.
public enum StreamKind: String, CaseIterable, Sendable, Codable {
    case surveillance
    case telephony
    case banking
    case checkpoint
    case register
    case inspection
    case ngo
    case community
    case openSource = "open-source"
    case partner
    case image

    /// Whether the stream intrudes on somebody's private life, and so needs an authority (R064-R066, RL-33).
    public var isIntrusive: Bool {
        switch self {
        case .surveillance, .telephony, .banking: true
        default: false
        }
    }
}
