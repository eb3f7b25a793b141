public import Values

/// R009: when somebody asks how things are, each time only with consent and by a safe way.
public enum FollowUp {
    /// Months after which a contact is planned.
    static let months = [1, 3, 6, 12, 24]
    /// When the effect of having been brought out is assessed: at once, after 30 days, 6, 12 and 24 months.
    static let assessmentMonths = [6, 12, 24]

    /// Days of planned contacts.
    public static func contacts(since day: Day) -> [Day] { months.map { day.adding(months: $0) } }

    /// Days of assessments of what having been brought out has done.
    public static func assessments(since day: Day) -> [Day] {
        [day, day.adding(days: 30)] + assessmentMonths.map { day.adding(months: $0) }
    }

    /// Whether a contact may be made now.
    public static func isAllowed(_ consents: [Consent], by contact: String, hasSafeContact: Bool, now: Int) -> Bool {
        hasSafeContact && consents.contains { $0.allows(.followUpContact, by: contact, at: now) }
    }

    /// What is asked, in the person's own terms.
    public enum Question: String, CaseIterable, Sendable, Codable {
        case safe, housed, income, schoolOrWork, debt, health, familyAndCommunity, exploitedAgain, wantsHelp
    }
}
