import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite("Stop-list, export, and the progress of a commit")
struct HandoverTests {
    @Test("a number is put on the stop-list, taken off with a reason, and put back by undo; both faces say the same")
    func stops() async throws {
        try await TestWorld.run { (world) async throws in
            _ = try await world.importCalls()
            let added = try await world.follow(
                world.post("/stops", "kind=phone&value=%2B66+2+555+0199&reason=taxi+rank"))
            #expect(added.page.text.contains("6625550199") && added.page.text.contains("taxi rank"))
            for form in [
                "kind=phone&value=6625550199&reason=", "kind=person&value=Ann&reason=x", "kind=phone&reason=x",
            ] {
                #expect(try await world.post("/stops/remove", form).status == .unprocessableContent, "\(form)")
            }
            let removed = try await world.follow(
                world.post("/stops/remove", "kind=phone&value=6625550199&reason=it+moved"))
            #expect(removed.page.text.contains("it moved"))
            let again = try await world.post("/stops/remove", "kind=phone&value=6625550199&reason=x")
            #expect(again.status == .unprocessableContent && again.text.contains("is not on the stop-list"))

            let type: HTTPFields = [.contentType: "application/json"]
            let body = #"{"kind":"phone","value":"6625550199","reason":"undone"}"#
            let answer = try await world.post("/api/stops", body.replacing("66255", with: "+66255"), headers: type)
            let value = try JSONDecoder().decode(Wire.Stops.self, from: Data(answer.text.utf8))
            #expect(value.stops.contains { $0.value == "6625550199" && $0.reason == "undone" })
            #expect(value.changes.map(\.isAddition) == [true, false, true])
            #expect(try await world.post("/api/stops/remove", body, headers: type).status == .ok)
        }
    }

    @Test(
        "RL-20: an export says what it leaves out before and after; around somebody it is a part",
        arguments: [
            ExportState.File.ftm, .ftmStatements, .gexf, .graphml, .nodes, .edges,
        ])
    func export(_ file: ExportState.File) async throws {
        try await TestWorld.run { (world) async throws in
            _ = try await world.importCalls()
            let id = try #require(try await world.find("379"))
            let left = try #require(HTTPField.Name("Daybreak-People-Left-Out"))
            let things = try #require(HTTPField.Name("Daybreak-Things"))
            let (all, some) = (
                try await world.order(file.rawValue), try await world.order(file.rawValue, around: [id])
            )
            let whole = try await world.get("/export/file?format=\(file.rawValue)&order=\(all)")
            let part = try await world.get("/api/export?format=\(file.rawValue)&order=\(some)")
            #expect(whole.status == .ok && part.status == .ok)
            #expect(whole.headers[left] == "0" && whole.headers[.contentDisposition]?.contains(file.name) == true)
            #expect(Int(part.headers[things] ?? "") ?? 0 > 0)
            #expect(Int(part.headers[things] ?? "") ?? 0 <= Int(whole.headers[things] ?? "") ?? 0)
            #expect(!part.text.isEmpty && part.text.utf8.count <= whole.text.utf8.count)
            #expect(try FileManager.default.contentsOfDirectory(atPath: world.uploads).isEmpty)
            #expect(try await world.get("/api/export?order=nothing").status == .notFound)
            #expect(try await world.get("/api/export?format=\(file.rawValue)").status == .notFound)
            // By the page: ordered with its ground, not to be had before it is approved.
            #expect(try await world.post("/export", "format=\(file.rawValue)").status == .unprocessableContent)
            let asked = try await world.follow(world.post("/export", "format=\(file.rawValue)&ground=joint+case"))
            #expect(
                asked.page.status == .ok && asked.page.text.contains("when two people of two different organisations"))
            let order = try #require(Query(parsing: String(asked.path.split(separator: "?").last ?? ""))["order"])
            let early = try await world.get("/export/file?format=\(file.rawValue)&order=\(order)")
            #expect(early.status == .forbidden)
            #expect(try await world.post("/api/export", "{}").status == .badRequest)
            let page = try await world.get("/export?around=\(id)")
            #expect(page.status == .ok && page.text.contains("Only what lies around these is written"))
        }
    }

    @Test("the stop-list is changed, and an export ordered, once under a key of the API")
    func keys() async throws {
        try await TestWorld.run { (world) async throws in
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            for (index, step) in [
                ("stops", #"{"kind":"phone","value":"+6625550199","reason":"taxis"}"#),
                ("stops/remove", #"{"kind":"phone","value":"6625550199","reason":"moved"}"#),
                ("export", #"{"format":"ftm","around":[],"hops":1,"ground":"taxis moved"}"#),
            ].enumerated() {
                let headers: HTTPFields = [.contentType: "application/json", key: "k\(index)"]
                let first = try await world.post("/api/\(step.0)", step.1, headers: headers)
                let again = try await world.post("/api/\(step.0)", step.1, headers: headers)
                #expect(first.status == .ok && again.body == first.body, "\(step.0): \(first.text) \(again.text)")
                let other = step.1.replacing("taxis", with: "buses").replacing("moved", with: "gone")
                let reused = try await world.post("/api/\(step.0)", other, headers: headers)
                #expect(reused.status == .unprocessableContent && reused.text.contains("records.key-reused"))
            }
            let form = "kind=phone&value=%2B6625550199&reason=taxis&(key)=f1"
            for _ in 0..<2 { #expect(try await world.post("/stops", form).status == .seeOther) }
            let stops = try JSONDecoder().decode(
                Wire.Stops.self, from: Data(try await world.get("/api/stops").text.utf8))
            #expect(stops.changes.map(\.isAddition) == [true, false, true])
        }
    }

    @Test("the API's commit answers with its work, whose progress can be asked for; a second commit is refused")
    func work() async throws {
        try await TestWorld.run { (world) async throws in
            var query = Query()
            for (name, value) in TestWorld.permitted where !["source", "information", "handling"].contains(name) {
                query.add(name, value)
            }
            query.add("name", "calls.csv")
            let type: HTTPFields = [.contentType: "text/csv"]
            let staged = try await world.post("/api/imports" + query.suffix, TestWorld.calls, headers: type)
            let id = try JSONDecoder().decode(Wire.Staged.self, from: Data(staged.text.utf8)).source.id
            let answer = try await world.post("/api/imports/\(id)/commit")
            #expect([.ok, .accepted].contains(answer.status))
            var work = try JSONDecoder().decode(Wire.Work.self, from: Data(answer.text.utf8))
            if work.state == "running" { #expect(answer.headers[.location] == "/api/work/\(work.id)") }
            for _ in 0..<200 where work.state == "running" {
                try await Task.sleep(for: .milliseconds(50))
                let now = try await world.get("/api/work/\(work.id)")
                work = try JSONDecoder().decode(Wire.Work.self, from: Data(now.text.utf8))
            }
            #expect(work.state == "done" && work.source?.state == "committed" && work.problem == nil)
            #expect(try await world.post("/api/imports/\(id)/commit").status == .notFound)
            // A repetition under its key is answered like the first.
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            let other = try await world.post(
                "/api/imports" + query.suffix, TestWorld.calls + "5,1,2,6/2/2006 9:31,1,1\n", headers: type)
            let next = try JSONDecoder().decode(Wire.Staged.self, from: Data(other.text.utf8)).source.id
            for _ in 0..<2 {
                var again = try await world.post("/api/imports/\(next)/commit", headers: [key: "c"])
                for _ in 0..<200 where again.status == .accepted {
                    try await Task.sleep(for: .milliseconds(50))
                    again = try await world.post("/api/imports/\(next)/commit", headers: [key: "c"])
                }
                #expect(again.status == .ok, "\(again.text)")
                let work = try JSONDecoder().decode(Wire.Work.self, from: Data(again.text.utf8))
                #expect(work.state == "done" && work.source?.id == next)
            }
            let story = try await world.get("/api/records/source/\(next)/history").text
            #expect(story.components(separatedBy: "\"commit\"").count == 2)
            #expect(try await world.get("/api/work/nothing").status == .notFound)
        }
    }
}
