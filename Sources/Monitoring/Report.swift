import Access
public import Records
import Values
import Words

/// What somebody told: the first word that people may be exploited somewhere (SM1, R085-R088).
///
/// Nobody needs to say that it is trafficking (R023). It belongs to the organisation that took it; others see it when it
/// has been shared with them (R087). Who told it is sealed, and held more closely than what they told (R021 of the matrix).
public struct Report: Record {
    /// The states of its life.
    public enum State: String, RecordState {
        case received, triaged, needsInfo, emergency, promoted, routedInspection, referredCare, closedNoAction
        case feedbackSent, withdrawnBySource
    }
    /// What may be done with it.
    public enum Action: String, RecordAction {
        case receive, amend, triage, ask, answer, alarm, promote, inspect, refer, close, share, feedback, withdraw
    }

    var summary: String
    var told: String
    var channel: String
    var isFromInside: Bool
    /// `DangerLevel` by name; what nobody has judged yet is empty.
    public var danger: String
    /// `labour`, `sexual`, `mixed` or `unknown`.
    public var context: String
    /// Whether a child is there: `yes`, `no` or `unknown`.
    public var children: String
    var people: Int
    var area: String
    /// What kind of place it is, a `SiteSort`.
    public var siteSort: String
    /// The site that it is about, when there is a record of it.
    public var site: RecordID
    var brokers: String
    var exploiters: String
    var routes: String
    var wantsHelp: Bool
    var teller: String
    var safeContact: String
    var question: String
    /// What may be passed on: nothing that points to whoever told it or to a person at risk (R073).
    public var sanitised: String
    /// The organisations that may see it besides the one that took it.
    public var sharedWith: [String]
    var outcome: String
    var feedback: String

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("report", kind: .tip)

    /// Its fields.
    public static let fields = [
        Field("summary", .text), Field("told", .longText, isSealed: true),
        Field("channel", .choice(["hotline", "web", "visit", "community", "inspection", "partner", "other"])),
        Field("isFromInside", .flag),
        Field("danger", .choice(Danger.names), group: "weight", words: "danger"),
        Field("context", .choice(["labour", "sexual", "mixed", "unknown"]), group: "weight", words: "context"),
        Field("children", .choice(["yes", "no", "unknown"]), group: "weight", words: "known"),
        Field("people", .number, group: "weight"),
        Field("area", .text, isIndexed: true, group: "place"),
        Field("siteSort", .choice(SiteSort.names), group: "place", words: "site-sort"),
        Field("site", .record("site"), isIndexed: true, group: "place"),
        Field("brokers", .longText, isSealed: true, group: "who"),
        Field("exploiters", .longText, isSealed: true, group: "who"),
        Field("routes", .longText, isSealed: true, group: "who"),
        Field("wantsHelp", .flag, group: "contact"),
        Field("teller", .text, isSealed: true, kind: .sourceID, group: "contact"),
        Field("safeContact", .text, isSealed: true, kind: .sourceID, group: "contact"),
        Field("question", .longText, isSealed: true, group: "contact"),
        Field("sanitised", .longText, group: "onward"), Field("sharedWith", .list, group: "onward"),
        Field("outcome", .choice(["notExploitation", "cannotAct", "duplicate", "malicious", "handled"]), group: "end"),
        Field("feedback", .longText, group: "end"),
    ]

    static let takers: Set<FineRole> = [
        .reporterPublic, .communityMonitor, .ngoCaseworker, .ngoManager, .serviceProvider, .victimLiaison, .counsellor,
        .legalRep, .intelOfficer, .analyst, .sourceHandler, .labourInspector, .mobileTeamLead, .immigrationOfficer,
    ]
    private static let triagers: Set<FineRole> = [.intelOfficer, .ngoManager]
    private static let first = [
        "summary", "told", "channel", "isFromInside", "danger", "context", "children", "people", "area", "siteSort",
        "brokers", "exploiters", "routes", "wantsHelp", "teller", "safeContact",
    ]
    private static let answers = DeadlineChange.opens(DeadlineRule("tell-the-source", lasts: 30 * .days, "R047"))
    private static let untouched = DeadlineRule(
        "triage-report",
        .by(
            field: "danger",
            ["serious": 2 * .hours, "immediateAndSignificant": 2 * .hours, "immediateToLife": 15 * .minutes],
            otherwise: 72 * .hours), "R076")

    /// Its life.
    public static let lifecycle = Lifecycle<Report>(
        opening: Transition(.receive, to: .received, by: takers, sets: first, deadlines: [.opens(untouched)]) {
            Guard("monitoring.guard.something-told", "R085", at: "summary") { $0.record.summary.says }
            insideIsSerious
        },
        Transition(
            .amend, from: .received, .triaged, .needsInfo, .emergency,
            by: triagers.union([.ngoCaseworker, .analyst, .sourceHandler]), sets: first + ["site"], isUndoable: true
        ) { insideIsSerious },
        Transition(
            .triage, from: .received, to: .triaged, by: triagers,
            sets: ["danger", "context", "children", "site", "siteSort"], deadlines: [.meets("triage-report")],
            isUndoable: true
        ) {
            weighed
            insideIsSerious
            Guard("monitoring.guard.calm-only", "R143", at: "danger") {
                $0.record.dangerLevel < .immediateAndSignificant
            }
        },
        // Danger now: within a quarter of an hour somebody has it in hand (R112).
        Transition(
            .alarm, from: .received, .triaged, .needsInfo, to: .emergency, by: triagers,
            sets: ["danger", "context", "children", "site", "siteSort"],
            deadlines: [
                .meets("triage-report"), .opens(DeadlineRule("act-on-emergency", lasts: 15 * .minutes, "R112")),
            ]
        ) {
            weighed
            Guard("monitoring.guard.danger-is-now", "R112", at: "danger") {
                $0.record.dangerLevel >= .immediateAndSignificant
            }
        },
        Transition(.ask, from: .triaged, to: .needsInfo, by: triagers, sets: ["question"]) {
            Guard("monitoring.guard.safe-contact", "R073", at: "safeContact") { $0.record.safeContact.says }
            Guard("monitoring.guard.a-question", "R085", at: "question") { $0.record.question.says }
        },
        Transition(
            .answer, from: .needsInfo, to: .triaged, by: triagers.union([.ngoCaseworker, .sourceHandler]), sets: first
        ) { insideIsSerious },
        Transition(
            .promote, from: .triaged, .emergency, to: .promoted, by: [.intelOfficer], sets: ["sanitised"],
            deadlines: [.meets("act-on-emergency"), answers]
        ) {
            Guard("monitoring.guard.sanitised", "R073", at: "sanitised") { $0.record.sanitised.says }
            Guard("monitoring.guard.owner-agrees", "R087") { seen in
                seen.opened?.organisation == seen.viewer.organisation
                    || seen.record.sharedWith.contains(seen.viewer.organisation)
            }
        },
        Transition(
            .inspect, from: .triaged, to: .routedInspection, by: [.intelOfficer], sets: ["sanitised"],
            deadlines: [answers]
        ) {
            Guard("monitoring.guard.labour", "R029", at: "context") { ["labour", "mixed"].contains($0.record.context) }
            Guard("monitoring.guard.sanitised", "R073", at: "sanitised") { $0.record.sanitised.says }
        },
        Transition(
            .refer, from: .triaged, .emergency, to: .referredCare, by: triagers,
            deadlines: [.meets("act-on-emergency"), answers]
        ) {
            Guard("monitoring.guard.wants-help", "RL-04", at: "wantsHelp") { $0.record.wantsHelp }
        },
        Transition(
            .close, from: .triaged, .needsInfo, to: .closedNoAction, by: triagers, sets: ["outcome"],
            deadlines: [answers],
            needsReason: true
        ) {
            Guard("monitoring.guard.outcome", "R047", at: "outcome") { $0.record.outcome.says }
        },
        Transition(
            .share, from: .received, .triaged, .needsInfo, .emergency, .promoted, .routedInspection, by: triagers,
            as: .share, sets: ["sharedWith"]),
        Transition(
            .feedback, from: .promoted, .routedInspection, .referredCare, .closedNoAction, to: .feedbackSent,
            by: triagers,
            sets: ["feedback"], deadlines: [.meets("tell-the-source")]
        ) {
            Guard("monitoring.guard.feedback", "R047", at: "feedback") { $0.record.feedback.says }
        },
        // Whoever told something may take it back; what the law makes us keep stays, and nothing more is done with it.
        Transition(
            .withdraw, from: .received, .triaged, .needsInfo, .promoted, .routedInspection, .referredCare,
            .closedNoAction,
            to: .withdrawnBySource, by: triagers.union([.reporterPublic, .communityMonitor, .ngoCaseworker]),
            deadlines: [.cancels("triage-report"), .cancels("tell-the-source")]))

    private static let weighed = Guard<Report>("monitoring.guard.weighed", "R078") { seen in
        seen.record.danger.says && seen.record.context.says && seen.record.children.says
    }
    // Somebody got out and says that others are still inside (R125).
    private static let insideIsSerious = Guard<Report>("monitoring.guard.inside-is-serious", "R125", at: "danger") {
        seen in
        !seen.record.isFromInside || !seen.record.danger.says || seen.record.dangerLevel >= .serious
    }

    var dangerLevel: DangerLevel { DangerLevel(name: danger) ?? .none }

    /// It is the organisation's that took it, and of those with whom it was shared (R087).
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(
            assigned: [.organisation(opened.organisation)] + sharedWith.map(Principal.organisation),
            owners: [.account(opened.account)])
    }
}
