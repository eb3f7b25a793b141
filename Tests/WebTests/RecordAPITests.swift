import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite("Records over the API")
struct RecordAPITests {
    static let chore = """
        {"edits":{"title":"Count the boats","remark":"at the pier","isUrgent":false,"count":3,"day":0,"sort":"small",\
        "helpers":["Dao"],"owner":"ann"},"reason":"asked for"}
        """

    @Test("a record is opened, read, changed, told and undone; the same key does a thing once")
    func life() async throws {
        try await RecordWorld.run { (world) async throws in
            try await world.speaking(as: "ann") { (ann) async throws in
                let opened = try await ann.json("/api/records/chore", Self.chore, key: "k1")
                #expect(opened.status == .created, "\(opened.text)")
                let id = try #require(try opened.object()["id"] as? String)
                #expect(opened.headers[.location] == "/api/records/chore/\(id)")
                #expect(try await ann.json("/api/records/chore", Self.chore, key: "k1").object()["id"] as? String == id)
                let other = try await ann.json("/api/records/chore", #"{"edits":{"title":"else"}}"#, key: "k1")
                #expect(other.status == .unprocessableContent)
                let read = try await ann.get("/api/records/chore/\(id)").object()
                #expect((read["fields"] as? [String: Any])?["count"] as? Int == 3)
                let noted = try await ann.json("/api/records/chore/\(id)/note", #"{"edits":{"count":4},"base":1}"#)
                #expect(noted.status == .ok)
                #expect(try noted.object()["version"] as? Int == 2)
                let story = try await ann.get("/api/records/chore/\(id)/history").list()
                #expect(story.map { $0["action"] as? String } == ["plan", "note"])
                #expect(story.first?["name"] as? String == "Ann")
                #expect(try await ann.json("/api/records/chore/\(id)/undo", "{}").object()["version"] as? Int == 3)
                #expect(try await ann.json("/api/records/chore/\(id)/undo", "{}").status == .conflict)
                let readers = try await ann.get("/api/records/chore/\(id)/readers").list()
                #expect(readers.count == 1 && readers[0]["account"] as? String == "ann")
                let listed = try await ann.get("/api/records/chore?state=waiting&field=title&value=count%20the%20BOATS")
                #expect(try listed.object()["total"] as? Int == 1)
                #expect(try await ann.get("/api/records/chore?state=nonsense").status == .unprocessableContent)
            }
        }
    }

    @Test("a refusal names guard, requirement and field; what may not be seen is answered like what is not there")
    func refusals() async throws {
        try await RecordWorld.run { (world) async throws in
            nonisolated(unsafe) var id = ""
            try await world.speaking(as: "ann") { (ann) async throws in
                id = try #require(try await ann.json("/api/records/chore", Self.chore).object()["id"] as? String)
                let refused = try await ann.json("/api/records/chore/\(id)/finish", #"{"reason":"over"}"#)
                #expect(refused.status == .unprocessableContent)
                #expect(try refused.object()["guard"] as? String == "records.guard.not-for-oneself")
                #expect(try refused.object()["requirement"] as? String == "RL-12")
                let wrong = try await ann.json("/api/records/chore/\(id)/note", #"{"edits":{"count":"many"}}"#)
                #expect(wrong.status == .unprocessableContent)
                #expect(try wrong.object()["field"] as? String == "count")
                let title = try await ann.json("/api/records/chore/\(id)/note", #"{"edits":{"title":"x"}}"#)
                #expect(try title.object()["field"] as? String == "title")
                #expect(try await ann.json("/api/records/chore/\(id)/note", "nonsense").status == .badRequest)
            }
            let theirs = id
            try await world.speaking(as: "ben") { (ben) async throws in
                let silent = try await ben.json("/api/records/chore/\(theirs)/finish", "{}")
                #expect(try silent.object()["key"] as? String == "records.reason-needed")
                #expect(try await ben.json("/api/records/chore/\(theirs)/finish", #"{"reason":"over"}"#).status == .ok)
                #expect(try await ben.json("/api/records/chore/\(theirs)/note", "{}").status == .conflict)
            }
            try await world.speaking(as: "cas") { (cas) async throws in
                for path in ["/api/records/chore/\(theirs)", "/records/chore/\(theirs)"] {
                    let hidden = try await cas.get(path)
                    let absent = try await cas.get(path.replacing(theirs, with: "nosuchrecord"))
                    #expect(hidden.status == .notFound)
                    #expect(hidden.body == absent.body && hidden.headers == absent.headers)
                }
                for action in ["note", "finish", "undo", "nosuchaction"] {
                    let hidden = try await cas.json("/api/records/chore/\(theirs)/\(action)", "{}")
                    let absent = try await cas.json("/api/records/chore/nosuchrecord/\(action)", "{}")
                    #expect(hidden.status == .notFound && hidden.body == absent.body, "\(action)")
                }
                #expect(try await cas.get("/api/records/chore").object()["total"] as? Int == 0)
            }
        }
    }

    @Test("two wishes for one field become a conflict, whose parties see both and settle it")
    func conflicts() async throws {
        try await RecordWorld.run { (world) async throws in
            nonisolated(unsafe) var (id, conflict) = ("", "")
            try await world.speaking(as: "ann") { (ann) async throws in
                id = try #require(try await ann.json("/api/records/chore", Self.chore).object()["id"] as? String)
                let noted = try await ann.json(
                    "/api/records/chore/\(id)/note", #"{"edits":{"remark":"at dawn"},"base":1}"#)
                #expect(noted.status == .ok)
            }
            let chore = id
            try await world.speaking(as: "ben") { (ben) async throws in
                let met = try await ben.json(
                    "/api/records/chore/\(chore)/note", #"{"edits":{"remark":"at dusk"},"base":1}"#)
                #expect(met.status == .conflict)
                conflict = try #require(try met.object()["conflict"] as? String)
                let seen = try await ben.get("/api/conflicts/\(conflict)").object()
                #expect((seen["wish"] as? [String: Any])?["remark"] as? String == "at dusk")
                let page = Samples.visible(Markup(stringLiteral: try await ben.get("/conflicts/\(conflict)").text))
                #expect(page.contains("at dawn") && page.contains("at dusk"))
                #expect(page.contains("Keep what stands") && page.contains("Take the other wish"))
            }
            let raised = conflict
            try await world.speaking(as: "cas") { (cas) async throws in
                #expect(try await cas.get("/api/conflicts/\(raised)").status == .notFound)
            }
            try await world.speaking(as: "ann") { (ann) async throws in
                let notices = try await ann.get("/api/notices").list()
                #expect(notices.map { $0["record"] as? String } == [raised])
                let settled = try await ann.json(
                    "/api/conflicts/\(raised)/settle", #"{"taking":true,"reason":"Ben was there"}"#)
                #expect(try settled.object()["state"] as? String == "settled", "\(settled.text)")
                let now = try await ann.get("/api/records/chore/\(chore)").object()
                #expect((now["fields"] as? [String: Any])?["remark"] as? String == "at dusk")
                let away = try #require(notices.first?["id"] as? String)
                #expect(try await ann.json("/api/notices/\(away)/put-away", "").list().isEmpty)
                #expect(try await ann.json("/api/notices/\(away)x/put-away", "").status == .notFound)
            }
        }
    }

    /// Sends something twice under one key, and something else under it.
    private static func twice(_ browser: Browser, _ path: String, _ body: String, other: (String, String)) async throws
        -> [String: Any]
    {
        let first = try await browser.json(path, body, key: "a key")
        #expect(first.status.code / 100 == 2, "\(path): \(first.text)")
        let again = try await browser.json(path, body, key: "a key")
        #expect(again.status == first.status && again.body == first.body, "\(path): \(again.text)")
        let reused = try await browser.json(other.0, other.1, key: "a key")
        #expect(reused.status == .unprocessableContent, "\(other.0): \(reused.text)")
        #expect(try reused.object()["key"] as? String == "records.key-reused", "\(reused.text)")
        return (try? first.object()) ?? [:]
    }

    @Test("what waits for several people is done once under a key: asked, approved, carried out, put away, settled")
    func keys() async throws {
        try await RecordWorld.run { (world) async throws in
            nonisolated(unsafe) var (asked, chore, conflict) = ("", "", "")
            func wish(_ name: String) -> String {
                #"{"type":"unit","action":"found","reason":"it grows","edits":"#
                    + #"{"name":"\#(name)","organisation":"Unit 4","head":""}}"#
            }
            let (south, west) = (wish("South"), wish("West"))
            try await world.speaking(as: "eve") { (eve) async throws in
                let made = try await Self.twice(eve, "/api/approvals", south, other: ("/api/approvals", west))
                asked = try #require(made["id"] as? String)
                #expect(try await eve.get("/api/approvals").list().count == 1)
                _ = try await eve.json("/api/approvals", west)
            }
            let first = asked
            for name in ["hin", "fay"] {
                try await world.speaking(as: name) { (other) async throws in
                    let ids = try await other.get("/api/approvals").list().compactMap { $0["id"] as? String }
                    let second = try #require(ids.first { $0 != first })
                    _ = try await Self.twice(
                        other, "/api/approvals/\(first)/approve", "{}",
                        other: ("/api/approvals/\(second)/approve", "{}"))
                    _ = try await other.json("/api/approvals/\(second)/approve", "{}")
                }
            }
            try await world.speaking(as: "eve") { (eve) async throws in
                let ids = try await eve.get("/api/approvals").list().compactMap { $0["id"] as? String }
                let second = try #require(ids.first { $0 != first })
                let browser = Browser(client: eve.client, name: "eve", daybreak: eve.daybreak)
                let done = try await browser.json("/api/approvals/\(first)/carry-out", "{}", key: "do")
                #expect(done.status == .ok, "\(done.text)")
                #expect(try await eve.json("/api/approvals/\(first)/carry-out", "{}", key: "do").body == done.body)
                let reused = try await eve.json("/api/approvals/\(second)/carry-out", "{}", key: "do")
                #expect(try reused.object()["key"] as? String == "records.key-reused", "\(reused.text)")
                #expect(try await eve.json("/api/approvals/\(first)/carry-out", "{}").status == .notFound)
            }
            try await world.speaking(as: "ann") { (ann) async throws in
                chore = try #require(try await ann.json("/api/records/chore", Self.chore).object()["id"] as? String)
                _ = try await ann.json("/api/records/chore/\(chore)/note", #"{"edits":{"remark":"at dawn"},"base":1}"#)
            }
            let id = chore
            try await world.speaking(as: "ben") { (ben) async throws in
                let met = try await ben.json(
                    "/api/records/chore/\(id)/note", #"{"edits":{"remark":"at dusk"},"base":1}"#)
                conflict = try #require(try met.object()["conflict"] as? String)
            }
            let raised = conflict
            try await world.speaking(as: "ann") { (ann) async throws in
                let path = "/api/conflicts/\(raised)/settle"
                let settled = try await Self.twice(
                    ann, path, #"{"taking":true,"reason":"Ben was there"}"#,
                    other: (path, #"{"taking":false,"reason":"Ben was there"}"#))
                #expect(settled["state"] as? String == "settled")
                #expect(try await ann.get("/api/records/chore/\(id)").object()["version"] as? Int == 3)
                let notice = try #require(try await ann.get("/api/notices").list().first?["id"] as? String)
                for _ in 0..<2 {
                    #expect(try await ann.json("/api/notices/\(notice)/put-away", "", key: "n").list().isEmpty)
                }
            }
        }
    }

    @Test("F13: what needs two approvals is asked for, approved by two organisations, and then done by the asker")
    func approvals() async throws {
        try await RecordWorld.run { (world) async throws in
            nonisolated(unsafe) var request = ""
            let unit = #"{"name":"South","organisation":"Unit 4","head":""}"#
            try await world.speaking(as: "eve") { (eve) async throws in
                #expect(try await eve.json("/api/records/unit", #"{"edits":\#(unit)}"#).status == .forbidden)
                let asked = try await eve.json(
                    "/api/approvals", #"{"type":"unit","action":"found","reason":"it grows","edits":\#(unit)}"#)
                #expect(asked.status == .created, "\(asked.text)")
                request = try #require(try asked.object()["id"] as? String)
                #expect(try await eve.json("/api/approvals/\(request)/approve", "{}").status == .notFound)
            }
            let asked = request
            for name in ["hin", "fay"] {
                try await world.speaking(as: name) { (other) async throws in
                    #expect(try await other.get("/api/approvals").list().count == 1)
                    #expect(try await other.json("/api/approvals/\(asked)/approve", "{}").status == .ok)
                    #expect(try await other.json("/api/approvals/\(asked)/approve", "{}").status == .forbidden)
                }
            }
            try await world.speaking(as: "eve") { (eve) async throws in
                #expect(try await eve.get("/api/approvals").list().first?["isApproved"] as? Bool == true)
                let done = try await eve.json("/api/approvals/\(asked)/carry-out", "{}")
                #expect(try done.object()["state"] as? String == "active", "\(done.text)")
            }
        }
    }

    @Test("what is due stands on the board of whose it is, amber and red in time")
    func due() async throws {
        try await RecordWorld.run { (world) async throws in
            try await world.speaking(as: "ann") { (ann) async throws in
                let id = try #require(try await ann.json("/api/records/chore", Self.chore).object()["id"] as? String)
                func level() async throws -> String? {
                    try await ann.get("/api/due").list().first?["level"] as? String
                }
                #expect(try await level() == "green")
                world.clock.pass(20 * 3_600_000)
                #expect(try await level() == "amber")
                #expect(Samples.visible(Markup(stringLiteral: try await ann.get("/board").text)).contains("soon"))
                world.clock.pass(5 * 3_600_000)
                #expect(try await level() == "red")
                #expect(try await ann.get("/api/notices").list().first?["record"] as? String == id)
                #expect(try await ann.get("/api/due?scope=unit").list().count == 1)
            }
            try await world.speaking(as: "cas") { (cas) async throws in
                #expect(try await cas.get("/api/due?scope=organisation").list().isEmpty)
            }
        }
    }
}
