import Testing

@testable import Formats

@Suite("Delimited text that means harm")
struct DelimitedLimitTests {
    static let mebi = 1 << 20

    /// Reads an endless stream and says how it ended and how many bytes it took.
    private func refusal(_ head: String, then piece: String) -> (reading: Reading, taken: Int) {
        var taken = 0
        let block = Array(String(repeating: piece, count: max(1, (1 << 16) / piece.utf8.count)).utf8)
        let rest = ByteStream.endless(block) { taken = $0 }
        var first: [UInt8]? = Array(head.utf8)
        let stream = ByteStream {
            defer { first = nil }
            return try first ?? rest.next()
        }
        return (Reading(stream), taken)
    }

    @Test("A line without end is refused after one limit's worth of bytes", arguments: ["x", ",", "ก", "x,", "a\"b"])
    func endlessLine(_ piece: String) {
        let (reading, taken) = refusal("a,b\nc,d\n", then: piece)
        #expect(reading.refused == "3:0 text.record-too-long")
        #expect(reading.records == [["a", "b"], ["c", "d"]])
        #expect(taken < 2 * Self.mebi)
    }

    @Test("A quoted field without end is refused, also when it runs over many lines", arguments: ["x", "\"\"", "ก"])
    func endlessQuote(_ piece: String) {
        let (reading, taken) = refusal("a,b\n\"", then: piece)
        #expect(reading.refused == "2:0 text.record-too-long")
        #expect(taken < 2 * Self.mebi)
    }

    @Test("A million columns cost the record, not the file")
    func manyColumns() {
        let reading = Reading("a,b\n" + String(repeating: ",", count: 1_000_000) + "\nc,d\n")
        #expect(reading.records == [["a", "b"], ["c", "d"]])
        #expect(reading.rejected == ["2:0 text.too-many-fields"])
    }

    @Test("A field over the limit costs the record, quoted or not")
    func longField() {
        let long = String(repeating: "x", count: Limits.standard.fieldBytes + 1)
        let fits = String(long.dropLast())
        let reading = Reading("\(long),1\n\(fits),2\n\"\(long)\",3\nc,4\n")
        #expect(reading.records.map(\.last) == ["2", "4"])
        #expect(reading.rejected == ["1:0 text.field-too-long", "3:0 text.field-too-long"])
    }

    @Test("An open quote is given up at the record's limit, and its lines are read")
    func openQuoteOverManyLines() {
        let rows = (0..<200_000).map { "\($0),x\n" }.joined()
        let reading = Reading(ByteStream("a,\"b\n" + rows), atMost: 5_000)
        #expect(reading.refused == nil)
        #expect(reading.rejected == ["1:3 text.open-quote"])
        #expect(reading.records.count == 200_000)
        #expect(reading.lines.last == 200_001)
    }

    @Test("A file in which every line opens a quote cannot make the reader look twice at everything")
    func hostileQuotes() {
        var limits = Limits()
        limits.recordBytes = 10_000
        // Each line, on its own, opens a quote that the next line closes and opens again.
        let bytes = Array(String(repeating: "a\",\"c\n", count: 100_000).utf8)
        let reading = Reading(ByteStream(bytes), limits: limits, atMost: 10_000)
        // 64 looks' worth of lines are rejected one by one, then the record is simply too long.
        #expect(reading.refused?.hasSuffix("text.record-too-long") == true)
        #expect(reading.rejected.count < 100)
    }

    @Test(
        "The limit means the same wherever chunks end",
        arguments: [
            "\"a\nbbbbbbbbbb\",c\nd\n", "\"aaaaaaaaaaaaa\nb\",c\nd\n", "\"aaaaaaaaa\nb\"\nc\n",
            "\"a\nbbbbbbbbbbb\"c\nd\n",
        ])
    func limitAndChunks(_ text: String) {
        var limits = Limits()
        limits.recordBytes = 10
        let whole = Reading(text, limits: limits)
        for chunk in 1...text.utf8.count {
            #expect(Reading(ByteStream(Array(text.utf8), chunk: chunk), limits: limits) == whole, "chunks of \(chunk)")
        }
    }

    @Test("A batch of long records stays small")
    func smallBatches() throws {
        let row = String(repeating: "x", count: 200_000) + "\n"
        var left = 200
        var reader = DelimitedReader(
            ByteStream {
                left -= 1
                return left < 0 ? nil : Array(row.utf8)
            }, dialect: .csv)
        var batch = RecordBatch()
        var (records, largest) = (0, 0)
        while try reader.read(into: &batch, atMost: 1_000_000) {
            records += batch.count
            largest = max(largest, batch.bytes.count)
        }
        #expect(records == 200)
        #expect(largest < 5 * Self.mebi)
    }
}
