import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite("From a file to the picture, and out again")
struct IntakeTests {
    @Test("upload, look, commit, search, entity, source line: the whole way in the browser's steps")
    func wholeWay() async throws {
        try await TestWorld.run { (world) async throws in
            let staged = try await world.follow(world.upload(TestWorld.calls, fields: TestWorld.permitted))
            #expect(staged.page.status == .ok)
            #expect(staged.page.text.contains("Commit 3 rows"))
            #expect(staged.page.text.contains("1 row was refused"))
            #expect(try await world.get("/api/search?q=349").text.contains("\"total\":0"))

            let committed = try await world.follow(world.post(staged.path + "/commit"))
            #expect(committed.path.hasPrefix("/source/"))
            #expect(committed.page.text.contains("3 of 4 taken in, 1 refused"))

            let id = try #require(try await world.find("349"))
            let entity = try await world.get("/entity/\(id)")
            #expect(entity.status == .ok)
            #expect(entity.text.contains("2 events"))
            let link = try #require(entity.text.firstMatch(of: /href="(\/source\/[^"]+line=\d+)"/))
            let source = try await world.get(String(link.1))
            #expect(source.text.contains("id=\"line\""))
            #expect(try await world.get("/network?seed=\(id)").text.contains("<svg class=\"network\""))
            #expect(try FileManager.default.contentsOfDirectory(atPath: world.uploads).isEmpty)
        }
    }

    @Test("RL-33, R065: telephony without an authority is kept unusable, says why, and is mended by recording one")
    func unusable() async throws {
        try await TestWorld.run { (world) async throws in
            var fields = TestWorld.permitted
            for name in ["reference", "basis", "subject", "from", "until"] { fields[name] = nil }
            let staged = try await world.follow(world.upload(TestWorld.calls, fields: fields))
            #expect(staged.page.text.contains("It may not enter the picture."))
            #expect(try await world.follow(world.post(staged.path + "/commit")).page.status == .conflict)

            let refused = try await world.post(
                staged.path + "/authorise", "reference=W&subject=person-at-risk&from=2006-01-01&until=2006-12-31")
            #expect(refused.status == .unprocessableContent)
            let mended = try await world.follow(
                world.post(staged.path + "/authorise", "reference=W-1&subject=suspect&from=2006-01-01&until=2006-12-31")
            )
            #expect(mended.page.text.contains("Commit 3 rows"))
        }
    }

    @Test("rows that say nothing that is read are counted apart, on the page and in the API")
    func silent() async throws {
        try await TestWorld.run { (world) async throws in
            let file =
                "CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID\n"
                + "0812345678,0898765432,2006-06-01 08:15:22,205,VOICE,,,\n"
                + "0812345678,0898765432,2006-06-01 08:16:22,205,DATA,,,\n"
            var fields = TestWorld.permitted
            fields["profile"] = "calls-siam"
            let staged = try await world.follow(world.upload(file, fields: fields))
            #expect(staged.page.text.contains("Commit 1 row"))
            #expect(staged.page.text.contains("1 of 2 taken in, 0 refused · 1 says nothing that is read"))
            #expect(try await world.get("/api/sources").text.contains("\"silent\":1"))
        }
    }

    @Test("the same file again adds nothing and says so")
    func again() async throws {
        try await TestWorld.run { (world) async throws in
            _ = try await world.importCalls()
            let again = try await world.follow(
                world.upload(TestWorld.calls, name: "copy.csv", fields: TestWorld.permitted))
            #expect(again.page.text.contains("This file is there already."))
        }
    }

    @Test("a withdrawn source is out of the picture, with its reason, and can be put back")
    func withdraw() async throws {
        try await TestWorld.run { (world) async throws in
            let id = try await world.importCalls()
            let without = try await world.post("/source/\(id)/withdraw", "reason=")
            #expect(without.status == .unprocessableContent)
            let withdrawn = try await world.follow(world.post("/source/\(id)/withdraw", "reason=wrong+month"))
            #expect(withdrawn.page.text.contains("wrong month"))
            #expect(try await world.find("349") == nil)
            let restored = try await world.follow(world.post("/source/\(id)/restore"))
            #expect(restored.page.text.contains("in the picture"))
            #expect(try await world.find("349") != nil)
        }
    }

    @Test("who sees a source is changed on its page and by the API, once under one key")
    func relabel() async throws {
        try await TestWorld.run { (world) async throws in
            let id = try await world.importCalls()
            let page = try await world.get("/source/\(id)").text
            #expect(page.contains("/source/\(id)/relabel") && page.contains("name=\"(key)\""))
            // An analyst may hide it; to release it is not theirs.
            #expect(page.contains("value=\"hide\"") && !page.contains("value=\"release\""))
            let form = "change=hide&names=Unit+9%0ANavy&reason=an+inquiry&(key)=k1"
            for _ in 0..<2 {
                #expect(try await world.post("/source/\(id)/relabel", form).status == .seeOther)
            }
            for wrong in [
                "change=hide&names=&reason=x", "change=hide&names=x&reason=", "change=release&names=x&reason=y",
            ] {
                #expect(try await world.post("/source/\(id)/relabel", wrong).status.code / 100 == 4)
            }
            func version() async throws -> Int? {
                try await world.get("/api/records/source/\(id)").object()["version"] as? Int
            }
            #expect(try await version() == 3)
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            let headers: HTTPFields = [.contentType: "application/json", key: "k2"]
            let body = #"{"change":"unhide","names":["Navy"],"reason":"done"}"#
            for _ in 0..<2 {
                let answer = try await world.post("/api/sources/\(id)/relabel", body, headers: headers)
                #expect(answer.status == .ok, "\(answer.text)")
            }
            let other = body.replacing("Navy", with: "Unit 9")
            let reused = try await world.post("/api/sources/\(id)/relabel", other, headers: headers)
            #expect(reused.status == .unprocessableContent)
            let story = try await world.get("/api/records/source/\(id)/history").text
            #expect(
                try await version() == 4 && !story.contains("Navy"), "whom somebody does not trust is shown to nobody")
        }
    }

    @Test("a mistake in the form leads back to it with everything that was written")
    func mistake() async throws {
        try await TestWorld.run { (world) async throws in
            var fields = TestWorld.permitted
            (fields["owner"], fields["conditions"]) = ("", "ask <us> first")
            let answer = try await world.upload(TestWorld.calls, fields: fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Say which organisation supplied the file."))
            #expect(answer.text.contains("ask &lt;us&gt; first"))
            fields["owner"] = "Police"
            fields["information"] = "3"
            #expect(try await world.upload(TestWorld.calls, fields: fields).status == .unprocessableContent)
        }
    }

    @Test("an upload beyond the limit, cut off, or without a file is refused and leaves nothing behind")
    func refused() async throws {
        try await TestWorld.run { (world) async throws in
            let large = String(repeating: "x", count: 1_100_000)
            #expect(try await world.upload(large, fields: [:]).text.contains("larger than 1 MB"))
            let cut = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalf"
            let type: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
            #expect(try await world.post("/import", cut, headers: type).text.contains("ended too early"))
            #expect(try await world.post("/import", "--b--\r\n", headers: type).text.contains("No file was chosen"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: world.uploads).isEmpty)
        }
    }

    @Test("the API stages raw bytes, commits and discards")
    func api() async throws {
        try await TestWorld.run { (world) async throws in
            var query = Query()
            for (name, value) in TestWorld.permitted where !["source", "information", "handling"].contains(name) {
                query.add(name, value)
            }
            query.add("name", "calls.csv")
            query.add("grade", "1BP")
            let type: HTTPFields = [.contentType: "text/csv"]
            let staged = try await world.post("/api/imports" + query.suffix, TestWorld.calls, headers: type)
            #expect(staged.status == .created)
            let value = try JSONDecoder().decode(Wire.Staged.self, from: Data(staged.text.utf8))
            #expect(value.source.counts.rejected == 1)
            #expect(value.source.grade.code == "1BP")
            #expect(try await world.post("/api/imports/\(value.source.id)/discard").status == .ok)
            #expect(try await world.get("/api/imports/\(value.source.id)").status == .notFound)
        }
    }
}
