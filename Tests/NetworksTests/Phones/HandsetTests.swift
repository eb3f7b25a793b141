import Testing

@testable import Networks

/// R065: which number was in which handset; when and where a phone is used.
@Suite struct HandsetTests {
    static let day: Int64 = 86_400_000

    @Test("a card that moves to another handset ends one entry and begins the next")
    func moves() {
        let calls = Calls(
            phoneCount: 2, from: [0, 0, 0, 0], to: [1, 1, 1, 1], time: [0, Self.day, 3 * Self.day, 4 * Self.day],
            imei: [5, 5, 6, 6], imsi: [9, 9, 9, Calls.none])
        let entries = IdentityHistory(calls).entries
        let numbers = entries.filter { $0.kind == .number && $0.otherKind == .imei }
        #expect(numbers.map(\.other) == [5, 6])
        #expect(numbers.map(\.from) == [0, 3 * Self.day])
        #expect(numbers.map(\.until) == [Self.day, 4 * Self.day])
        #expect(numbers.map(\.isOpen) == [false, true])
        #expect(numbers.map(\.overlaps) == [false, false])
        #expect(entries.filter { $0.kind == .imsi && $0.otherKind == .imei }.map(\.records) == [2, 1])
    }

    @Test("a handset with two cards in turn has two entries that overlap, not one for each turn")
    func alternates() {
        let calls = Calls(
            phoneCount: 3, from: [0, 1, 0, 1, 0, 1], to: [2, 2, 2, 2, 2, 2], time: (0..<6).map { $0 * 3_600_000 },
            imei: [7, 7, 7, 7, 7, 7])
        let entries = IdentityHistory(calls).entries.filter { $0.kind == .imei }
        #expect(entries.map(\.other) == [0, 1])
        #expect(entries.map(\.records) == [3, 3])
        #expect(entries.allSatisfy { $0.overlaps })
    }

    @Test("every record stands in exactly one entry", arguments: 1...20 as ClosedRange<UInt64>)
    func complete(seed: UInt64) {
        var draw = TownDraw(seed: seed)
        let calls = Calls(
            phoneCount: 6, from: (0..<200).map { _ in UInt32(draw.below(5)) }, to: .init(repeating: 5, count: 200),
            time: (0..<200).map { _ in Int64(draw.below(60)) * Self.day },
            imei: (0..<200).map { _ in UInt32(draw.below(4)) })
        let entries = IdentityHistory(calls).entries.filter { $0.kind == .number }
        #expect(entries.reduce(0) { $0 + $1.records } == 200)
        for entry in entries { #expect(entry.from <= entry.until) }
    }

    @Test("hours, nights and work by the clock of the zone; a night belongs to the day on which it begins")
    func pattern() throws {
        // 1 June 2026 is a Monday. 23:00 and 02:00 of one night, 10:00 at work, 10:00 on Saturday.
        let monday: Int64 = 1_780_272_000_000 - 7 * 3_600_000
        let hour: Int64 = 3_600_000
        let calls = Calls(
            phoneCount: 2, from: [0, 0, 0, 0, 1], to: [1, 1, 1, 1, 0],
            time: [
                monday + 10 * hour, monday + 23 * hour, monday + 26 * hour, monday + 5 * Self.day + 10 * hour, monday,
            ],
            cell: [3, 4, 4, 3, 8])
        let life = try #require(PatternOfLife(calls, phone: 0, zoneOffset: 7 * hour))
        #expect(life.calls == 5)
        #expect(life.hours[0][10] == 1)
        #expect(life.hours[0][23] == 1)
        #expect(life.hours[1][2] == 1)
        #expect(life.hours[5][10] == 1)
        #expect(life.hours[0][0] == 1)
        #expect(life.overnight.map(\.cell) == [4], "the cell of somebody who calls it says nothing of its place")
        #expect(life.overnight[0].days == 1)
        #expect(life.overnight[0].calls == 2)
        #expect(life.working.map(\.cell) == [3])
        #expect(life.working[0].days == 1)
        #expect(PatternOfLife(calls, phone: 9, zoneOffset: 0) == nil)
    }

    @Test(
        "the middle of a sector and its uncertainty are those of points drawn in it", arguments: [30.0, 65, 120, 360])
    func sector(beam: Double) {
        let sector = CellSector(latitude: 0, longitude: 10, azimuth: beam == 360 ? nil : 90, beam: beam, radius: 1_000)
        let middle = sector.middle
        var draw = TownDraw(seed: 3)
        var points: [(Double, Double)] = []
        while points.count < 20_000 {
            let (east, north) = (2 * draw.unit() - 1, 2 * draw.unit() - 1)
            let distance = (east * east + north * north).squareRoot()
            guard distance <= 1, distance > 0 else { continue }
            // Within the beam around east: the cosine of the angle is east / distance.
            let half = beam / 2 * Double.pi / 180
            guard beam == 360 || east / distance >= Self.cosine(half) else { continue }
            points.append((east * 1_000, north * 1_000))
        }
        let east = points.reduce(0) { $0 + $1.0 } / 20_000
        let north = points.reduce(0) { $0 + $1.1 } / 20_000
        let square = points.reduce(0) { $0 + ($1.0 - east) * ($1.0 - east) + ($1.1 - north) * ($1.1 - north) } / 20_000
        #expect(abs((middle.longitude - 10) * 111_195 - east) < 15)
        #expect(abs(middle.latitude * 111_195 - north) < 15)
        #expect(abs(middle.uncertainty - square.squareRoot()) < 15)
    }

    private static func cosine(_ angle: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for k in stride(from: 1, through: 29, by: 2) {
            term *= -angle * angle / Double(k * (k + 1))
            sum += term
        }
        return sum
    }
}
