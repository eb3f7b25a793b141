public import Linkage

// What the pages, the API and the command line show of proposals and decisions.

/// A proposal in the queue: some entities that may be one and the same.
public struct ProposalLine: Sendable {
    /// The name under which it is decided on. Another one when what it rests on has changed.
    public var id: String
    /// Persons or organisations.
    public var subject: LinkSubject
    /// The entities, each as what it is now.
    public var entities: [EntityLine]
    /// The score that holds it together, and the probability that it leads to.
    public var score: Weight
    /// How many sources speak of them, and the streams that they came in.
    public var sources: Int
    /// The streams.
    public var streams: [StreamKind]
}

/// A page of the queue.
public struct ProposalPage: Sendable {
    /// The proposals, those that join several sources first, then the surest.
    public var lines: [ProposalLine]
    /// How many there are in all.
    public var total: Int
    /// How many entities were compared.
    public var compared: Int
    /// The score from which the machine proposes, and which precision it expects of that; `nil` with nothing to compare.
    public var threshold: Threshold?
}

/// One proposal, or entities that somebody has brought together, with all that a person needs to decide.
public struct ProposalView: Sendable {
    /// The name under which it is decided on; `nil` for what the machine does not propose.
    public var id: String?
    /// Persons or organisations.
    public var subject: LinkSubject
    /// How many entities it is about.
    public var count: Int
    /// The entities side by side; those that are the same to the letter in all that is compared as one.
    public var members: [Member]
    /// What is known of them, property by property, with a text for every member; the names first.
    public var rows: [Row]
    /// Why: between the two of the weakest link, or the only two; `nil` where they are not compared.
    public var why: Why?
    /// How all of it hangs together, when there are more than two.
    public var network: Neighbourhood?
    /// Why they must not be made one; `nil` where they may.
    public var obstacle: LinkRefusal?
    /// How many proposals there are, and which comes after this one.
    public var next: String?

    /// One of the entities.
    public struct Member: Sendable {
        /// Who or what it is now.
        public var entity: EntityLine
        /// How many mentions it stands for.
        public var mentions: Int
        /// Where the sources speak of it; of each the first line.
        public var citations: [Citation]
        /// Whether it has to be taken for a person at risk.
        public var isAtRisk: Bool
    }

    /// One property.
    public struct Row: Sendable {
        /// Which.
        public var property: Property
        /// What is said of each member; empty for nothing.
        public var texts: [[String]]
        /// Whether two members that both have a value have none in common.
        public var differs: Bool
        /// Whether it is no evidence: stop-listed, or shared by very many.
        public var isUnused: Bool
    }

    /// Why two mentions have the score that they have.
    public struct Why: Sendable {
        /// The two.
        public var left: EntityLine
        /// The other.
        public var right: EntityLine
        /// The weights; they sum to the score, bit for bit.
        public var lines: [Line]
        /// The sources that speak of either.
        public var leftSources: [Citation]
        /// Of the other.
        public var rightSources: [Citation]

        /// The score.
        public var score: Weight { lines.reduce(.zero) { $0 + $1.weight } }

        /// One weight.
        public struct Line: Sendable {
            /// Why, and what was compared.
            public var explanation: Explanation.Line
            /// The values of the two; empty where it is about none.
            public var values: (left: String, right: String)
            /// The weight.
            public var weight: Weight { explanation.weight }
        }
    }
}

/// A decision about an entity.
public struct LinkStory: Sendable {
    /// The record of the decision.
    public var record: String
    /// What was decided.
    public var verdict: LinkVerdict
    /// The organisation that decided, and when.
    public var organisation: String
    /// When, in milliseconds since 1970 UTC.
    public var at: Int
    /// The entities, each by its own name.
    public var members: [EntityLine]
    /// Whether it is obeyed: a merge is not where others have said that two of its entities are not the same.
    public var isObeyed: Bool
    /// Whether the viewer may read its record, and so take it back as far as their role goes.
    public var isReadable: Bool
}

/// A page of decisions.
public struct LinkStories: Sendable {
    /// The decisions, the latest first.
    public var stories: [LinkStory]
    /// How many there are in all.
    public var total: Int
}
