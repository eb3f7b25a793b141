import Planning
import Testing
import Values

@Suite("RL-08: closed scene")
struct RL08ClosedSceneTests {
    @Test(
        "RL-08, R120: media, NGO, immigration officer, observer: never, in no law, called or not",
        arguments: [SceneRoster.Capacity.media, .ngo, .immigrationOfficer, .observer, .official])
    func never(_ capacity: SceneRoster.Capacity) throws {
        for law in try Jurisdiction.shipped().values {
            for called in [true, false] {
                let refusal = SceneRoster.refusal(capacity, in: law, isCalledByCommander: called)
                #expect(refusal?.rule == "RL-08")
            }
        }
        var plan = try Plans.good()
        plan.members.append(
            OperationPlan.Member("x", capacity, team: .scene, tasks: ["watch"], isCalledByCommander: true))
        #expect(try Plans.shortcomings(plan).rules == ["RL-08"])
    }

    @Test("RL-08: no profile can name one of them as a guest")
    func noProfile() {
        for capacity in [SceneRoster.Capacity.media, .ngo, .immigrationOfficer, .observer, .official, .serviceProvider]
        {
            #expect(Jurisdiction.SceneGuest(rawValue: capacity.rawValue) == nil)
        }
    }

    /// R119, R140: who may be there: with a mandate always; others when the law has them and, for two, the commander calls.
    static let table: [(SceneRoster.Capacity, law: String, called: Bool, admitted: Bool)] = [
        (.entryTeam, "strict", false, true), (.evidenceTech, "strict", false, true),
        (.prosecutor, "example-civil", false, true), (.prosecutor, "example-common", true, false),
        (.prosecutor, "strict", true, false), (.interpreter, "strict", true, true),
        (.interpreter, "strict", false, false), (.medic, "example-civil", true, true),
        (.medic, "example-civil", false, false), (.labourInspector, "example-common", false, true),
        (.labourInspector, "strict", true, false), (.victimLiaison, "example-civil", true, false),
        (.serviceProvider, "example-civil", true, false),
    ]

    @Test("R118, R119, R140: who may be at the scene", arguments: table.indices)
    func eligibility(_ row: Int) throws {
        let (capacity, name, called, admitted) = Self.table[row]
        let refusal = SceneRoster.refusal(capacity, in: try Plans.law(name), isCalledByCommander: called)
        #expect((refusal == nil) == admitted)
    }
}
