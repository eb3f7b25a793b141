import Access
public import Records
public import Storage
import Words

/// A sign that somebody betrayed the work: a leak, a bribe, a protection relationship (SM17, R109, RL-25).
///
/// It is never seen by whom it names nor by their chain. While it is looked into, what it touches does not exist for them.
public struct IntegrityFlag: Record {
    /// The states of its life.
    public enum State: String, RecordState {
        case raised, screened, suspendedAccess, inquiry, substantiated, unsubstantiated, measured, closed
    }
    /// What may be done with it.
    public enum Action: String, RecordAction {
        case raise, screen, suspend, inquire, substantiate, clear, measure, close
    }

    /// Whom it names: `account:…`, `unit:…` or `organisation:…`.
    public var principal: String
    /// The unit and the organisation above them, who must not learn of it either, in the same form.
    public var chain: [String]
    /// What sort of sign: `leak`, `bribe`, `protection`, `tampering`, `other`.
    public var sort: String
    /// The record that it touches: from it they are kept away.
    public var subject: RecordID
    var told: String
    var finding: String
    var measure: String

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("integrity", kind: .coiRegister, compartment: "C-ITG")

    /// Its fields.
    public static let fields = [
        Field("principal", .text, isIndexed: true), Field("chain", .list),
        Field("sort", .choice(["leak", "bribe", "protection", "tampering", "other"])),
        Field("subject", .record(""), isIndexed: true), Field("told", .longText, isSealed: true),
        Field("finding", .longText, isSealed: true, group: "end"),
        Field("measure", .longText, isSealed: true, group: "end"),
    ]

    private static let tellers: Set<FineRole> = [
        .ngoCaseworker, .ngoManager, .intelOfficer, .analyst, .operationPlanner, .authorisingOfficer, .sceneCommander,
        .prosecutor, .integrityOfficer,
    ]
    private static let overseers: Set<FineRole> = [.integrityOfficer]

    /// Its life.
    public static let lifecycle = Lifecycle<IntegrityFlag>(
        opening: Transition(
            .raise, to: .raised, by: tellers, sets: ["principal", "chain", "sort", "subject", "told"],
            deadlines: [.opens(DeadlineRule("screen-flag", lasts: 24 * .hours, "R111"))]
        ) {
            Guard("capacity.guard.whom", "RL-25", at: "principal") { Principal($0.record.principal) != nil }
            Guard("capacity.guard.what-sign", "R109", at: "told") { $0.record.told.says && $0.record.sort.says }
            Guard("capacity.guard.chain-readable", "RL-25", at: "chain") { seen in
                seen.record.chain.allSatisfy { Principal($0) != nil }
            }
        },
        Transition(
            .screen, from: .raised, to: .screened, by: overseers, sets: ["chain"],
            deadlines: [
                .meets("screen-flag"), .opens(DeadlineRule("end-inquiry", lasts: 90 * .days, "R111")),
            ]
        ) { independent },
        Transition(.suspend, from: .screened, .inquiry, to: .suspendedAccess, by: overseers, sets: ["subject"]) {
            independent
            Guard("capacity.guard.from-what", "RL-25", at: "subject") { $0.record.subject.says }
        },
        Transition(.inquire, from: .screened, .suspendedAccess, to: .inquiry, by: overseers) { independent },
        Transition(.substantiate, from: .inquiry, to: .substantiated, by: overseers, sets: ["finding"]) {
            independent
            found
        },
        Transition(
            .clear, from: .screened, .inquiry, .suspendedAccess, to: .unsubstantiated, by: overseers, sets: ["finding"]
        ) {
            independent
            found
        },
        Transition(.measure, from: .substantiated, to: .measured, by: overseers, sets: ["measure"]) {
            Guard("capacity.guard.measure", "R111", at: "measure") { $0.record.measure.says }
        },
        Transition(
            .close, from: .measured, .unsubstantiated, to: .closed, by: overseers, deadlines: [.meets("end-inquiry")],
            needsReason: true))

    private static let found = Guard<IntegrityFlag>("capacity.guard.finding", "R111", at: "finding") {
        $0.record.finding.says
    }
    // Whoever looks into it stands outside of the flagged person's chain.
    private static let independent = Guard<IntegrityFlag>("capacity.guard.independent", "RL-25") { seen in
        let (standing, named) = (seen.viewer.standing, [seen.record.principal] + seen.record.chain)
        let mine: [Principal] = [
            .account(standing.account), .organisation(standing.organisation), .unit(standing.unit),
        ]
        return !mine.contains { named.contains($0.text) }
    }

    /// Whether whom it names is kept away from what it touches, in a state: until it is found to be nothing.
    static func suspends(in state: State) -> Bool {
        switch state {
        case .raised, .screened, .unsubstantiated, .closed: false
        case .suspendedAccess, .inquiry, .substantiated, .measured: true
        }
    }

    /// What it touches does not exist for whom it names, from the next request on.
    public static func settle(
        _ id: RecordID, _ flag: IntegrityFlag, in state: State, _ connection: any Writing
    ) throws {
        guard !flag.subject.isEmpty, let named = Principal(flag.principal) else { return }
        try Hiding.inquiry.set(flag.subject, from: named, to: suspends(in: state), connection)
    }

    /// Oversight alone reads it; never whom it names, nor their chain.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(excluded: ([principal] + chain).compactMap { Principal($0) })
    }
}
