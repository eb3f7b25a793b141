public import Values
import Words

/// R124, RL-11: all that providers are told to prepare. It has no other fields, so that nothing else can be told.
public struct PreparationNotice: Hashable, Sendable, Codable {
    /// The own number of the matter.
    public var reference: String
    /// The first day.
    public var fromDay: String
    /// The last day.
    public var untilDay: String
    /// The fewest who may come.
    public var personsAtLeast: Int
    /// The most who may come.
    public var personsAtMost: Int
    /// How many adults, as a range.
    public var adults: String
    /// How many children, as a range.
    public var children: String
    /// How many women, as a range.
    public var women: String
    /// How many men, as a range.
    public var men: String
    /// Languages that will be needed.
    public var languages: [String]
    /// What will be needed.
    public var needs: [String]
    /// The area of the safe site: never that of the exploitation site.
    public var arrivalArea: String
    /// Whom to call.
    public var dutyContact: String

    /// From its parts.
    public init(
        reference: String, from: Day, until: Day, persons: ClosedRange<Int>, adults: String, children: String,
        women: String, men: String, languages: [String], needs: [String], arrivalArea: String, dutyContact: String
    ) {
        self.reference = reference
        fromDay = from.description
        untilDay = until.description
        personsAtLeast = persons.lowerBound
        personsAtMost = persons.upperBound
        self.adults = adults
        self.children = children
        self.women = women
        self.men = men
        self.languages = languages
        self.needs = needs
        self.arrivalArea = arrivalArea
        self.dutyContact = dutyContact
    }

    /// What a free text may not be longer than without somebody having read it.
    static let unreviewedLetters = 200

    /// Why it cannot go out: a long text that nobody has read, or a word that would give the site away.
    ///
    /// - Parameter hidden: names of the site, its business, its subjects, its address and the operation.
    public func refusals(isReviewed: Bool, hidden: Set<String>) -> [Reason] {
        let texts = [reference, adults, children, women, men, arrivalArea, dutyContact] + languages + needs
        var reasons: [Reason] = []
        reasons.require(
            isReviewed || texts.allSatisfy { $0.count <= Self.unreviewedLetters }, "RL-11",
            Phrase("planning.notice-unreviewed"))
        let tells = hidden.contains { word in
            !word.isEmpty && texts.contains { $0.lowercased().contains(word.lowercased()) }
        }
        reasons.require(!tells, "RL-11", Phrase("planning.notice-tells"))
        return reasons
    }
}
