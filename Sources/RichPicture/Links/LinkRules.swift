import Access

/// Whom linkage may bring together at all: pure rules, asked before anything is proposed and again before anything is decided.
enum LinkRules {
    /// Whether a mention of a person has to be taken for that of a person at risk: what an organisation that helps people says of
    /// somebody, and whoever a source calls so.
    ///
    /// - Parameter status: what the source gives as the person's status; `nil` where it gives none.
    static func isAtRisk(_ stream: StreamKind, status: String?) -> Bool {
        let words = (status ?? "").lowercased().filter { $0.isLetter || $0 == " " || $0 == "-" }
            .replacing("-", with: " ")
        return stream == .ngo || ["at risk", "client", "survivor", "victim"].contains { words.contains($0) }
    }

    /// Whether two mentions may be brought together: a person at risk with what another organisation knows only under a consent
    /// that stands (RL-17).
    ///
    /// - Parameters:
    ///   - isAtRisk: whether either of them has to be taken for a person at risk.
    ///   - isOneOwner: whether one organisation gave both.
    ///   - consent: the consent of that person to be looked for in the data of others; there is none until it is recorded.
    static func mayMeet(isAtRisk: Bool, isOneOwner: Bool, consent: Consent = .none) -> Bool {
        !isAtRisk || isOneOwner || consent == .valid
    }

    /// The same of two mentions.
    static func mayMeet(_ a: Mention, _ b: Mention, consent: Consent = .none) -> Bool {
        mayMeet(
            isAtRisk: a.isAtRisk || b.isAtRisk, isOneOwner: a.owners.union(b.owners).count == 1, consent: consent)
    }

    /// Holders of different names beyond which an identifier is nobody's own: a hotel's telephone, an agency's address.
    static let holderCap = 10
}
