import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite("Records as pages")
struct RecordPageTests {
    static let written = [
        ("title", "Count <the> boats"), ("remark", "at the pier"), ("count", "3"), ("day", "2026-06-01"),
        ("sort", "small"), ("helpers", "Dao\nNoi"), ("owner", "ann"), ("(key)", "k1"), ("(reason)", "asked for"),
    ]

    private func seen(_ response: TestResponse) -> String { Samples.visible(Markup(stringLiteral: response.text)) }

    @Test("a form opens a record once, however often it is sent, and its page shows it in words")
    func opens() async throws {
        try await RecordWorld.run { (world) async throws in
            try await world.speaking(as: "ann") { (ann) async throws in
                let form = try await ann.get("/records/chore/new")
                #expect(form.status == .ok && form.text.contains("name=\"helpers\""))
                let opened = try await ann.form("/records/chore/new", Self.written)
                let path = try #require(opened.headers[.location])
                #expect(opened.status == .seeOther)
                #expect(try await ann.form("/records/chore/new", Self.written).headers[.location] == path)
                let page = try await ann.get(path)
                #expect(page.text.contains("Count &lt;the&gt; boats"))
                let text = seen(page)
                #expect(text.contains("Dao, Noi") && text.contains("1 Jun 2026") && text.contains("Ann"))
                #expect(text.contains("this is in the way") && text.contains("RL-12"))
                let story = seen(try await ann.get(path + "/history"))
                #expect(story.contains("Ann (Unit 4)") && story.contains("Because: asked for"))
                #expect(seen(try await ann.get(path + "/readers")).contains("read it"))
                #expect(seen(try await ann.get("/records/chore")).contains("Count &lt;the&gt; boats"))
            }
        }
    }

    @Test("what does not fit is said beside its field, and nothing that was written is lost")
    func validates() async throws {
        try await RecordWorld.run { (world) async throws in
            try await world.speaking(as: "ann") { (ann) async throws in
                var wrong = Self.written
                wrong[2] = ("count", "many")
                let back = try await ann.form("/records/chore/new", wrong)
                #expect(back.status == .unprocessableContent)
                #expect(back.text.contains("aria-invalid=\"true\"") && back.text.contains("value=\"many\""))
                #expect(back.text.contains("Count &lt;the&gt; boats") && back.text.contains("at the pier"))
                var empty = Self.written
                empty[0] = ("title", "")
                let refused = try await ann.form("/records/chore/new", empty)
                #expect(refused.status == .unprocessableContent && refused.text.contains("role=\"alert\""))
            }
        }
    }

    @Test("an action form sends only what was changed; undo and conflicts are one press away")
    func acts() async throws {
        try await RecordWorld.run { (world) async throws in
            nonisolated(unsafe) var path = ""
            try await world.speaking(as: "ann") { (ann) async throws in
                path = try #require(try await ann.form("/records/chore/new", Self.written).headers[.location])
                let form = try await ann.get(path + "/note")
                #expect(form.text.contains("name=\"(base)\" value=\"1\"") && form.text.contains("at the pier"))
                let fields = [("(base)", "1"), ("(key)", "k2"), ("remark", "at dawn"), ("count", "3")]
                #expect(try await ann.form(path + "/note", fields).headers[.location] == path)
                #expect(seen(try await ann.get(path)).contains("Take back what you did last"))
                let story = seen(try await ann.get(path + "/history"))
                #expect(story.contains("at the pier → at dawn") && !story.contains("3 → 3"))
            }
            let chore = path
            try await world.speaking(as: "ben") { (ben) async throws in
                let met = try await ben.form(chore + "/note", [("(base)", "1"), ("remark", "at dusk"), ("count", "3")])
                #expect(met.headers[.location]?.hasPrefix("/conflicts/") == true)
                #expect(try await ben.form(chore + "/undo", [("reason", "x")]).status == .conflict)
                #expect(try await ben.form(chore + "/finish", [("(reason)", "over")]).status == .seeOther)
                #expect(seen(try await ben.get(chore)).contains("nothing that you could do"))
            }
        }
    }

    @Test("what needs two approvals says so, and leads to the approvals")
    func asks() async throws {
        try await RecordWorld.run { (world) async throws in
            try await world.speaking(as: "eve") { (eve) async throws in
                let form = seen(try await eve.get("/records/unit/new"))
                #expect(form.contains("Ask for two approvals"))
                let asked = try await eve.form(
                    "/records/unit/new",
                    [("name", "South"), ("organisation", "Unit 4"), ("head", ""), ("(reason)", "it grows")])
                #expect(asked.headers[.location] == "/approvals")
                #expect(seen(try await eve.get("/approvals")).contains("waits for approvals"))
            }
            try await world.speaking(as: "hin") { (hin) async throws in
                let board = try await hin.get("/board")
                #expect(seen(board).contains("it grows") && board.text.contains("/approve\""))
                #expect(seen(try await hin.get("/")).contains("1 approval waits"))
            }
        }
    }

    @Test("RL-34: an emergency opening tells oversight, who review it on their board")
    func emergencies() async throws {
        try await RecordWorld.run { (world) async throws in
            try await world.speaking(as: "ann") { (ann) async throws in
                let refused = try await ann.form(
                    "/break-glass", [("type", "chore"), ("record", "x"), ("reason", "danger")])
                #expect(refused.status == .notFound)
                #expect(seen(try await ann.get("/break-glass")).contains("for four hours"))
                let none = try await ann.form("/break-glass", [("type", "chore"), ("record", "x"), ("reason", " ")])
                #expect(none.status == .unprocessableContent)
            }
            try await world.speaking(as: "gus") { (gus) async throws in
                #expect(try await gus.get("/board").status == .ok)
            }
        }
    }
}
