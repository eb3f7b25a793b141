public import Words

/// RL-28, RL-33: what somebody is called before and after a court has spoken. The template chooses, not the writer.
public enum AccusedStatus: String, CaseIterable, Sendable, Codable {
    case suspected, arrested, charged, onTrial, convictedNotFinal, convictedFinal, acquitted, withdrawn

    /// What may be said.
    public var phrase: Phrase {
        switch self {
        case .suspected: Phrase("publicity.status-suspected")
        case .arrested: Phrase("publicity.status-arrested")
        case .charged: Phrase("publicity.status-charged")
        case .onTrial: Phrase("publicity.status-on-trial")
        case .convictedNotFinal: Phrase("publicity.status-not-final")
        case .convictedFinal: Phrase("publicity.status-final")
        case .acquitted: Phrase("publicity.status-acquitted")
        case .withdrawn: Phrase("publicity.status-withdrawn")
        }
    }

    /// Whether somebody may be named: only after a final conviction.
    public var mayBeNamed: Bool { self == .convictedFinal }
}
