import Linkage
import RichPicture

extension Wire {
    /// A weight: in bits, and as a whole number of 2⁻³² bits, which sums exactly.
    struct Weighed: WireValue {
        var bits: Double
        var steps: Int

        init(_ weight: Weight) { (bits, steps) = (weight.bits, Int(weight.raw)) }
    }

    struct Proposal: WireValue {
        var id: String
        var about: String
        var entities: [Entity]
        var score: Weighed
        var probability: Double
        var sourceCount: Int
        var streams: [String]

        init(_ line: ProposalLine) {
            id = line.id
            about = line.subject.rawValue
            entities = line.entities.map { Entity($0) }
            score = Weighed(line.score)
            probability = line.score.probability
            sourceCount = line.sources
            streams = line.streams.map(\.rawValue)
        }
    }

    struct Proposals: WireValue {
        var proposals: [Proposal]
        var total: Int
        var compared: Int
        var threshold: Double?
        var expectedPrecision: Double?

        init(_ page: ProposalPage) {
            proposals = page.lines.map { Proposal($0) }
            total = page.total
            compared = page.compared
            threshold = page.threshold?.score
            expectedPrecision = page.threshold?.precision
        }
    }

    struct ProposalMember: WireValue {
        var entity: Entity
        var mentionCount: Int
        var citations: [Citation]
        var isAtRisk: Bool
    }

    struct ProposalRow: WireValue {
        var property: String
        var texts: [[String]]
        var differs: Bool
        var isUnused: Bool
    }

    struct WhyLine: WireValue {
        var comparison: String?
        var words: String
        var left: String
        var right: String
        var weight: Weighed
    }

    struct Why: WireValue {
        var left: Entity
        var right: Entity
        var leftSources: [Citation]
        var rightSources: [Citation]
        var weights: [WhyLine]
        var score: Weighed
        var probability: Double

        init(_ why: ProposalView.Why, _ reader: Reader) {
            left = Entity(why.left)
            right = Entity(why.right)
            leftSources = why.leftSources.map { Citation($0) }
            rightSources = why.rightSources.map { Citation($0) }
            weights = why.lines.map { line in
                WhyLine(
                    comparison: line.explanation.comparison, words: reader(line.explanation.phrase),
                    left: line.values.left, right: line.values.right, weight: Weighed(line.weight))
            }
            score = Weighed(why.score)
            probability = why.score.probability
        }
    }

    struct ProposalDetail: WireValue {
        var id: String?
        var about: String
        var members: [ProposalMember]
        var count: Int
        var properties: [ProposalRow]
        var why: Why?
        var network: Neighbourhood?
        var obstacle: String?
        var next: String?

        init(_ view: ProposalView, _ reader: Reader) {
            id = view.id
            about = view.subject.rawValue
            members = view.members.map { member in
                ProposalMember(
                    entity: Entity(member.entity), mentionCount: member.mentions,
                    citations: member.citations.map { Citation($0) }, isAtRisk: member.isAtRisk)
            }
            count = view.count
            properties = view.rows.map { row in
                ProposalRow(
                    property: row.property.name, texts: row.texts, differs: row.differs, isUnused: row.isUnused)
            }
            why = view.why.map { Why($0, reader) }
            network = view.network.map { Neighbourhood($0, hidden: 0, reader) }
            obstacle = view.obstacle.map { reader($0.phrase) }
            next = view.next
        }
    }

    struct LinkVerdictRequest: WireValue {
        var verdict: String
        var reason: String
    }

    struct LinkTogetherRequest: WireValue {
        var entities: [String]
        var verdict: String
        var reason: String
    }

    struct TakeBackRequest: WireValue {
        var reason: String
        var isNotSame: Bool?
    }

    struct LinkDecided: WireValue {
        var record: String
        var verdict: String?
        var entity: String?

        init(_ receipt: LinkReceipt) {
            record = receipt.record
            verdict = receipt.verdict?.name
            entity = receipt.entity
        }
    }

    struct LinkStory: WireValue {
        var record: String
        var verdict: String
        var organisation: String
        var at: String
        var members: [Entity]
        var isObeyed: Bool
        var isReadable: Bool

        init(_ story: PictureLinkStory) {
            record = story.record
            verdict = story.verdict.name
            organisation = story.organisation
            at = Wire.instant(story.at) ?? ""
            members = story.members.map { Entity($0) }
            isObeyed = story.isObeyed
            isReadable = story.isReadable
        }
    }

    struct LinkStories: WireValue {
        var decisions: [LinkStory]
        var total: Int

        init(_ page: PictureLinkStories) {
            decisions = page.stories.map { LinkStory($0) }
            total = page.total
        }
    }
}
