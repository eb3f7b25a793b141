import Foundation
import Monitoring
import Testing

@Suite("Debrief on brokers")
struct BrokerDebriefTests {
    @Test("R074: the form has no place for who told it")
    func keys() throws {
        let debrief = BrokerDebrief(
            broker: "Uncle", promises: "kitchen work", route: ["a", "b"], transport: "van", money: "debt",
            months: "May",
            accounts: 2)
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(debrief))
        let keys = try #require(object as? [String: Any]).keys.sorted()
        #expect(keys == ["accounts", "broker", "money", "months", "promises", "route", "transport"])
    }
}
