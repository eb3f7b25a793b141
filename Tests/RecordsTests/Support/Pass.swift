import Access
import Records
import Storage

/// A record that time ends, that depends on another, and whose deadlines depend on its fields.
struct Pass: Record {
    enum State: String, RecordState { case valid, over, used }
    enum Action: String, RecordAction { case give, lapse, use, extend }

    var errand: RecordID
    var until: Int
    var care: String
    var keeper: String
    var doors: [String]

    static let type = RecordType("pass", kind: .intelEntity)
    static let fields = [
        Field("errand", .record("errand")), Field("until", .moment), Field("care", .choice(["high", "low"])),
        Field("keeper", .account), Field("doors", .choices(["front", "back"])),
        Field("errands", .records("errand"), isOptional: true),
    ]
    var errands: [RecordID]?

    struct Facts: Sendable {
        var errand: Errand.State?
        var passes: Int
    }

    private static let lapsing = DeadlineChange.opens(DeadlineRule("pass-ends", .until(field: "until"), "R001"))
    private static let care = DeadlineRule(
        "look-after-pass", .by(field: "care", ["high": 2 * .hours], otherwise: 72 * .hours), owner: "keeper", "R001")

    static let lifecycle = Lifecycle<Pass>(
        opening: Transition(
            .give, to: .valid, by: Errand.workers, sets: fields.map(\.name), deadlines: [lapsing, .opens(care)]
        ) {
            Guard("records.guard.named", "R001", at: "errand") { $0.facts.errand == .running }
            Guard("records.guard.not-for-oneself", "R001") { $0.facts.passes == 0 }
        },
        Transition(
            .extend, from: .valid, by: Errand.workers, sets: ["until"], deadlines: [.cancels("pass-ends"), lapsing]),
        Transition(.use, from: .valid, to: .used, by: Errand.workers, deadlines: [.cancels("pass-ends")]),
        Transition(.lapse, from: .valid, to: .over, whenDue: "pass-ends"))

    static func facts(for id: RecordID, _ pass: Pass, _ connection: any Reading) throws -> Facts {
        Facts(
            errand: try connection.cited(Errand.self, pass.errand)?.state,
            passes: try connection.citing(Pass.self, pass.errand, in: "errand").filter { $0.id != id }.count)
    }

    func terms(in state: State, opened: Past) -> Terms {
        Terms(assigned: [.organisation(opened.organisation)], owners: [.organisation(opened.organisation)])
    }
}
