public import Access
public import Records
import Storage
import Words

/// A file that came in, as the desk keeps it: who brought it, from whom, how far to trust it, who may see it, and what
/// has been done with it since. Its bytes and rows are the picture's.
///
/// A source without the authority that its stream needs is staged like any other and cannot be committed (RL-33).
public struct SourceRecord: Record {
    /// Where it stands.
    public enum State: String, RecordState { case staged, committed, withdrawn, discarded }
    /// What may be done with it.
    public enum Action: String, RecordAction {
        case stage, authorise, commit, discard, withdraw, restore, release, hide
    }

    /// The file's name, the SHA-256 of its bytes in lower-case hex, and how many there are.
    public var name: String
    /// The SHA-256 of its bytes.
    public var hash: String
    /// How many bytes.
    public var size: Int
    /// The stream, a `StreamKind`.
    public var stream: String
    /// The organisation that supplied it, and the team inside it; empty for all of it.
    public var owner: String
    /// The team inside it.
    public var team: String
    /// On which leg the organisation works, a `Leg`; `nil` where nobody said.
    public var leg: String?
    /// The grade's scheme and its three codes.
    public var gradeScheme: String
    /// The source's code.
    public var gradeSource: String
    /// The information's code.
    public var gradeInformation: String
    /// The handling code.
    public var gradeHandling: String
    /// Handling conditions in words.
    public var conditions: String
    /// The permission for an intrusive stream; `nil` where none was recorded.
    public var authorityReference: String?
    /// Who issued it, and on which law.
    public var authorityBasis: String?
    /// About whom.
    public var authoritySubject: String?
    /// From when on.
    public var authorityFrom: Int?
    /// Until when.
    public var authorityUntil: Int?
    /// To whom it is released beyond the owner: organisations and units. From whom it is hidden, whatever else holds:
    /// accounts, units and organisations.
    public var releasedTo: [String]
    /// From whom it is hidden.
    public var hiddenFrom: [String]

    /// What an import form says of a file.
    init(_ request: ImportRequest, stream: StreamKind, hash: String, size: Int, broughtBy organisation: String) {
        name = request.name.storable
        self.hash = hash
        self.size = size
        self.stream = stream.rawValue
        owner = request.owner.storable
        team = request.team.storable
        leg = request.leg?.rawValue
        gradeScheme = request.grade.scheme.rawValue
        gradeSource = request.grade.source
        gradeInformation = request.grade.information
        gradeHandling = request.grade.handling
        conditions = request.conditions.storable
        // Who brings something in may see what they brought, as far as their role sees such things at all.
        let importer = organisation.storable
        let released = Set(request.release.map(\.storable)).union(importer == owner ? [] : [importer])
        releasedTo = released.subtracting([owner, ""]).sorted()
        hiddenFrom = Set(request.hidden.map(\.storable)).subtracting([""]).sorted()
        authority = request.authority
    }

    /// The permission, whole.
    var authority: IntrusionAuthority? {
        get {
            guard let authorityReference, let authorityBasis, let authoritySubject, let authorityFrom,
                let authorityUntil,
                let subject = IntrusionAuthority.SubjectClass(rawValue: authoritySubject)
            else { return nil }
            return IntrusionAuthority(
                reference: authorityReference, basis: authorityBasis, subject: subject, from: authorityFrom,
                until: authorityUntil)
        }
        set {
            authorityReference = newValue?.reference.storable
            authorityBasis = newValue?.basis.storable
            authoritySubject = newValue?.subject.rawValue
            authorityFrom = newValue?.from
            authorityUntil = newValue?.until
        }
    }

    /// The grade.
    var grade: Grade {
        Grade(
            scheme: Grade.Scheme(rawValue: gradeScheme) ?? .threeFiveTwo, source: gradeSource,
            information: gradeInformation, handling: gradeHandling)
    }

    /// Why it may not be used; `nil` if it may.
    var refusal: IntrusionAuthority.Refusal? {
        // A stream that nobody knows is taken for an intrusive one.
        IntrusionAuthority.refusal(for: StreamKind(rawValue: stream) ?? .surveillance, under: authority)
    }

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("source", kind: .intelEntity, orKinds: [.surveilFin], isMovedByRoom: true)
    /// Its fields.
    public static let fields = [
        Field("name", .text), Field("hash", .text, isIndexed: true), Field("size", .number),
        Field("stream", .choice(StreamKind.allCases.map(\.rawValue)), words: "stream"), Field("owner", .text),
        Field("team", .text), Field("leg", .choice(Leg.allCases.map(\.rawValue)), words: "leg", isOptional: true),
        Field("gradeScheme", .choice(Grade.Scheme.allCases.map(\.rawValue)), group: "grade", words: "scheme"),
        Field("gradeSource", .text, group: "grade"), Field("gradeInformation", .text, group: "grade"),
        Field("gradeHandling", .text, group: "grade"), Field("conditions", .longText, group: "grade"),
        Field("authorityReference", .text, group: "authority", isOptional: true),
        Field("authorityBasis", .text, group: "authority", isOptional: true),
        Field(
            "authoritySubject", .choice(IntrusionAuthority.SubjectClass.allCases.map(\.rawValue)), group: "authority",
            words: "subject", isOptional: true), Field("authorityFrom", .moment, group: "authority", isOptional: true),
        Field("authorityUntil", .moment, group: "authority", isOptional: true),
        Field("releasedTo", .list, group: "seen"),
        // Whom somebody does not trust is nobody else's to know.
        Field("hiddenFrom", .list, isInternal: true),
    ]
    static let authorityFields = [
        "authorityReference", "authorityBasis", "authoritySubject", "authorityFrom", "authorityUntil",
    ]
    /// Who answers for what is in the picture.
    static let keepers: Set<FineRole> = [.analyst, .intelOfficer, .investigator, .financialInvestigator]

    /// Its life.
    public static let lifecycle = Lifecycle<SourceRecord>(
        opening: Transition(.stage, to: .staged, by: Set(FineRole.allCases), sets: fields.map(\.name)),
        Transition(.authorise, from: .staged, by: keepers, sets: authorityFields) { permitted },
        Transition(.commit, from: .staged, to: .committed, by: keepers) { permitted },
        Transition(.discard, from: .staged, to: .discarded, by: keepers),
        Transition(.withdraw, from: .committed, to: .withdrawn, by: keepers) {
            Guard("picture.guard.reason-given", "R043") { $0.reason.says }
        },
        Transition(.restore, from: .withdrawn, to: .committed, by: keepers) { permitted },
        Transition(.release, from: .staged, .committed, .withdrawn, by: keepers, as: .share, sets: ["releasedTo"]),
        Transition(.hide, from: .staged, .committed, .withdrawn, by: keepers, sets: ["hiddenFrom"]))

    private static let permitted = Guard<SourceRecord>("picture.guard.authority", "RL-33") { $0.record.refusal == nil }

    /// Telephony, banking and surveillance are more closely held than the rest.
    public var kind: Kind {
        StreamKind(rawValue: stream).map { $0.isIntrusive ? .surveilFin : .intelEntity } ?? .surveilFin
    }

    /// The same that its labels say of its rows. That no authority permits its use yet is not a question of who may see
    /// that it is there: the guard `permitted` keeps it out of the picture.
    public func terms(in state: State, opened: Past) -> Terms {
        let ours: Principal = team.isEmpty ? .organisation(owner) : .team("\(owner)/\(team)")
        return Terms(
            assigned: [ours] + releasedTo.flatMap { [.organisation($0), .unit($0)] }, owners: [ours],
            excluded: hiddenFrom.flatMap { [.account($0), .unit($0), .organisation($0)] }, orderUntil: .max)
    }

    /// The labels of its rows: of those that name persons, and of all others.
    var labels: (plain: Label, identity: Label) {
        let compartment = kind == .surveilFin ? "surveillance" : "intelligence"
        func label(_ compartment: String) -> Label {
            Label(
                compartment: compartment, organisation: owner, team: team, handling: gradeHandling,
                release: Set(releasedTo), excluded: Set(hiddenFrom))
        }
        return (label(compartment), label("\(compartment).identity"))
    }
}
