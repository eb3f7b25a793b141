import Testing

@testable import Networks

@Suite struct NamedCallsTests {
    static func read(_ text: String, _ request: NamedCalls.Request = .init()) throws -> NamedCalls {
        try SharedData.calls(Array(text.utf8), request)
    }

    @Test("columns are known by common headings")
    func headings() throws {
        let named = try Self.read(
            """
            CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID
            0603761413,0601908661,2026-06-01 00:10:44,0,SMS,001011008534428,520019000000753,520-01-1208-112
            0602108567,0698897888,2026-06-01 00:28:44,188,VOICE,001011003563554,520019000000127,520-01-1204-61
            """)
        #expect(named.calls.count == 2)
        #expect(named.calls.duration == [0, 188])
        #expect(named.calls.kind == [.message, .voice])
        #expect(named.cells.text(named.calls.cell[1]) == "520-01-1204-61")
        #expect(named.imeis.count == 2)
        #expect(named.imsis.count == 2)
        #expect(named.calls.time[0] == 1_780_272_644_000)
    }

    @Test("the columns of the benchmark and of VAST are found")
    func others() throws {
        let bench = try Self.read("a,b,ts,dur,tower\n5,6,100,7,8\n6,9,50,1,2\n")
        #expect(bench.calls.time == [50_000, 100_000], "rows are put in order of time")
        #expect(bench.calls.cell.count == 2)
        let vast = try Self.read(",From,To,DateTime,Duration.seconds.,Cell.Tower\r\n1,349,23,6/1/2006 0:08,1634,1\r\n")
        #expect(vast.phones.text(vast.calls.from[0]) == "349")
        #expect(vast.calls.duration == [1634])
        #expect(vast.calls.cell.count == 1)
    }

    @Test(
        "one number written in several ways is one phone",
        arguments: [
            ("069-007-7777", "+66690077777"), ("0690077777", "+66690077777"), ("+66 69 007 7777", "+66690077777"),
            ("0066690077777", "+66690077777"), ("66690077777", "+66690077777"), ("(069) 007.7777", "+66690077777"),
        ])
    func numbers(text: String, expected: String) {
        #expect(PhoneNames.plain(text, country: "66") == expected)
    }

    @Test("what is no number stays as it is", arguments: ["12", "AIS", "a-1234567", "+6669007777x", "1-2-3"])
    func noNumbers(text: String) {
        #expect(PhoneNames.plain(text, country: "66") == nil)
    }

    @Test("phones that are written in several ways become one, and are found however they are typed")
    func merged() throws {
        var request = NamedCalls.Request()
        request.country = "66"
        let named = try Self.read(
            "from,to,time\n069-007-7777,0600000001,10\n+66690077777,060 000 0001,20\n", request)
        #expect(named.phones.count == 2)
        #expect(named.calls.from[0] == named.calls.from[1])
        #expect(named.phone(named: "069 007 7777") == named.calls.from[0])
        #expect(named.phone(named: "0699999999") == nil)
    }

    @Test(
        "dates with slashes are read as the column as a whole shows",
        arguments: [
            // Ten days of June, not the sixth of ten months.
            (["6/1/2006 0:08", "6/2/2006 0:08", "6/3/2006 0:08"], true),
            (["6/9/2006 0:08", "6/13/2006 0:08"], true), (["1/6/2006 0:08", "2/6/2006 0:08", "3/6/2006 1:00"], false),
            (["13/6/2006 0:08", "1/7/2006 0:08"], false), (["5/5/2006 0:08"], false),
        ])
    func dates(texts: [String], isMonthFirst: Bool) throws {
        let rows = texts.enumerated().map { "\($0),9,\($1)" }.joined(separator: "\n")
        let named = try Self.read("from,to,time\n" + rows + "\n")
        let parts = texts[0].split(separator: " ")[0].split(separator: "/").map { String($0) }
        let month = isMonthFirst ? parts[0] : parts[1]
        let day = isMonthFirst ? parts[1] : parts[0]
        let pad = { (text: String) in text.count == 1 ? "0" + text : text }
        #expect(named.calls.time[0] == named.moment("2006-\(pad(month))-\(pad(day)) 00:08"))
    }
}
