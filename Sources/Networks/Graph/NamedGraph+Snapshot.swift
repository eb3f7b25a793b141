/// A graph as bytes, and back: opened in a small part of the time that loading a table takes.
///
/// A heading of nine words of 64 bits, little-endian: the mark `DAYGRAPH`, the version (1), flags (bit 0 directed, bit 1
/// weighted), the numbers of nodes, of entries in `targets` and of bytes of the names, the number of rows, a checksum of what
/// follows, and one of the heading. Then `offsets`, `targets`, `weights`, the starts of the names and their bytes, as in memory.
extension NamedGraph {
    private static let mark: UInt64 = 0x4850_4152_4759_4144  // "DAYGRAPH"
    private static let heading = 9

    /// Writes the graph, portion by portion.
    public func writeSnapshot(_ put: (UnsafeRawBufferPointer) throws -> Void) throws {
        func each(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
            try graph.offsets.withUnsafeBytes(body)
            try graph.targets.withUnsafeBytes(body)
            try graph.weights?.withUnsafeBytes(body)
            try names.starts.withUnsafeBytes(body)
            try names.bytes.withUnsafeBytes(body)
        }
        let flags: UInt64 = (graph.isDirected ? 1 : 0) | (graph.weights == nil ? 0 : 2)
        var heading: [UInt64] = [
            Self.mark, 1, flags, UInt64(graph.count), UInt64(graph.targets.count), UInt64(names.bytes.count),
            UInt64(rows),
        ].map(\.littleEndian)
        var sum = Checksum()
        try each { sum.add($0) }
        heading.append(sum.value.littleEndian)
        heading.append(Self.checksum(heading).littleEndian)
        try heading.withUnsafeBytes(put)
        try each(put)
    }

    /// Reads a graph that `writeSnapshot` has written; what is damaged is refused.
    public init(snapshot source: ByteSource) throws {
        var heading = [UInt64](repeating: 0, count: Self.heading)
        let count = try heading.withUnsafeMutableBytes { try source.fill($0) }
        let isWhole = count == Self.heading * 8 && Self.checksum(heading.dropLast()) == UInt64(littleEndian: heading[8])
        heading = heading.map(UInt64.init(littleEndian:))
        let (nodes, entries, bytes) = (heading[3], heading[4], heading[5])
        guard isWhole, heading[0] == Self.mark, heading[1] == 1, nodes < UInt64(UInt32.max),
            entries < UInt64(UInt32.max), bytes < UInt64(UInt32.max)
        else { throw InputError.badSnapshot }
        var sum = Checksum()
        let offsets: [UInt32] = try Self.array(Int(nodes) + 1, source, &sum)
        let targets: [UInt32] = try Self.array(Int(entries), source, &sum)
        let weights: [Double]? = heading[2] & 2 == 0 ? nil : try Self.array(Int(entries), source, &sum)
        let starts: [UInt32] = try Self.array(Int(nodes) + 1, source, &sum)
        let names: [UInt8] = try Self.array(Int(bytes), source, &sum)
        guard sum.value == heading[7] else { throw InputError.badSnapshot }
        self.init(
            graph: Graph(isDirected: heading[2] & 1 != 0, offsets: offsets, targets: targets, weights: weights),
            names: NameTable(bytes: names, starts: starts), rows: Int(heading[6]))
    }

    // The heading has a checksum of its own: nothing is asked for memory before it is known to be whole.
    private static func checksum(_ heading: some Sequence<UInt64>) -> UInt64 {
        var sum = Checksum()
        Array(heading).withUnsafeBytes { sum.add($0) }
        return sum.value
    }

    /// Whether a file begins like a snapshot.
    public static func isSnapshot(_ beginning: [UInt8]) -> Bool { beginning.starts(with: "DAYGRAPH".utf8) }

    // Read in portions, so that a heading that lies about the length cannot ask for memory that nothing fills.
    private static func array<Value: BitwiseCopyable>(
        _ count: Int, _ source: ByteSource, _ sum: inout Checksum
    ) throws -> [Value] {
        var isWhole = true
        let array = try [Value](unsafeUninitializedCapacity: count) { room, filled in
            var raw = UnsafeMutableRawBufferPointer(room)
            while !raw.isEmpty {
                let portion = UnsafeMutableRawBufferPointer(rebasing: raw[..<min(raw.count, 1 << 18)])
                guard try source.fill(portion) == portion.count else {
                    isWhole = false
                    break
                }
                sum.add(UnsafeRawBufferPointer(portion))
                raw = UnsafeMutableRawBufferPointer(rebasing: raw[portion.count...])
            }
            filled = isWhole ? count : 0
        }
        guard isWhole else { throw InputError.badSnapshot }
        return array
    }
}
