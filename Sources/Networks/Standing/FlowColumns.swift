/// Where the columns of a table of arcs stand.
struct FlowColumns {
    var from: Int?, to: Int?, capacity: Int?, cost: Int?, kind: Int?
    var marks: [(mark: FlowNetwork.Marks, column: Int)] = []

    /// The published instances.
    static var published: FlowColumns {
        FlowColumns(
            from: 0, to: 1, capacity: 2, cost: 3, marks: [(.counted, 4), (.trafficker, 5), (.bottom, 6), (.victim, 7)])
    }

    /// The published layered networks.
    static var layered: FlowColumns { FlowColumns(from: 0, to: 1, capacity: 2, cost: 3, marks: [(.counted, 4)]) }

    /// A table without a heading.
    static func plain(_ count: Int) -> FlowColumns {
        FlowColumns(
            from: 0, to: 1, capacity: count > 2 ? 2 : nil, cost: count > 3 ? 3 : nil,
            marks: count > 4 ? [(.counted, 4)] : [])
    }

    private init(
        from: Int?, to: Int?, capacity: Int?, cost: Int?, kind: Int? = nil,
        marks: [(mark: FlowNetwork.Marks, column: Int)] = []
    ) {
        (self.from, self.to, self.capacity, self.cost, self.kind, self.marks) = (from, to, capacity, cost, kind, marks)
    }

    /// The columns of a heading; nil when the first row is none.
    init?(heading: [String]) {
        let plain = heading.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        func place(_ names: [String]) -> Int? {
            names.lazy.compactMap { name in plain.firstIndex(of: name) }.first
        }
        self.init(
            from: place(["from", "tail", "source", "src", "fromnode", "u", "i", "node1", "start", "origin"]),
            to: place(["to", "head", "target", "dst", "tonode", "v", "j", "node2", "end", "destination", "sink"]),
            capacity: place(["capacity", "cap", "arccapacity", "flow", "max", "limit", "amount", "weight"]),
            cost: place([
                "cost", "interdictioncost", "arcinterdictioncost", "price", "effort", "r", "interdiction", "resource",
            ]),
            kind: place(["kind", "type", "role", "class"]))
        let marked: [(FlowNetwork.Marks, [String])] = [
            (.counted, ["counted", "special", "specialarc", "specialindicator", "isspecial"]),
            (.trafficker, ["trafficker", "istrafficker", "traffickerarc"]),
            (.bottom, ["bottom", "isbottom", "bottomarc"]), (.victim, ["victim", "isvictim", "victimarc"]),
        ]
        for (mark, names) in marked { if let column = place(names) { marks.append((mark, column)) } }
        if from == nil, to == nil, capacity == nil, cost == nil { return nil }
    }

    /// Does a field say yes?
    static func means(_ text: String) -> Bool { ["1", "yes", "true", "y", "x", "1.0"].contains(text.lowercased()) }

    /// What a word in the column of kinds stands for.
    static func marks(_ kind: String) -> FlowNetwork.Marks {
        switch kind.lowercased() {
        case "trafficker", "recruiter", "broker": .trafficker
        case "bottom": .bottom
        case "victim", "person", "person at risk": [.victim, .counted]
        case "special", "counted": .counted
        default: []
        }
    }
}
