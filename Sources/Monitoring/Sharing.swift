import Access
public import Records
import Words

/// One act of handing something on to another organisation (SM18, R072, R073): for a purpose, on a ground, cleaned, and
/// approved; it ends by itself or is called back.
public struct Sharing: Record {
    /// The states of its life.
    public enum State: String, RecordState {
        case requested, purposeChecked, groundChecked, sanitised, approved, sent, received, expired, recalled, refused
    }
    /// What may be done with it.
    public enum Action: String, RecordAction {
        case request, checkPurpose, checkGround, sanitise, approve, send, receive, expire, recall, refuse
    }

    /// What is handed on: a record.
    public var subject: RecordID
    /// To whom: an organisation by its name.
    public var recipient: String
    /// What sort of organisation that is, as `Organisation.sort` has it.
    public var recipientSort: String
    var purpose: String
    /// `consent`, `law`, `danger` or `agreement`.
    public var ground: String
    var groundReference: String
    var concernsPerson: Bool
    var text: String
    var until: Int

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("sharing", kind: .tip)

    /// Its fields.
    public static let fields = [
        Field("subject", .record(""), isIndexed: true), Field("recipient", .text, isIndexed: true),
        Field(
            "recipientSort",
            .choice([
                "police", "labour", "prosecution", "ngo", "shelter", "health", "immigration", "oversight", "other",
            ]), words: "organisation"),
        Field("purpose", .text, group: "why"),
        Field("ground", .choice(["consent", "law", "danger", "agreement"]), group: "why"),
        Field("groundReference", .text, group: "why"), Field("concernsPerson", .flag, group: "why"),
        Field("text", .longText, isSealed: true, group: "what"), Field("until", .moment, group: "what"),
    ]

    private static let sharers: Set<FineRole> = [.ngoManager, .intelOfficer]

    /// Its life.
    public static let lifecycle = Lifecycle<Sharing>(
        opening: Transition(
            .request, to: .requested, by: [.ngoManager, .ngoCaseworker, .intelOfficer, .analyst],
            sets: ["subject", "recipient", "recipientSort", "purpose", "concernsPerson", "text", "until"]
        ) {
            Guard("monitoring.guard.recipient-named", "R072", at: "recipient") { $0.record.recipient.says }
            notToImmigration
        },
        Transition(.checkPurpose, from: .requested, to: .purposeChecked, by: sharers, sets: ["purpose"]) {
            Guard("monitoring.guard.purpose", "RL-19", at: "purpose") { $0.record.purpose.says }
        },
        Transition(
            .checkGround, from: .purposeChecked, to: .groundChecked, by: sharers, sets: ["ground", "groundReference"]
        ) {
            Guard("monitoring.guard.ground", "RL-17", at: "ground") {
                $0.record.ground.says && $0.record.groundReference.says
            }
            // Of a person at risk only with their consent, or under a law that says so (RL-17).
            Guard("monitoring.guard.person-agrees", "RL-17", at: "ground") {
                !$0.record.concernsPerson || ["consent", "law", "danger"].contains($0.record.ground)
            }
            notToImmigration
        },
        Transition(.sanitise, from: .groundChecked, to: .sanitised, by: sharers, sets: ["text"]) {
            Guard("monitoring.guard.sanitised", "R073", at: "text") { $0.record.text.says }
        },
        Transition(.approve, from: .sanitised, to: .approved, by: sharers, as: .share) {
            Guard("monitoring.guard.another-approves", "RL-12") { !$0.viewerDid(.sanitise, .request) }
            notToImmigration
        },
        Transition(
            .send, from: .approved, to: .sent, by: sharers, as: .share,
            deadlines: [
                .opens(DeadlineRule("acknowledge-sharing", lasts: 48 * .hours, "R076")),
                .opens(DeadlineRule("sharing-ends", .until(field: "until"), "RL-17")),
            ]),
        Transition(
            .receive, from: .sent, to: .received, by: [.ngoManager, .ngoCaseworker, .intelOfficer, .analyst],
            deadlines: [.meets("acknowledge-sharing")]
        ) {
            Guard("monitoring.guard.by-recipient", "R076") { $0.viewer.organisation == $0.record.recipient }
        },
        Transition(.expire, from: .sent, .received, to: .expired, whenDue: "sharing-ends"),
        Transition(
            .recall, from: .sent, .received, to: .recalled, by: sharers,
            deadlines: [.cancels("sharing-ends"), .cancels("acknowledge-sharing")], needsReason: true),
        Transition(
            .refuse, from: .requested, .purposeChecked, .groundChecked, .sanitised, to: .refused, by: sharers,
            needsReason: true))

    // No feed of persons at risk to immigration authorities; the person's own application goes another way (RL-02).
    private static let notToImmigration = Guard<Sharing>(
        "monitoring.guard.not-to-immigration", "RL-02", at: "recipient"
    ) {
        $0.record.recipientSort != "immigration"
    }

    /// The recipient sees it once it has been sent, and no longer when it has ended (RL-17).
    public func terms(in state: State, opened: Past) -> Terms {
        let seenBy: [Principal] = [.sent, .received].contains(state) ? [.organisation(recipient)] : []
        return Terms(assigned: [.organisation(opened.organisation)] + seenBy, owners: [.account(opened.account)])
    }
}
