import Access
public import Records
import Words

/// That trust between two organisations broke down, who mediates, and how it ended (R075): a report that was never
/// answered, a name that was passed on, a promise not kept.
public struct TrustIssue: Record {
    /// The states of its life.
    public enum State: String, RecordState { case raised, mediated, resolved, unresolved }
    /// What may be done with it.
    public enum Action: String, RecordAction { case raise, mediate, resolve, giveUp, reopen }

    var with: String
    var what: String
    var isConfidentiality: Bool
    var mediator: String
    var due: Int
    var outcome: String

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("trust", kind: .tip)

    /// Its fields.
    public static let fields = [
        Field("with", .text, isIndexed: true), Field("what", .longText, isSealed: true),
        Field("isConfidentiality", .flag), Field("mediator", .account, group: "mending"),
        Field("due", .moment, group: "mending"), Field("outcome", .longText, group: "mending"),
    ]

    private static let parties: Set<FineRole> = [.ngoManager, .ngoCaseworker, .intelOfficer, .analyst]
    private static let leads: Set<FineRole> = [.ngoManager, .intelOfficer]

    /// Its life.
    public static let lifecycle = Lifecycle<TrustIssue>(
        opening: Transition(
            .raise, to: .raised, by: parties, sets: ["with", "what", "isConfidentiality"],
            deadlines: [.opens(DeadlineRule("find-mediator", lasts: 7 * .days, "R075"))]
        ) {
            Guard("monitoring.guard.trust-told", "R075", at: "what") { $0.record.with.says && $0.record.what.says }
        },
        Transition(
            .mediate, from: .raised, to: .mediated, by: leads, sets: ["mediator", "due"],
            deadlines: [
                .meets("find-mediator"),
                .opens(DeadlineRule("mend-trust", .until(field: "due"), owner: "mediator", "R075")),
            ]
        ) {
            Guard("monitoring.guard.mediator", "R075", at: "mediator") { $0.record.mediator.says && $0.record.due > 0 }
        },
        Transition(
            .resolve, from: .mediated, to: .resolved, by: leads, sets: ["outcome"], deadlines: [.meets("mend-trust")]
        ) {
            outcomeTold
        },
        Transition(
            .giveUp, from: .raised, .mediated, to: .unresolved, by: leads, sets: ["outcome"],
            deadlines: [.meets("mend-trust"), .cancels("find-mediator")]
        ) { outcomeTold },
        Transition(.reopen, from: .resolved, .unresolved, to: .raised, by: leads, needsReason: true))

    private static let outcomeTold = Guard<TrustIssue>("monitoring.guard.outcome-told", "R075", at: "outcome") {
        $0.record.outcome.says
    }

    /// Both organisations see it, and the mediator.
    public func terms(in state: State, opened: Past) -> Terms {
        let mediators: [Principal] = mediator.isEmpty ? [] : [.account(mediator)]
        return Terms(
            assigned: [.organisation(opened.organisation), .organisation(with)] + mediators,
            owners: [.account(opened.account)])
    }
}
