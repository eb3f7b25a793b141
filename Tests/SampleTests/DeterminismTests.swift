import Testing

@testable import Sample

@Suite("The same seed gives the same bytes")
struct DeterminismTests {
    @Test func twoProvincesOfOneSeedAreEqual() throws {
        let first = try Written.small.get()
        let second = try Written(seed: 7)
        #expect(first.files.map(\.path) == second.files.map(\.path))
        for path in first.files.map(\.path) { #expect(first.bytes[path] == second.bytes[path], "\(path)") }
    }

    @Test func anotherSeedGivesAnotherProvince() throws {
        let first = try Written.small.get()
        let other = try Written(seed: 8)
        for path in first.files.map(\.path) { #expect(first.bytes[path] != other.bytes[path], "\(path)") }
    }

    @Test("a file written alone, or the truth before all others, is the same")
    func orderOfWritingDoesNotMatter() throws {
        let first = try Written.small.get()
        let files = ProvinceWriter.files(Province.make(seed: 7, people: 500))
        for file in files.reversed() where ["truth.json", "calls-mekong.csv"].contains(file.path) {
            #expect(try Written.bytes(of: file) == first.bytes[file.path], "\(file.path)")
        }
    }

    @Test("a short province has all files as well", arguments: [1, 30, 59, 60])
    func shortProvinces(days: Int) throws {
        let written = try Written(seed: 3, days: days)
        #expect(written.bytes.count == written.files.count)
        #expect((written.province.ring.changeDay != nil) == (days >= 60))
    }

    @Test(
        "days are counted as the calendar has them",
        arguments: [
            (2026, 6, 1, 0), (2024, 2, 29, 3), (2000, 1, 1, 5), (1970, 1, 1, 3), (2026, 12, 31, 3),
        ])
    func calendar(year: Int, month: Int, day: Int, weekday: Int) {
        let civil = Day(year: year, month: month, day: day)
        #expect(civil.civil == (year, month, day))
        #expect(civil.weekday == weekday)
    }

    @Test func drawsAreSpreadEvenly() {
        var draw = Draw(1, .calls, 2, 3)
        let mean = (0..<10_000).reduce(0.0) { sum, _ in sum + draw.unit() } / 10_000
        #expect(abs(mean - 0.5) < 0.02)
        let calls = (0..<10_000).reduce(0) { sum, _ in sum + draw.poisson(0.28) }
        #expect(abs(Double(calls) / 10_000 - 0.28) < 0.03)
    }
}
