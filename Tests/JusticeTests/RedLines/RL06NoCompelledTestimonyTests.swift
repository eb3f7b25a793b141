import Justice
import Testing

@Suite("RL-06: no compelled testimony")
struct RL06NoCompelledTestimonyTests {
    @Test("RL-06, R176: the list that leaves omits every person at risk without standing consent")
    func list() {
        typealias Witness = WitnessList.Witness
        let witnesses = [
            Witness("officer", isPersonAtRisk: false), Witness("p1", isPersonAtRisk: true),
            Witness("p2", isPersonAtRisk: true, consentUntil: 10),
            Witness("p3", isPersonAtRisk: true, consentUntil: 11),
        ]
        #expect(WitnessList.exported(witnesses, now: 10).map(\.id) == ["officer", "p3"])
        #expect(WitnessList.exported(witnesses, now: 9).map(\.id) == ["officer", "p2", "p3"])
    }
}
