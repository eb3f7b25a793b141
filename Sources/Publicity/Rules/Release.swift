public import Values
import Words

/// A publication before it goes out (RL-28, RL-29; SM19).
public struct Release: Sendable {
    /// Sections that every release on operations or cases has.
    public enum Section: String, CaseIterable, Sendable, Codable {
        /// R186: what prosecution achieved, never without the next.
        case prosecution
        /// R186: what persons at risk received.
        case protection
        /// R056: what stalled or failed.
        case stalledAndFailed
        /// R057: where one can safely report.
        case howToReport
    }

    /// Who must have agreed.
    public enum Gate: String, CaseIterable, Sendable, Codable {
        case disclosureReviewer, legal, advocate
    }

    /// A figure: the query that it came from and its result. A figure without one was typed.
    public struct Figure: Hashable, Sendable {
        /// The query and its version.
        public var query: String?
        /// The number of persons behind it; nil when it counts none.
        public var persons: Int?

        /// A figure.
        public init(query: String?, persons: Int? = nil) {
            self.query = query
            self.persons = persons
        }
    }

    /// An image, or words of somebody.
    public struct Portrait: Hashable, Sendable {
        /// Whether somebody can be recognised in it.
        public var isIdentifiable: Bool
        /// When the consent to tell the story ends; nil without consent.
        public var consentUntil: Int?

        /// An image or words.
        public init(isIdentifiable: Bool, consentUntil: Int?) {
            self.isIdentifiable = isIdentifiable
            self.consentUntil = consentUntil
        }
    }

    /// Milliseconds that lie between what happened and its release.
    public static let delay = 90.days

    /// The sections that are written.
    public var sections: Set<Section> = []
    /// Its figures.
    public var figures: [Figure] = []
    /// Its images and words of people.
    public var portraits: [Portrait] = []
    /// Who agreed.
    public var agreed: [Gate: String] = [:]
    /// Who wrote it.
    public var authors: Set<String> = []
    /// The last moment of what it tells.
    public var tellsUntil: Int
    /// It touches a place with an operation that is going on or planned.
    public var touchesLiveOperation = false

    /// A release that tells of what happened until a moment.
    public init(tellsUntil: Int) { self.tellsUntil = tellsUntil }

    /// Why it cannot go out.
    public func refusals(_ rule: SmallNumbers, now: Int) -> [Reason] {
        var reasons: [Reason] = []
        for section in Section.allCases where !sections.contains(section) {
            let cites = section == .stalledAndFailed ? "R056" : section == .howToReport ? "R057" : "R186"
            reasons.append(Reason(cites, Phrase("publicity.section-missing", ["section": section.rawValue])))
        }
        reasons.require(
            figures.allSatisfy { $0.query?.isEmpty == false }, "RL-29", Phrase("publicity.typed-figure"))
        reasons.require(
            figures.allSatisfy { $0.persons.map(rule.mayShow) ?? true }, "RL-28",
            Phrase("publicity.small-number", ["least": String(rule.threshold)]))
        reasons.require(
            portraits.allSatisfy { !$0.isIdentifiable || ($0.consentUntil.map { now < $0 } ?? false) }, "RL-28",
            Phrase("publicity.no-consent"))
        for gate in Gate.allCases {
            if let person = agreed[gate] {
                reasons += [SeparateDuty.writingAndReviewing.reason(person, against: authors)].compactMap { $0 }
            } else {
                reasons.append(Reason("RL-28", Phrase("publicity.not-agreed", ["gate": gate.rawValue])))
            }
        }
        reasons.require(now >= tellsUntil + Self.delay, "RL-28", Phrase("publicity.too-soon"))
        reasons.require(!touchesLiveOperation, "RL-28", Phrase("publicity.live-operation"))
        return reasons
    }
}
