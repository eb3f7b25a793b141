import Access
public import Records
import Words

/// A visit of labour inspectors to a workplace (SM14, R094-R103).
///
/// That somebody complained is no part of it: what a site sees is the same with and without a complaint (RL-23).
public struct Inspection: Record {
    /// The states of its life.
    public enum State: String, RecordState {
        case planned, conflictChecked, tasked, onSite, findingsRecorded, orderIssued, referred, noViolation, remedied
        case contested, finalDecision, registered, expired, closedEstablishment
    }
    /// What may be done with it.
    public enum Action: String, RecordAction {
        case plan, check, task, enter, find, order, refer, clear, confirm, contest, decide, register, expire, closeDown
    }

    var place: String
    /// The site's record, when there is one.
    public var site: RecordID
    var area: String
    var sector: String
    var isCentralTeam: Bool
    var team: [String]
    var interests: String
    var hasConflict: Bool
    /// `power`, `warrant`, `consent` or `exigency` (R099).
    public var entryBasis: String
    var isAnnounced: Bool
    var announcedBecause: String
    /// What was found, as the catalogue of grounds names it (R100).
    public var findings: [String]
    var notes: String
    /// Whether there are signs of a crime: the police learn of it within hours (R101).
    public var hasCrimeSigns: Bool
    var order: String
    var remedyBy: Int
    var closedOn: [String]
    var decision: String

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("inspection", kind: .inspection, compartment: "C-INS")

    static let grounds = [
        "safety", "wages", "hours", "licence", "building", "health", "tax", "documents", "childLabour",
    ]

    /// Its fields.
    public static let fields = [
        Field("place", .text, isIndexed: true), Field("site", .record("site"), isIndexed: true), Field("area", .text),
        Field("sector", .text), Field("isCentralTeam", .flag, group: "team"), Field("team", .list, group: "team"),
        Field("interests", .longText, group: "team"), Field("hasConflict", .flag, group: "team"),
        Field("entryBasis", .choice(["power", "warrant", "consent", "exigency"]), group: "visit", words: "entry"),
        Field("isAnnounced", .flag, group: "visit"), Field("announcedBecause", .text, group: "visit"),
        Field("findings", .choices(grounds), group: "found", words: "ground"),
        Field("notes", .longText, isSealed: true, group: "found"),
        Field("hasCrimeSigns", .flag, group: "found"), Field("order", .longText, group: "after"),
        Field("remedyBy", .moment, group: "after"),
        Field("closedOn", .choices(grounds), group: "after", words: "ground"),
        Field("decision", .longText, group: "after"),
    ]

    static let inspectors: Set<FineRole> = [.labourInspector, .mobileTeamLead]

    /// Its life.
    public static let lifecycle = Lifecycle<Inspection>(
        opening: Transition(
            .plan, to: .planned, by: inspectors, sets: ["place", "site", "area", "sector", "isCentralTeam", "team"]
        ) {
            Guard("monitoring.guard.place-named", "R095", at: "place") { $0.record.place.says }
        },
        // Whoever goes has no tie to who owns or runs the place (R103).
        Transition(
            .check, from: .planned, to: .conflictChecked, by: inspectors, sets: ["interests", "hasConflict", "team"]
        ) {
            Guard("monitoring.guard.interests-told", "R103", at: "interests") { $0.record.interests.says }
            Guard("monitoring.guard.no-conflict", "R103", at: "hasConflict") { !$0.record.hasConflict }
        },
        Transition(.task, from: .conflictChecked, to: .tasked, by: [.mobileTeamLead], sets: ["team"]) {
            Guard("monitoring.guard.a-team", "R098", at: "team") { !$0.record.team.isEmpty }
        },
        Transition(
            .enter, from: .tasked, to: .onSite, by: inspectors,
            sets: ["entryBasis", "isAnnounced", "announcedBecause"],
            deadlines: [.opens(DeadlineRule("report-inspection", lasts: 9 * .days, "R098"))]
        ) {
            Guard("monitoring.guard.entry-basis", "R099", at: "entryBasis") { $0.record.entryBasis.says }
            Guard("monitoring.guard.unannounced", "R096", at: "announcedBecause") {
                !$0.record.isAnnounced || $0.record.announcedBecause.says
            }
        },
        Transition(
            .find, from: .onSite, to: .findingsRecorded, by: inspectors, sets: ["findings", "notes", "hasCrimeSigns"],
            deadlines: [.opens(DeadlineRule("hand-over-crime", lasts: 4 * .hours, "R101"))]),
        Transition(
            .refer, from: .findingsRecorded, to: .referred, by: inspectors, as: .share,
            deadlines: [.meets("hand-over-crime"), .meets("report-inspection")]
        ) {
            Guard("monitoring.guard.crime-signs", "R101", at: "hasCrimeSigns") { $0.record.hasCrimeSigns }
        },
        Transition(
            .order, from: .findingsRecorded, .referred, to: .orderIssued, by: inspectors, sets: ["order", "remedyBy"],
            deadlines: [
                .meets("report-inspection"), .opens(DeadlineRule("remedy", .until(field: "remedyBy"), "R096")),
            ]
        ) {
            Guard("monitoring.guard.order-told", "R095", at: "order") { $0.record.order.says }
            handedOver
        },
        Transition(
            .clear, from: .findingsRecorded, to: .noViolation, by: inspectors,
            deadlines: [.meets("report-inspection"), .cancels("hand-over-crime")]
        ) {
            Guard("monitoring.guard.nothing-found", "R095", at: "findings") {
                $0.record.findings.isEmpty && !$0.record.hasCrimeSigns
            }
        },
        Transition(.confirm, from: .orderIssued, to: .remedied, by: inspectors, deadlines: [.meets("remedy")]),
        Transition(.contest, from: .orderIssued, to: .contested, by: inspectors, deadlines: [.cancels("remedy")]),
        Transition(.decide, from: .contested, to: .finalDecision, by: [.mobileTeamLead], sets: ["decision"]) {
            Guard("monitoring.guard.decision-told", "R096", at: "decision") { $0.record.decision.says }
        },
        // The register of employers holds an entry for two years, and only after the last word.
        Transition(
            .register, from: .finalDecision, to: .registered, by: [.mobileTeamLead],
            deadlines: [.opens(DeadlineRule("register-ends", lasts: 730 * .days, "R096"))]),
        Transition(.expire, from: .registered, to: .expired, whenDue: "register-ends"),
        // No charge of trafficking is needed for it (R100).
        Transition(
            .closeDown, from: .findingsRecorded, .referred, .orderIssued, .finalDecision, to: .closedEstablishment,
            by: [.mobileTeamLead], sets: ["closedOn", "decision"],
            deadlines: [.meets("report-inspection"), .cancels("remedy")], needsReason: true
        ) {
            Guard("monitoring.guard.ground-of-closure", "R100", at: "closedOn") { !$0.record.closedOn.isEmpty }
            handedOver
        })

    // Signs of a crime are with the police before anything else ends the visit.
    private static let handedOver = Guard<Inspection>("monitoring.guard.handed-over", "R101") { seen in
        !seen.record.hasCrimeSigns || seen.state != .findingsRecorded
    }

    /// It is its inspectorate's, and those who go.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(
            assigned: [.organisation(opened.organisation)] + team.map(Principal.account),
            owners: [.organisation(opened.organisation)])
    }
}
