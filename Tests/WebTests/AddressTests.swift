import RichPicture
import Testing

@testable import Web

@Suite("Addresses")
struct AddressTests {
    @Test("what is written into an address is read from it again", arguments: 0..<200)
    func roundTrip(_ seed: Int) {
        var random = Steps(state: UInt64(seed))
        func text() -> String {
            var text = "x"
            text.unicodeScalars.append(
                contentsOf: (0..<random.next(6)).compactMap { _ in Unicode.Scalar(UInt32(0x20 + random.next(0xE80))) })
            return text.trimmed
        }
        var query = Query()
        for _ in 0..<(1 + random.next(5)) { query.add(text(), text()) }
        #expect(Query(parsing: String(query.suffix.dropFirst())) == query)
    }

    @Test("the states of pages survive their own address")
    func states() {
        var network = NetworkState(seed: "a")
        network.seeds.append("b")
        network.hops = 2
        network.filter.from = "2026-06-01"
        network.filter.kinds = ["call", "director"]
        network.most = 40
        network.pins = [NetworkState.Pin(id: "a", x: -3, y: 12)]
        #expect(NetworkState(Query(parsing: String(network.query.suffix.dropFirst()))) == network)
        var search = SearchState(text: "สมชาย & co")
        search.kinds = ["person"]
        search.filter.grade = 2
        search.offset = 25
        #expect(SearchState(Query(parsing: String(search.query.suffix.dropFirst()))) == search)
    }

    @Test("the part of a map survives its address; what is no part of the Earth shows all")
    func boxes() {
        var map = MapState(around: "a")
        (map.box, map.offset) = (GeoBox(west: 98.5, south: -3.25, east: 105.125, north: 20.5), 100)
        #expect(MapState(Query(parsing: String(map.query.suffix.dropFirst()))) == map)
        for text in ["", "1,2,3", "5,1,4,2", "1,5,2,4", "-200,0,0,10", "0,0,nan,1", "0,0,inf,1", "a,b,c,d", "0,0,1,91"]
        {
            #expect(GeoBox(text) == nil, "\(text)")
        }
    }

    @Test("the same case gives the pattern of a route and the link of a page")
    func patterns() {
        #expect(SiteURL.entity("{id}").pattern == "/entity/{id}")
        #expect(SiteURL.entity("a/b?c").path == "/entity/a%2Fb%3Fc")
        #expect(SiteURL.source("s", line: 14).path == "/source/s?line=14")
        #expect(SiteURL.api("sources/{id}/image").pattern == "/api/sources/{id}/image")
    }

    @Test("hostile numbers are brought into bounds, and hostile pins dropped")
    func bounds() {
        let state = NetworkState(
            Query(parsing: "seed=a&hops=99&limit=-5&pin=a,1&pin=b,999999999,x&pin=c,9999999,-9999999"))
        #expect(state.hops == 3)
        #expect(state.limit == 1)
        #expect(state.pins == [NetworkState.Pin(id: "c", x: 100_000, y: -100_000)])
    }

    @Test(
        "a date in a filter means that day in the house's zone",
        arguments: [
            ("2026-06-01", 1_780_246_800_000, 1_780_333_200_000),
            ("2026-06-01T08:15", 1_780_276_500_000, 1_780_276_560_000),
        ])
    func dates(_ text: String, _ from: Int, _ end: Int) {
        let zone = Zone(offset: 420)
        #expect(zone.instant(text) == from)
        #expect(zone.instant(text, end: true) == end)
        #expect(zone.text(from) == text)
        #expect(zone.text(end, end: true) == text)
    }

    @Test(
        "what is no date filters nothing",
        arguments: ["", "yesterday", "2026-13-01", "2026-06", "0-0-0", "2026-06-01T99:00"])
    func noDates(_ text: String) {
        #expect(Zone(offset: 0).instant(text) == nil)
    }
}
