import Access
import Records

/// A record as rooms will have them: a person at risk stays somewhere. What tells who it is is sealed.
struct Guest: Record {
    enum State: String, RecordState { case expected, staying, gone }
    enum Action: String, RecordAction { case expect, note, entrust, receive, leave }

    var name = ""
    var phone = ""
    var note = ""
    var code: String
    var workers: [String] = []
    var isConsented = false
    var person = ""

    static let type = RecordType("guest", kind: .victimPseudo, compartment: "C-VIC")
    static let fields = [
        Field("name", .text, isSealed: true, isIndexed: true, kind: .victimID),
        Field("phone", .text, isSealed: true, isIndexed: true, kind: .victimID),
        Field("note", .longText, isSealed: true), Field("code", .text, isIndexed: true), Field("workers", .list),
        Field("isConsented", .flag), Field("person", .account),
    ]
    static let keepers: Set<FineRole> = [.ngoCaseworker, .ngoManager]
    static let lifecycle = Lifecycle<Guest>(
        opening: Transition(
            .expect, to: .expected, by: keepers, sets: fields.map(\.name),
            deadlines: [.opens(DeadlineRule("receive-guest", lasts: 10 * .days, "R009"))]),
        Transition(
            .note, from: .expected, .staying, by: keepers, sets: ["name", "phone", "note"], isUndoable: true),
        Transition(.entrust, from: .expected, .staying, by: keepers, sets: ["workers", "isConsented"]),
        Transition(.receive, from: .expected, to: .staying, by: keepers, deadlines: [.meets("receive-guest")]) {
            Guard("records.guard.not-for-oneself", "RL-12") { !$0.viewerDid(.expect) }
        },
        Transition(.leave, from: .staying, to: .gone, by: keepers))

    func terms(in state: State, opened: Past) -> Terms {
        Terms(
            assigned: [.account(opened.account)] + workers.map(Principal.account),
            owners: [.organisation(opened.organisation)] + (person.isEmpty ? [] : [.account(person)]),
            consent: isConsented ? .valid : .none)
    }
}
