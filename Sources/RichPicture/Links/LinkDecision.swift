public import Access
public import Records
import Words

/// What a person has decided about some entities: that they are one and the same, that they are not, or that it cannot be known.
///
/// The proposals themselves are computed anew from what stands, and not stored; a record begins when somebody takes one up, with
/// the score that was before them. Statements stay as they are: a decision changes which entity stands for which, and so
/// taking it back restores exactly what stood (R043). Nobody but a person decides (RL-30).
public struct LinkDecision: Record {
    /// Where it stands.
    public enum State: String, RecordState { case proposed, same, notSame, notKnown }
    /// What may be done with it.
    public enum Action: String, RecordAction {
        case propose, decideSame, decideNotSame, decideNotKnown, reopen, unmerge
    }

    /// Public ids of the entities, sorted.
    public var members: [String]
    /// The sources that mention them: whoever may not see one of these does not see the decision either.
    public var bases: [String]
    /// What the machine said, as a whole number of 2⁻³² bits; `nil` where it said nothing and a person brought them together.
    public var score: Int?
    /// Whether a source is of an intrusive stream, and so the decision held as closely.
    public var isIntrusive: Bool
    /// Who of the deciding organisation may see all of the sources, as the record's principals.
    public var shared: [String]

    /// Its name, and the row of the access matrix.
    public static let type = RecordType(
        "link-decision", kind: .intelEntity, orKinds: [.surveilFin], isMovedByRoom: true)
    /// Its fields.
    public static let fields = [
        Field("members", .list), Field("bases", .list), Field("score", .number, isInternal: true),
        Field("isIntrusive", .flag, isInternal: true), Field("shared", .list, isInternal: true),
    ]

    /// Its life.
    public static let lifecycle = Lifecycle<LinkDecision>(
        opening: Transition(.propose, to: .proposed, by: SourceRecord.keepers, sets: fields.map(\.name)) {
            Guard("picture.guard.two-entities", "R043") { Set($0.record.members).count > 1 }
        },
        Transition(.decideSame, from: .proposed, to: .same, by: SourceRecord.keepers) { said },
        Transition(.decideNotSame, from: .proposed, to: .notSame, by: SourceRecord.keepers) { said },
        Transition(.decideNotKnown, from: .proposed, to: .notKnown, by: SourceRecord.keepers) { said },
        Transition(.reopen, from: .notSame, .notKnown, to: .proposed, by: SourceRecord.keepers) { said },
        Transition(.unmerge, from: .same, to: .proposed, by: SourceRecord.keepers) { said })

    private static let said = Guard<LinkDecision>("picture.guard.reason-given", "R043") {
        $0.reason.says
    }

    /// As close as the closest of its sources.
    public var kind: Kind { isIntrusive ? .surveilFin : .intelEntity }

    /// It is hidden with each of its sources.
    public var cites: [RecordID] { bases }

    /// Of the deciding organisation, those who may see all of its sources; of no other.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(
            assigned: [.account(opened.account)] + shared.compactMap(Principal.init),
            owners: [.account(opened.account)], orderUntil: .max)
    }
}

extension LinkVerdict {
    /// The action that decides so.
    var action: LinkDecision.Action {
        switch self {
        case .same: .decideSame
        case .notSame: .decideNotSame
        case .notKnown: .decideNotKnown
        }
    }

    /// The state in which it is decided so.
    var state: LinkDecision.State {
        switch self {
        case .same: .same
        case .notSame: .notSame
        case .notKnown: .notKnown
        }
    }
}
