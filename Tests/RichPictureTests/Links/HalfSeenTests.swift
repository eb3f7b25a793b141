import Access
import Records
import Storage
import TestSupport
import Testing

@testable import RichPicture

@Suite("Whoever may see one half sees that half, and nothing hints at the other")
struct HalfSeenTests {
    // The second register is the navy's, and the police may see it; Ann of the navy may not see what the police have.
    private func settled(_ picture: Picture) async throws -> (police: Viewer, navy: Viewer) {
        try await Village.settle(picture) { request in
            request.owner = "navy"
            request.release = ["police"]
        }
        return (
            try await SourceRecordTests.viewer(.analyst, "police", in: picture),
            try await SourceRecordTests.viewer(.analyst, "navy", in: picture)
        )
    }

    @Test("a merge with a hidden half changes nothing that one reads", arguments: Backend.present)
    func half(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let (police, navy) = try await settled(picture)
            let lines = try await picture.rich.proposals(as: police).lines
            let ids = lines.flatMap { $0.entities.map(\.id) }
            #expect(lines.count == 12)
            let before = try await Reads.all(picture, ids: ids, as: navy)
            let none = try await picture.proposed(as: navy)
            for line in lines { _ = try await picture.rich.decide(.same, proposal: line.id, because: "x", as: police) }
            #expect(try await Reads.all(picture, ids: ids, as: navy) == before)
            #expect(try await picture.proposed(as: navy) == none)
            #expect(try await picture.rich.decisions(as: navy).total == 0)
            for id in ids { #expect(try await picture.rich.links(of: id, as: navy)?.isEmpty ?? true) }
            let book = try await picture.rich.desk.list(LinkDecision.self, as: navy)
            #expect(book.total == 0)
            // What they may not see, they cannot decide about either: it is as if it were not there.
            await #expect(throws: LinkRefusal.self) {
                try await picture.rich.decide(.same, about: lines[0].entities.map(\.id), because: "x", as: navy)
            }
        }
    }

    @Test("what is hidden from somebody later hides the decision that rests on it", arguments: Backend.present)
    func hiddenLater(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let (police, _) = try await settled(picture)
            let line = try #require(try await picture.rich.proposals(as: police).lines.first)
            let record = try await picture.rich.decide(.same, proposal: line.id, because: "x", as: police).record
            let ben = try await SourceRecordTests.viewer(.investigator, "police", account: "ben", in: picture)
            #expect(try await picture.rich.desk.read(record, of: LinkDecision.self, as: ben) != nil)
            #expect(try await picture.rich.decisions(as: ben).total == 1)
            let source = try #require(try await picture.rich.sources(as: police).first { $0.name == "second.csv" })
            _ = try await picture.rich.relabel(
                source.id, .hide, ["ben"], because: "named in it",
                as: SourceRecordTests.viewer(.analyst, "navy", in: picture))
            let now = try await SourceRecordTests.viewer(.investigator, "police", account: "ben", in: picture)
            #expect(try await picture.rich.desk.read(record, of: LinkDecision.self, as: now) == nil)
            #expect(try await picture.rich.decisions(as: now).total == 0)
            await #expect(throws: DeskError.notFound) {
                try await picture.rich.takeBack(record, because: "x", as: now)
            }
        }
    }

    @Test("those who do not decide get no list of people (RL-20)", arguments: [FineRole.labourInspector, .prosecutor])
    func others(_ role: FineRole) async throws {
        try await Picture.open(.sqlite) { picture in
            try await Village.settle(picture)
            let viewer = try await SourceRecordTests.viewer(role, "police", in: picture)
            #expect(try await picture.rich.proposals(as: viewer).lines.isEmpty)
            let ids = try await picture.rich.proposals(as: picture.viewer).lines[0].entities.map(\.id)
            #expect(try await picture.rich.sideBySide(ids, as: viewer) == nil)
            await #expect(throws: (any Error).self) {
                try await picture.rich.decide(.same, about: ids, because: "x", as: viewer)
            }
        }
    }

    @Test(
        "RL-17: a person at risk is never proposed against another organisation's data, and not merged with them either",
        arguments: Backend.present)
    func atRisk(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            // The second register is of an organisation that helps people.
            try await Village.settle(picture) { request in
                request.owner = "shelter"
                request.stream = .ngo
                request.release = ["police"]
            }
            try await picture.add(
                TestProfiles.people([Village.line(0)]),
                ImportRequest.people("own.csv", owner: "shelter").with { request in
                    request.stream = .ngo
                    request.release = ["police"]
                })
            let lines = try await picture.rich.proposals(as: picture.viewer).lines
            #expect(lines.count == 1 && lines[0].entities.count == 2, "only what the shelter itself has of one person")
            let first = try await picture.rich.search(SearchQuery("Somchai Jaidee"), as: picture.viewer).hits
            #expect(first.count == 3)
            await #expect(throws: LinkRefusal.consent) {
                try await picture.rich.decide(
                    .same, about: first.map(\.entity.id), because: "alike", as: picture.viewer)
            }
            let view = try await picture.rich.sideBySide(first.map(\.entity.id), as: picture.viewer)
            #expect(view?.obstacle == .consent && view?.members.contains(where: \.isAtRisk) == true)
        }
    }
}
