import Access
import Records
import Storage

/// A record as rooms will have them, for the tests of the desk: a person at risk stays somewhere for a while. The name is
/// sealed and held more closely than the rest.
struct Stay: Record {
    enum State: String, RecordState { case planned, running, over }
    enum Action: String, RecordAction { case plan, note, begin, entrust, end }

    var name = ""
    var code: String
    var remark = ""
    var caseworkers: [String] = []
    var isConsented = false

    static let type = RecordType("stay", kind: .victimPseudo, compartment: "C-VIC")
    static let fields = [
        Field("name", .text, isSealed: true, isIndexed: true, kind: .victimID), Field("code", .text, isIndexed: true),
        Field("remark", .longText, isSealed: true), Field("caseworkers", .list), Field("isConsented", .flag),
    ]
    static let workers: Set<FineRole> = [.ngoCaseworker, .ngoManager]
    static let lifecycle = Lifecycle<Stay>(
        opening: Transition(
            .plan, to: .planned, by: workers, sets: fields.map(\.name),
            deadlines: [.opens(DeadlineRule("begin-stay", lasts: 10 * .days, "R009"))]
        ) {
            Guard("records.guard.named", "R001") { !$0.record.code.isEmpty }
        },
        Transition(.note, from: .planned, .running, by: workers, sets: ["remark", "code"], isUndoable: true),
        Transition(.entrust, from: .planned, .running, by: workers, sets: ["caseworkers", "isConsented"]),
        Transition(.begin, from: .planned, to: .running, by: workers, deadlines: [.meets("begin-stay")]) {
            Guard("records.guard.not-for-oneself", "RL-12") { !$0.viewerDid(.plan) }
        },
        Transition(.end, from: .running, to: .over, by: workers))

    func terms(in state: State, opened: Past) -> Terms {
        Terms(
            assigned: [.account(opened.account)] + caseworkers.map(Principal.account),
            owners: [.organisation(opened.organisation)], consent: isConsented ? .valid : .none)
    }
}

extension Viewer {
    /// Somebody of an organisation in a role, as the directory would make them.
    static func of(_ organisation: String, _ role: FineRole, _ account: String, unit: String = "") -> Viewer {
        Viewer(
            name: account, standing: Standing(account: account, role: role, organisation: organisation, unit: unit),
            labels: [])
    }

    static let anan = of("Baan Mai", .ngoCaseworker, "anan")
    static let busaba = of("Baan Mai", .ngoManager, "busaba")
    static let chai = of("Unit 4", .investigator, "chai")
    static let administrator = of("Baan Mai", .sysadmin, "dao")
}
