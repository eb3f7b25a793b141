import Testing

@testable import Networks

@Suite("Tables of arcs, as people write them")
struct FlowTableTests {
    private static let same = [
        "from,to,capacity,cost\ns,a,3,2\na,t,4,\n", "s,a,3,2\na,t,4,inf\n",
        "tail;head;cap;interdiction cost\ns;a;3;2\na;t;4;\n",
        "\u{FEFF}Source\tTarget\tCapacity\tCost\r\ns\ta\t3\t2\r\na\tt\t4\t-\r\n",
        "# a note\n\nto,cost,from,capacity\na,2,s,3\nt,,a,4\n",
        "\"from\",\"to\",\"capacity\",\"cost\"\n\"s\",\"a\",3,2\n\"a\",\"t\",4,\n",
    ]

    @Test("separators, headings, order of columns and quotes do not matter", arguments: same)
    func forms(text: String) throws {
        let network = try FlowTable(text).described().network
        #expect(network.arcs.map(\.capacity) == [3, 4] && network.arcs.map(\.cost) == [2, nil])
        #expect(network.source == network.arcs[0].from && network.sink == network.arcs[1].to)
    }

    @Test("a published instance: source and sink, marks, the arc back, what leaves the source reduced")
    func published() throws {
        let text =
            "0, 4\n0,1,90,8,0,1,0,0\n1,2,10000,4,0,0,1,0\n1,3,10000,10000,0,0,0,0\n2,4,10,4,1,0,0,1\n3,4,10,2,1,0,0,1\n4,0,10000000,10000000,0,0,0,0\n"
        let table = try FlowTable(text)
        let network = try table.described().network
        #expect(table.hasMarks && network.arcs.count == 6 && network.arcs[4].marks == [.counted, .victim])
        #expect(network.supply(reducedTo: 0.7).arcs[0].capacity == 62)  // 0.7 · 90 in doubles is 62.999…
        let plans = FlowInterdiction(network)
        #expect(try plans.plan(.reach, budget: 2).left == [1])
        #expect(try plans.plan(.reach, budget: 8).left == [0])
        let excel = try FlowTable("0,4,,,,,,\n" + text.dropFirst(5)).described().network
        #expect(excel == network)
    }

    @Test("layered networks, DIMACS, decimals, nodes that can be taken, arcs both ways")
    func more() throws {
        let layered = try FlowTable("0,3,1\n0,1,5,1,0,0\n1,2,4,1,1,1\n2,3,5,1,0,2\n")
        #expect(layered.rows.map { $0.marks.contains(.counted) } == [false, true, false])
        let dimacs = try FlowTable("c x\np max 3 2\nn 1 s\nn 3 t\na 1 2 5\na 2 3 4\n").described().network
        #expect(dimacs.arcs.map(\.capacity) == [5, 4] && dimacs.arcs.map(\.cost) == [1, 1])
        let decimals = try FlowTable("from,to,capacity,cost\ns,t,2.25,0.5\n")
        #expect(decimals.capacityScale == 100 && decimals.costScale == 10 && decimals.rows[0].capacity == 225)
        var reading = FlowTable.Reading()
        reading.nodes = try FlowTable.nodes("node,cost\na,3\n")
        let split = try FlowTable("from,to,capacity,cost\ns,a,3,\na,t,4,\n").described(reading)
        #expect(try FlowInterdiction(split.network).plan(.flow, budget: 3).left == [0])
        reading = FlowTable.Reading(source: "t", sink: "s")
        reading.isUndirected = true
        let both = try FlowTable("from,to,capacity,cost\ns,a,3,2\na,t,4,9\n").described(reading).network
        #expect(try FlowInterdiction(both).plan(.flow, budget: 1).left == [3])
        #expect(try FlowInterdiction(both).plan(.flow, budget: 2).left == [0])
    }

    @Test("what cannot be read says where")
    func refused() {
        #expect(throws: StandingError.empty) { try FlowTable("from,to,capacity,cost\n") }
        #expect(throws: StandingError.notANumber(line: 2, column: "capacity", text: "many")) {
            try FlowTable("from,to,capacity\na,b,many\n")
        }
        #expect(throws: StandingError.notANumber(line: 2, column: "cost", text: "-1")) {
            try FlowTable("from,to,capacity,cost\na,b,1,-1\n")
        }
        #expect(throws: StandingError.unknownNode("x")) { try FlowTable("a,b,1,1\n").described(.init(source: "x")) }
        #expect(throws: StandingError.noSource(["a", "c"])) { try FlowTable("from,to\na,b\nc,b\n").described() }
    }
}
