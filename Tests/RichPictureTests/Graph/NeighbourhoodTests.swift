import Access
import Daybreak
import Formats
import Foundation
import Storage
import TestSupport
import Testing
import Words

@testable import RichPicture

@Suite("Walks through what is stored")
struct NeighbourhoodTests {
    static func phone(_ number: Int) -> String { "08100\(10_000 + number)" }
    static func key(_ number: Int) -> String { "668100\(10_000 + number)" }

    @Test(
        "chaining does not pass through a stop-listed number, and a stop-listed seed links nobody",
        arguments: Backend.present)
    func stopList(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(
                TestProfiles.calls([
                    "0812345678,191,2026-06-01 08:15,1,", "0898765432,191,2026-06-01 09:15,1,",
                    "0812345678,0820000001,2026-06-01 08:15,1,",
                ]),
                .calls())
            let (caller, police) = (picture.id(.phone, "66812345678"), picture.id(.phone, "TH:191"))
            func reach(_ id: String) async throws -> [Int]? {
                try await picture.rich.reach(from: id, hops: 3, filter: PictureFilter(), as: picture.viewer)
            }
            #expect(try await reach(caller) == [1, 2, 0, 0])
            #expect(try await reach(police) == [1, 0, 0, 0])
            let around = try #require(
                try await picture.rich.neighbours(
                    of: [caller], hops: 3, filter: PictureFilter(), limit: 20, as: picture.viewer))
            let hotline = try #require(around.nodes.first { $0.entity.id == police })
            #expect(hotline.halted?.key == "graph.stop-listed" && hotline.degree == 2)
            let view = try await picture.rich.entity(police, as: picture.viewer)
            #expect(view?.stopped == "police emergency line")

            // A shelter's number, put on the list by a person; and taken off again.
            await #expect(throws: IntakeError.reasonNeeded) {
                try await picture.rich.stop(.phone, "+66820000001", because: "  ", as: picture.viewer)
            }
            try await picture.rich.stop(.phone, "+66 82 000 0001", because: "shelter", as: picture.viewer)
            #expect(try await reach(picture.id(.phone, "66820000001")) == [1, 0, 0, 0])
            #expect(
                try await picture.rich.stopList(as: picture.viewer).contains {
                    $0.key == "66820000001" && $0.decidedBy == "owner"
                })
            try await picture.rich.unstop(.phone, "66820000001", because: "mistake", as: picture.viewer)
            #expect(try await reach(picture.id(.phone, "66820000001")) == [1, 1, 1, 0])
        }
    }

    @Test(
        "chaining stops at a hub over the degree cap, and the neighbours' total is honest", arguments: Backend.present)
    func hub(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let lines =
                (0..<600).map { "\(Self.phone($0)),0812345678,2026-06-01 08:15,1," } + [
                    "\(Self.phone(0)),\(Self.phone(1)),2026-06-01 08:15,1,"
                ]
            try await picture.add(TestProfiles.calls(lines), .calls())
            let hub = picture.id(.phone, "66812345678")
            let one = picture.id(.phone, Self.key(0))
            #expect(
                try await picture.rich.reach(from: one, hops: 3, filter: PictureFilter(), as: picture.viewer) == [
                    1, 2, 0, 0,
                ])
            let shown = try #require(
                try await picture.rich.neighbours(
                    of: [hub], hops: 1, filter: PictureFilter(), limit: 200, as: picture.viewer))
            #expect(shown.nodes.count == 200 && shown.total == 600)
            #expect(
                shown.nodes[0].entity.id == hub && shown.nodes[0].degree == 600
                    && shown.nodes[0].halted?.key == "graph.too-many")
            #expect(shown.edges.allSatisfy { $0.from < 200 && $0.to < 200 })
            #expect(shown.nodes.allSatisfy { $0.x.isFinite && $0.y.isFinite && !$0.entity.id.isEmpty })
            let twice = try #require(
                try await picture.rich.neighbours(
                    of: [one, one, "nothing"], hops: 1, filter: PictureFilter(), limit: 50, as: picture.viewer))
            #expect(twice.nodes.count == 3 && twice.total == 2)
        }
    }

    @Test(
        "the snapshot follows: a second import appears, a withdrawn one disappears, also what another node did",
        arguments: Backend.present)
    func follows(_ backend: Backend) async throws {
        try await backend.withPlace { place in
            let database = try await place.open()
            let other = try await place.open()
            try await database.migrate(Daybreak.migrations)
            func rich(_ database: any Database) async throws -> RichPicture {
                try await RichPicture.open(
                    Picture.desk(database), now: { Picture.noon }, newSecret: [UInt8](repeating: 7, count: 32),
                    profiles: TestProfiles.all())
            }
            let here = Picture(
                rich: try await rich(database), database: database, folder: FileManager.default.temporaryDirectory)
            let there = Picture(
                rich: try await rich(other), database: other, folder: FileManager.default.temporaryDirectory)
            let id = here.id(.phone, "66812345678")
            func reach(_ picture: Picture) async throws -> [Int]? {
                try await picture.rich.reach(from: id, hops: 2, filter: PictureFilter(), as: picture.viewer)
            }
            try await here.add(TestProfiles.calls(["0812345678,0820000001,2026-06-01 08:15,1,"]), .calls("1.csv"))
            for picture in [here, there] { #expect(try await reach(picture) == [1, 1, 0]) }
            let second = try await there.add(
                TestProfiles.calls([
                    "0812345678,0820000002,2026-06-01 08:15,1,", "0820000002,0820000003,2026-06-01 08:15,1,",
                ]), .calls("2.csv"))
            for picture in [here, there] { #expect(try await reach(picture) == [1, 2, 1]) }
            _ = try await there.rich.withdraw(second.id, because: "wrong", as: there.viewer)
            #expect(try await reach(there) == [1, 1, 0])
            #expect(try await reach(here) == [1, 1, 0])
            _ = try await there.rich.restore(second.id, as: there.viewer)
            #expect(try await reach(here) == [1, 2, 1])
            try await there.rich.stop(.phone, "66820000002", because: "taxi", as: there.viewer)
            #expect(try await reach(here) == [1, 2, 0])
            try await database.close()
            try await other.close()
        }
    }

    @Test("edges count, sum and date what joins two; sums only in one currency", arguments: Backend.present)
    func sums(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await picture.add(
                TestProfiles.transfers([
                    "123-4-56789-0,987-6-54321-0,2026-06-01,100.00,THB,",
                    "123-4-56789-0,987-6-54321-0,2026-06-03,50.50,THB,",
                    "123-4-56789-0,123-4-56789-0,2026-06-03,1.00,THB,",
                ]), .transfers())
            let id = try #require(try await picture.first("1234567890")).entity.id
            func edges() async throws -> [Neighbourhood.Edge] {
                try await picture.rich.neighbours(
                    of: [id], hops: 1, filter: PictureFilter(), limit: 9, as: picture.viewer)?.edges ?? []
            }
            let edge = try #require(try await edges().first { $0.from != $0.to })
            #expect(edge.kind == "transfer" && edge.count == 2 && edge.money?.number() == "150.50")
            #expect(edge.first == Moment(year: 2026, month: 6, day: 1, precision: .day, offset: 420).milliseconds)
            let view = try #require(try await picture.rich.entity(id, as: picture.viewer))
            let line = try await picture.rich.timeline(
                of: id, filter: PictureFilter(), offset: 0, limit: 9, as: picture.viewer)
            #expect(view.eventCount == 3 && line?.total == 3)
            try await picture.add(
                TestProfiles.transfers(["123-4-56789-0,987-6-54321-0,2026-06-04,9.00,USD,"]), .transfers("usd.csv"))
            #expect(try await edges().first { $0.from != $0.to }.map { $0.count == 3 && $0.money == nil } == true)
        }
    }

    @Test("sums that 64 bits do not hold are left out, not wrapped", arguments: Backend.present)
    func overflow(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let lines = (1...3).map { "123-4-56789-0,987-6-54321-0,2026-06-0\($0),90000000000000000.00,THB," }
            try await picture.add(TestProfiles.transfers(lines), .transfers())
            let id = try #require(try await picture.first("1234567890")).entity.id
            let around = try await picture.rich.neighbours(
                of: [id], hops: 1, filter: PictureFilter(), limit: 9, as: picture.viewer)
            #expect(around?.edges.first?.count == 3 && around?.edges.first?.money == nil)
        }
    }
}
