extension NamedCalls {
    /// The records of several files as one: what has the same name is the same.
    ///
    /// A column that any of them has is there; where a file has none, its rows say nothing.
    public init(joining files: [NamedCalls]) {
        var tables = [NameTable](repeating: NameTable(), count: 4)
        var columns = [[UInt32]](repeating: [], count: 5)
        var (time, duration, kind): ([Int64], [Int32], [Calls.Kind]) = ([], [], [])
        for file in files {
            let codes = [file.phones, file.cells, file.imeis, file.imsis].enumerated().map { place, names in
                (0..<names.count).map { tables[place].code(of: names.text($0)) }
            }
            let calls = file.calls
            let none = [UInt32](repeating: Calls.none, count: calls.count)
            for (place, table, column) in [
                (0, 0, calls.from), (1, 0, calls.to), (2, 1, calls.cell), (3, 2, calls.imei), (4, 3, calls.imsi),
            ] {
                columns[place] +=
                    column.isEmpty ? none : column.map { $0 == Calls.none ? $0 : codes[table][Int($0)] }
            }
            time += calls.time
            duration += calls.duration.isEmpty ? [Int32](repeating: 0, count: calls.count) : calls.duration
            kind += calls.kind.isEmpty ? [Calls.Kind](repeating: .voice, count: calls.count) : calls.kind
        }
        let has = { (column: [UInt32]) in column.contains { $0 != Calls.none } ? column : [] }
        self.init(
            calls: Calls(
                phoneCount: tables[0].count, from: columns[0], to: columns[1], time: time, duration: duration,
                cell: has(columns[2]), imei: has(columns[3]), imsi: has(columns[4]), kind: kind),
            tables: tables, zone: files.first?.zone ?? 0)
    }
}
