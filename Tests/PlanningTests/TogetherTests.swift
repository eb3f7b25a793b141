import Foundation
import Planning
import Testing
import Values

@Suite("Who works together, and where")
struct TogetherTests {
    @Test("R113: a card shows its holder's tasks, and nobody else but the leader")
    func cards() throws {
        var plan = try Plans.good()
        plan.members.append(
            OperationPlan.Member("e", .entryTeam, team: .scene, tasks: ["hold the back door"]))
        for member in plan.members {
            let card = try #require(plan.card(for: member.id))
            let text = String(decoding: try JSONEncoder().encode(card), as: UTF8.self)
            for other in plan.members where other.id != member.id {
                for task in other.tasks where !member.tasks.contains(task) { #expect(!text.contains(task)) }
            }
            #expect(card.tasks == member.tasks && card.leader == (member.id == "e" ? "a" : nil))
        }
        #expect(plan.card(for: "stranger") == nil)
    }

    @Test(
        "R093, R090: law enforcement or labour leads; an agreement, and tasks for an NGO",
        arguments: JointWork.Body.allCases)
    func joint(_ lead: JointWork.Body) {
        let canLead = lead == .lawEnforcement || lead == .labour
        #expect(JointWork(lead: lead, partners: [], hasAgreement: false).refusals.rules == (canLead ? [] : ["R093"]))
        let work = JointWork(lead: .labour, partners: [.ngo], hasAgreement: false)
        #expect(work.refusals.rules == ["R093", "R090"])
        #expect(JointWork(lead: .labour, partners: [.ngo], hasAgreement: true, ngoTasks: ["interpret"]).refusals == [])
    }

    @Test("R011, R187: what is low, unknown, unsourced or old is told to planning")
    func country() throws {
        let today = try #require(Day("2026-06-01"))
        typealias Rating = CountryPicture.Rating
        var picture = CountryPicture(
            Dictionary(
                uniqueKeysWithValues: CountryPicture.Scale.allCases.map { ($0, Rating(3, on: today, source: "s")) }))
        #expect(picture.cautions(today: today.adding(months: 12)) == [])
        #expect(picture.cautions(today: today.adding(months: 12).adding(days: 1)).count == 8)
        picture.ratings[.witnessProtection] = Rating(1, on: today, source: "s")
        picture.ratings[.shelterPlaces] = Rating(4, on: today, source: "")
        picture.ratings[.politicalWill] = nil
        #expect(picture.cautions(today: today).rules == ["R011", "R187", "R011"])
    }

    @Test("R079: what each option takes stands beside the others")
    func resources() {
        let option = OptionAssessment(
            "TAX", reason: "slow", effect: 2, staffHours: 40, cost: Amount(500, "USD"), workDays: 30)
        #expect(option.staffHours == 40 && option.cost == Amount(500, "USD") && option.workDays == 30)
    }
}
