import Access
public import Records
import Words

/// What a team is thanked for: quality that can be shown, never a number of arrests, raids or persons (R083, R108, RL-27).
public struct Recognition: Record {
    /// The states of its life.
    public enum State: String, RecordState { case proposed, moderated, given, refused }
    /// What may be done with it.
    public enum Action: String, RecordAction { case propose, moderate, give, refuse }

    /// The indicators that may be rewarded (domain.md 5.6).
    public static let indicators = IncentiveScheme.Indicator.allCases.filter { !$0.isRawCount }.map(\.rawValue)

    var team: String
    var indicators: [String]
    var evidence: [RecordID]
    var words: String
    var hasOpenFlag: Bool

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("recognition", kind: .competence, compartment: "C-HR")

    /// Its fields. No number stands among them.
    public static let fields = [
        Field("team", .text, isIndexed: true), Field("indicators", .choices(indicators)),
        Field("evidence", .records("")), Field("words", .longText), Field("hasOpenFlag", .flag, group: "moderation"),
    ]

    private static let trainers: Set<FineRole> = [.trainingOfficer]

    /// Its life.
    public static let lifecycle = Lifecycle<Recognition>(
        opening: Transition(
            .propose, to: .proposed, by: trainers, sets: ["team", "indicators", "evidence", "words"]
        ) {
            Guard("capacity.guard.team", "R083", at: "team") { $0.record.team.says }
            Guard("capacity.guard.quality", "RL-27", at: "indicators") { !$0.record.indicators.isEmpty }
            Guard("capacity.guard.evidence", "R108", at: "evidence") { !$0.record.evidence.isEmpty }
        },
        Transition(.moderate, from: .proposed, to: .moderated, by: trainers, sets: ["hasOpenFlag"]) {
            Guard("capacity.guard.another-moderates", "RL-12") { !$0.viewerDid(.propose) }
            Guard("capacity.guard.no-open-flag", "R108", at: "hasOpenFlag") { !$0.record.hasOpenFlag }
        },
        Transition(.give, from: .moderated, to: .given, by: trainers),
        Transition(.refuse, from: .proposed, .moderated, to: .refused, by: trainers, needsReason: true))

    /// It is its organisation's.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(assigned: [.organisation(opened.organisation)], owners: [.organisation(opened.organisation)])
    }
}
