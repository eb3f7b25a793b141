import Formats
import Testing

@testable import CLI

@Suite struct StopTests {
    @Test("a number is put on the stop-list, is listed, and is taken off again")
    func stop() async throws {
        let terminal = try Terminal()
        #expect(await terminal("stop", "add", "phone", "+66 2 555 0199", "--because", "taxi rank").ending == .done)
        let listed = try await terminal("stop", "list", "--json").json()["stopped"].array ?? []
        #expect(listed.contains { $0["value"].text == "6625550199" && $0["reason"].text == "taxi rank" })
        #expect(await terminal("stop", "remove", "phone", "+6625550199", "--because", "gone").ending == .done)
        let left = try await terminal("stop", "list", "--json").json()["stopped"].array ?? []
        #expect(left.count == listed.count - 1)
        #expect(await terminal("stop", "add", "person", "Ann", "--because", "x").ending == .usage)
    }
}
