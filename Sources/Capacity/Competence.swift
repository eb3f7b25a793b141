import Access
public import Records
import Words

/// That somebody has passed a course that their role needs, and until when it holds (SM15, R105, RL-13).
public struct Competence: Record {
    /// The states of its life.
    public enum State: String, RecordState {
        case required, enrolled, attended, valid, failed, expired, revoked
    }
    /// What may be done with it.
    public enum Action: String, RecordAction { case require, enrol, attend, pass, fail, retry, expire, revoke }

    /// Whose it is: an account.
    public var account: String
    /// The course, as the curriculum names it: `EVD-1` is the collecting of evidence.
    public var course: String
    var provider: String
    /// `police`, `labour`, `prosecution`, `court`, `care` or `interpreting` (R049).
    public var sector: String
    var attendedOn: Int
    /// The first moment at which it holds, in milliseconds since 1970 UTC.
    public var validFrom: Int
    /// When it ends; 0 for never.
    public var validUntil: Int

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("competence", kind: .competence, compartment: "C-HR")

    /// Its fields.
    public static let fields = [
        Field("account", .account, isIndexed: true), Field("course", .text, isIndexed: true), Field("provider", .text),
        Field("sector", .choice(["police", "labour", "prosecution", "court", "care", "interpreting"])),
        Field("attendedOn", .moment, group: "result"), Field("validFrom", .moment, group: "result"),
        Field("validUntil", .moment, group: "result"),
    ]

    private static let trainers: Set<FineRole> = [.trainingOfficer]

    /// Its life.
    public static let lifecycle = Lifecycle<Competence>(
        opening: Transition(
            .require, to: .required, by: trainers, sets: ["account", "course", "provider", "sector"],
            deadlines: [.opens(DeadlineRule("enrol", lasts: 90 * .days, "R105"))]
        ) {
            Guard("capacity.guard.who-and-what", "R105", at: "course") {
                $0.record.account.says && $0.record.course.says
            }
            Guard("capacity.guard.sector", "R049", at: "sector") { $0.record.sector.says }
        },
        Transition(
            .enrol, from: .required, to: .enrolled, by: trainers, sets: ["provider"], deadlines: [.meets("enrol")]),
        Transition(.attend, from: .enrolled, to: .attended, by: trainers, sets: ["attendedOn"]) {
            Guard("capacity.guard.attended-when", "R105", at: "attendedOn") {
                (1...$0.now).contains($0.record.attendedOn)
            }
        },
        Transition(
            .pass, from: .attended, to: .valid, by: trainers, sets: ["validFrom", "validUntil"],
            deadlines: [.opens(DeadlineRule("competence-ends", .until(field: "validUntil"), amber: 90, "RL-13"))]
        ) {
            notOneself
            Guard("capacity.guard.validity", "RL-13", at: "validUntil") { seen in
                seen.record.validFrom > 0
                    && (seen.record.validUntil == 0 || seen.record.validFrom < seen.record.validUntil)
            }
        },
        Transition(.fail, from: .attended, to: .failed, by: trainers, needsReason: true) { notOneself },
        Transition(.retry, from: .failed, .expired, to: .enrolled, by: trainers),
        Transition(.expire, from: .valid, to: .expired, whenDue: "competence-ends"),
        Transition(
            .revoke, from: .valid, to: .revoked, by: trainers, deadlines: [.cancels("competence-ends")],
            needsReason: true))

    // Nobody says of themselves that they have passed (RL-12).
    private static let notOneself = Guard<Competence>("capacity.guard.not-oneself", "RL-12") {
        $0.record.account != $0.viewer.standing.account
    }

    /// Whether it held at a moment: what runs out later held then (RL-13).
    public func held(at moment: Int, in state: State) -> Bool {
        state == .valid && validFrom <= moment && (validUntil == 0 || moment < validUntil)
            || state == .expired && validFrom <= moment && moment < validUntil
    }

    /// It is the person's; their trainers work on it, and who plans for their organisation reads it.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(assigned: [.organisation(opened.organisation)], owners: [.account(account)])
    }
}
