import Access
import Records

/// A record without sealed fields, with everything else that a declaration can have: it makes random walks lively.
struct Errand: Record {
    enum State: String, RecordState { case asked, running, done, dropped }
    enum Action: String, RecordAction { case ask, note, begin, pause, finish, drop }

    var title: String
    var remark: String
    var helpers: [String]
    var isUrgent: Bool

    static let type = RecordType("errand", kind: .intelEntity)
    static let fields = [
        Field("title", .text, isIndexed: true), Field("remark", .longText), Field("helpers", .list),
        Field("isUrgent", .flag),
    ]
    static let workers: Set<FineRole> = [.intelOfficer, .analyst, .investigator]
    static let lifecycle = Lifecycle<Errand>(
        opening: Transition(
            .ask, to: .asked, by: workers, sets: fields.map(\.name),
            deadlines: [.opens(DeadlineRule("begin-errand", lasts: 2 * .days, "R001"))]
        ) {
            Guard("records.guard.named", "R001") { $0.record.title.contains { !$0.isWhitespace } }
        },
        Transition(.note, from: .asked, .running, by: workers, sets: ["remark", "helpers", "title"], isUndoable: true),
        Transition(
            .begin, from: .asked, to: .running, by: workers, sets: ["remark"],
            deadlines: [
                .meets("begin-errand"), .opens(DeadlineRule("finish-errand", lasts: 5 * .days, amber: 50, "R001")),
            ], isUndoable: true
        ) {
            Guard("records.guard.not-for-oneself", "RL-12") { !$0.record.isUrgent || !$0.viewerDid(.ask) }
        },
        Transition(
            .pause, from: .running, to: .asked, by: workers,
            deadlines: [
                .cancels("finish-errand"), .opens(DeadlineRule("begin-errand", lasts: 2 * .days, "R001")),
            ], isUndoable: true),
        Transition(.finish, from: .running, to: .done, by: workers, deadlines: [.meets("finish-errand")]),
        Transition(
            .drop, from: .asked, .running, to: .dropped, by: workers,
            deadlines: [.cancels("begin-errand"), .cancels("finish-errand")], needsReason: true))

    func terms(in state: State, opened: Past) -> Terms {
        Terms(
            assigned: [.account(opened.account)] + helpers.map { Principal.account($0) },
            owners: [.organisation(opened.organisation)])
    }
}
