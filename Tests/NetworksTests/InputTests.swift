import Testing

@testable import Networks

/// Tables as people have them.
@Suite struct InputTests {
    private func links(_ text: String, _ request: NamedGraph.Request = .init(), portion: Int = 1 << 20) throws -> Set<
        String
    > {
        let named = try NamedGraph(ByteSource(Array(text.utf8)), request)
        var links: Set<String> = []
        for node in 0..<named.graph.count {
            for target in named.graph.neighbours(node) where named.graph.isDirected || target > node {
                links.insert("\(named.names.text(node))>\(named.names.text(target))")
            }
        }
        return links
    }

    @Test(
        "separators, headings, marks, comments and quotes are found by looking",
        arguments: [
            "from,to\na,b\nb,c\n", "a,b\nb,c", "a;b\r\nb;c\r\n", "a\tb\nb\tc\n", "a b\nb  c \n",
            "\u{FEFF}source,target\na,b\nb,c\n",
            "# a list\n% of links\na b\nb c\n", "\"from\",\"to\"\n\"a\",\"b\"\n\"b\",\"c\"\n",
            "id;src;dst\n1;a;b\n2;b;c\n",
            "a|b\n\nb|c\n", "a,b\rb,c\r", "Sender Account ID,Receiver Account ID,x\na,b,1\nb,c,2\n",
        ])
    func shapes(text: String) throws {
        #expect(try links(text) == ["a>b", "b>c"])
    }

    @Test("a name may hold separators, quotes and ends of lines")
    func quotes() throws {
        let text = "from,to\n\"Smith, \"\"Bob\"\"\",\"two\nlines\"\nx,y\n"
        #expect(try links(text) == ["Smith, \"Bob\">two\nlines", "x>y"])
    }

    @Test("007 is not 7, and long numbers are names too")
    func plainNumbers() throws {
        let names = try NamedGraph(ByteSource(Array("7 007\n0 00\n66812345678 4194304\n4194303 7\n".utf8))).names
        #expect(
            (0..<names.count).map { names.text($0) } == ["7", "007", "0", "00", "66812345678", "4194304", "4194303"])
    }

    @Test("however the bytes come, the rows are the same", arguments: [64, 65, 100, 333, 4096])
    func portions(portion: Int) throws {
        let rows = (0..<500).map {
            "n\($0 % 37),\"q,\($0)\",\($0 * 7).\($0 % 10),2024-01-01 00:\($0 % 60 < 10 ? "0" : "")\($0 % 60)"
        }
        let wanted: [WantedColumn] = [
            .name("a", place: 0), .name("b", place: 1), .value("amount", .amount, place: 2),
            .value("time", .time, place: 3),
        ]
        let reader = try TableReader(ByteSource(Array(rows.joined(separator: "\n").utf8)), wanted, portion: portion)
        let batch = reader.batch(capacity: 7)
        var seen = 0
        while try reader.read(into: batch) {
            for row in 0..<batch.count {
                #expect(reader.tables[0].text(batch.codes(0)[row]) == "n\(seen % 37)")
                #expect(reader.tables[0].text(batch.codes(1)[row]) == "q,\(seen)")
                #expect(batch.values(2)[row] == Int64(seen * 700 + seen % 10 * 10))
                #expect(batch.values(3)[row] == 1_704_067_200_000 + Int64(seen % 60) * 60_000)
                #expect(batch.rowLines[row] == UInt32(seen + 1))
                seen += 1
            }
        }
        #expect(seen == 500 && reader.refusals.count == 0)
    }

    @Test("a row that cannot be used is named by line and column, and leaves no name behind")
    func refusals() throws {
        let text = "from,to,amount\na,b,1\nx,y,much\nq\nc,,3\nd,e,4\n\"open,f,5\ng,h,6\n"
        let wanted: [WantedColumn] = [
            .name("from", guesses: ["from"]), .name("to", guesses: ["to"]), .value("amount", .amount, given: "amount"),
        ]
        let columns = try Columns(ByteSource(Array(text.utf8)), wanted)
        #expect(columns.count == 3)
        #expect(columns.lines == [2, 6, 8])
        #expect(columns.refusals.count == 4)
        #expect(
            columns.refusals.first.map { "\($0.line):\($0.column) \($0.problem.rawValue)" } == [
                "3:3 not-amount", "4:2 too-short", "5:2 empty", "7:1 open-quote",
            ])
        #expect((0..<columns.tables[0].count).map { columns.tables[0].text($0) } == ["a", "b", "d", "e", "g", "h"])
    }

    @Test(
        "amounts are read as they stand",
        arguments: [
            ("12", 1200), ("12.5", 1250), ("-3.25", -325), ("1,234.56", 123_456), ("1.234,56", 123_456),
            ("12,345", 1_234_500),
            ("0.005", 1), ("1.2e3", 120_000), ("7,5", 750), ("1'000.00", 100_000),
        ])
    func amounts(text: String, minor: Int64) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { FieldText.amount($0) } == minor)
    }

    @Test("what is no amount is none", arguments: ["", "x", "1,23,4.5", "--1", "1.2.3", "1 bath"])
    func noAmounts(text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { FieldText.amount($0) } == nil)
    }

    @Test(
        "moments are read as they stand",
        arguments: [
            ("0", 0), ("1149120660", 1_149_120_660_000), ("1149120660123", 1_149_120_660_123),
            ("2006-06-01T00:11:00Z", 1_149_120_660_000), ("2006-06-01 07:11:00+07:00", 1_149_120_660_000),
            ("20060601 0011", 1_149_120_660_000), ("200606010011", 1_149_120_660_000),
            ("01/06/2006 00:11", 1_149_120_660_000),
            ("2006/06/01 00:11:00.250", 1_149_120_660_250), ("06/13/2006 12:11 AM", 1_150_157_460_000), ("1.5", 1500),
            ("2006-06-01", 1_149_120_000_000),
        ])
    func times(text: String, milliseconds: Int64) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { TimeText(zone: 0).milliseconds($0) } == milliseconds)
    }

    @Test("local times are of their zone; what is no moment is none")
    func zones() {
        let local = Array("2006-06-01 07:11".utf8).withUnsafeBufferPointer { TimeText(zone: 420).milliseconds($0) }
        #expect(local == 1_149_120_660_000)
        for text in ["soon", "2006-02-30", "2006-13-01", "2006-06-01 25:61", "12:30"] {
            #expect(Array(text.utf8).withUnsafeBufferPointer { TimeText(zone: 0).milliseconds($0) } == nil, "\(text)")
        }
    }

    @Test("a matrix is read as a graph")
    func matrix() throws {
        let text = ",a,b,c\na,0,2,\nb,1,0,0\nc,0,5,0\n"
        var request = NamedGraph.Request()
        #expect(try links(text) == ["a>b", "b>c"])
        (request.isDirected, request.weighsRows) = (true, true)
        #expect(try links(text, request) == ["a>b", "b>a", "c>b"])
        request.isDirected = false
        let graph = try NamedGraph(ByteSource(Array(text.utf8)), request).graph
        #expect(graph.weights == [3, 3, 5, 5])
    }

    @Test("what cannot be read is said")
    func errors() {
        func error(_ text: String, _ change: (inout NamedGraph.Request) -> Void = { _ in }) -> InputError? {
            var request = NamedGraph.Request()
            change(&request)
            do { _ = try links(text, request) } catch { return error as? InputError }
            return nil
        }
        #expect(error("") == .empty)
        #expect(error("from,to\n") == .noRow(refused: 0, first: nil))
        #expect(
            error("from,to\na,b\n") { $0.from = "who" } == .noColumn(role: "from", given: "who", known: ["from", "to"]))
        #expect(error("just\none\n") != nil)
    }

    @Test("parallel links add up, links to oneself are left out and counted")
    func parallel() throws {
        var request = NamedGraph.Request()
        request.weight = "w"
        let text = "from,to,w\na,b,1\nb,a,2.5\na,a,9\nb,c,1\n"
        let named = try NamedGraph(ByteSource(Array(text.utf8)), request)
        #expect(named.graph.linkCount == 2 && named.loops == 1 && named.rows == 4)
        #expect(named.graph.weights == [3.5, 3.5, 1, 1])
    }

    @Test("a snapshot gives the same graph back, and damage is noticed", arguments: [false, true])
    func snapshot(isWeighted: Bool) throws {
        var request = NamedGraph.Request()
        request.weighsRows = isWeighted
        request.isDirected = isWeighted
        let named = try NamedGraph(ByteSource(Array("a b\nb c\na b\nlong-name 77\n".utf8)), request)
        var bytes: [UInt8] = []
        try named.writeSnapshot { bytes += $0 }
        #expect(NamedGraph.isSnapshot(bytes))
        let again = try NamedGraph(snapshot: ByteSource(bytes))
        #expect(again.graph.offsets == named.graph.offsets && again.graph.targets == named.graph.targets)
        #expect(again.graph.weights == named.graph.weights && again.graph.isDirected == isWeighted)
        #expect((0..<5).map { again.names.text($0) } == ["a", "b", "c", "long-name", "77"])
        for place in bytes.indices {
            var broken = bytes
            broken[place] ^= 0x40
            #expect(throws: InputError.self, "byte \(place)") { try NamedGraph(snapshot: ByteSource(broken)) }
        }
        #expect(throws: InputError.badSnapshot) { try NamedGraph(snapshot: ByteSource(Array(bytes.dropLast()))) }
    }
}
