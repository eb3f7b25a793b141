import Access
public import Records
import Words

/// A tie of somebody who serves to a business, a person or a place, told before it matters (R103, R109): it costs nobody
/// anything to tell it, and keeps them from what they should not decide.
public struct Interest: Record {
    /// The states of its life.
    public enum State: String, RecordState { case declared, assessed, over }
    /// What may be done with it.
    public enum Action: String, RecordAction { case declare, assess, end }

    /// Whose tie it is: an account.
    public var account: String
    /// `business`, `person`, `place` or `other`.
    public var sort: String
    /// To whom or what.
    public var to: String
    /// The record that it touches, when there is one.
    public var subject: RecordID
    var nature: String
    /// `none`, `avoid` or `exclude`.
    public var consequence: String

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("interest", kind: .coiRegister, compartment: "C-ITG")

    /// Its fields.
    public static let fields = [
        Field("account", .account, isIndexed: true), Field("sort", .choice(["business", "person", "place", "other"])),
        Field("to", .text, isSealed: true, isIndexed: true), Field("subject", .record(""), isIndexed: true),
        Field("nature", .longText, isSealed: true),
        Field("consequence", .choice(["none", "avoid", "exclude"]), group: "assessment"),
    ]

    private static let declarers: Set<FineRole> = [
        .ngoCaseworker, .ngoManager, .intelOfficer, .analyst, .operationPlanner, .authorisingOfficer, .sceneCommander,
        .prosecutor, .integrityOfficer,
    ]

    /// Its life.
    public static let lifecycle = Lifecycle<Interest>(
        opening: Transition(
            .declare, to: .declared, by: declarers, sets: ["account", "sort", "to", "subject", "nature"],
            deadlines: [.opens(DeadlineRule("assess-interest", lasts: 7 * .days, "R109"))]
        ) {
            Guard("capacity.guard.tie-told", "R103", at: "to") { $0.record.to.says && $0.record.sort.says }
            // One tells one's own ties; what others are said to have is a flag, and goes another way.
            Guard("capacity.guard.own-tie", "R109", at: "account") { seen in
                seen.record.account == seen.viewer.standing.account || seen.viewer.standing.role == .integrityOfficer
            }
        },
        Transition(
            .assess, from: .declared, to: .assessed, by: [.integrityOfficer], sets: ["consequence"],
            deadlines: [.meets("assess-interest")]
        ) {
            Guard("capacity.guard.consequence", "R109", at: "consequence") { $0.record.consequence.says }
            Guard("capacity.guard.not-own-assessment", "RL-12") { $0.record.account != $0.viewer.standing.account }
        },
        Transition(.end, from: .declared, .assessed, to: .over, by: [.integrityOfficer], needsReason: true))

    /// Oversight alone reads it.
    public func terms(in state: State, opened: Past) -> Terms { Terms() }
}
