/// One comparison's values for all records. `Feature` is the only one; the protocol hides which store it has.
protocol ComparedColumn: Sendable {
    /// Takes all records of a table's columns.
    mutating func load(_ columns: [Column])
    /// Adds one record.
    mutating func append(_ fields: [ArraySlice<UInt8>])
    /// Learns how frequent values are.
    mutating func freeze()
    /// How two records agree; nil when one says nothing.
    func match(_ a: Int, _ b: Int) -> Match?
    /// Adds the outcomes of many pairs of values, given by their codes, to the patterns from a place on.
    func add(
        _ first: [UInt32], _ second: [UInt32], _ layout: PatternLayout, _ comparison: Int, to patterns: inout [UInt64],
        from: Int)
    /// The code of a record's value.
    func code(_ record: Int) -> UInt32
    /// The keys of a record.
    func keys(_ record: Int, _ way: KeyWay, into keys: inout [UInt64])
    /// The keys of a value.
    func keys(code: UInt32, _ way: KeyWay, into keys: inout [UInt64])
    /// The code of every record's value, and 0 where there is none.
    var codes: [UInt32] { get }
    /// One more than the greatest code.
    var distinct: Int { get }
}

/// One comparison's values with the code of every record: a value type over one shared box, copied when it is changed while
/// somebody else holds it.
///
/// The box holds its state behind a pointer and not as a property: reading a property of a class copies it, and with it a
/// reference count for each of the store's two dozen arrays, at every pair. Safe because the memory lives exactly as long as the
/// box, is initialised before the box is seen, and is changed by the box's only holder.
struct Feature<Store: FeatureStore>: ComparedColumn {
    private var box: Box

    private struct State {
        var store: Store
        var codes: [UInt32] = []
        var distinct = 1

        mutating func code(of fields: [ArraySlice<UInt8>]) -> UInt32 {
            let code = store.code(of: fields)
            distinct = max(distinct, Int(code) + 1)
            return code
        }
    }

    private final class Box: @unchecked Sendable {
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

        init(_ state: State) { self.state.initialize(to: state) }

        deinit {
            state.deinitialize(count: 1)
            state.deallocate()
        }
    }

    init(_ store: Store) { box = Box(State(store: store)) }

    private var state: UnsafeMutablePointer<State> { box.state }
    var codes: [UInt32] { state.pointee.codes }
    func code(_ record: Int) -> UInt32 { state.pointee.codes[record] }
    var distinct: Int { state.pointee.distinct }

    private mutating func own() -> UnsafeMutablePointer<State> {
        if !isKnownUniquelyReferenced(&box) { box = Box(box.state.pointee) }
        return box.state
    }

    // Every distinct combination of values is looked at once.
    mutating func load(_ columns: [Column]) {
        let state = own()
        let count = columns.first?.codes.count ?? 0
        var codes: [UInt32] = []
        codes.reserveCapacity(count)
        var seen = CodeMap(capacity: columns.first?.values.count ?? 0)
        var known: [UInt32] = []
        for record in 0..<count {
            var key: UInt64 = 0
            for column in columns { key = Hash.join(key, UInt64(column.codes[record])) }
            let number = seen.number(of: key, orNew: UInt32(known.count))
            if Int(number) == known.count {
                known.append(state.pointee.code(of: columns.map { $0.values.slice($0.codes[record]) }))
            }
            codes.append(known[Int(number)])
        }
        state.pointee.codes = codes
    }

    mutating func append(_ fields: [ArraySlice<UInt8>]) {
        let state = own()
        let code = state.pointee.code(of: fields)
        state.pointee.codes.append(code)
    }

    mutating func freeze() {
        let state = own()
        var counts = [UInt32](repeating: 0, count: distinct)
        for code in codes { counts[Int(code)] += 1 }
        state.pointee.store.freeze(counts: counts)
    }

    // Called through the protocol, generic code would be run unspecialised, ten times slower; these lines forbid it.
    @_specialize(where Store == NameStore)
    @_specialize(where Store == StringStore)
    @_specialize(where Store == DateStore)
    @_specialize(where Store == PlaceStore)
    @_specialize(where Store == WordsStore)
    @_specialize(where Store == NumberStore)
    func match(_ a: Int, _ b: Int) -> Match? {
        let (x, y) = (state.pointee.codes[a], state.pointee.codes[b])
        guard x != 0, y != 0 else { return nil }
        let match = state.pointee.store.match(x, y)
        return match.level < 0 ? nil : match
    }

    @_specialize(where Store == NameStore)
    @_specialize(where Store == StringStore)
    @_specialize(where Store == DateStore)
    @_specialize(where Store == PlaceStore)
    @_specialize(where Store == WordsStore)
    @_specialize(where Store == NumberStore)
    func add(
        _ first: [UInt32], _ second: [UInt32], _ layout: PatternLayout, _ comparison: Int, to patterns: inout [UInt64],
        from: Int
    ) {
        for pair in first.indices {
            let (x, y) = (first[pair], second[pair])
            guard x != 0, y != 0 else { continue }
            patterns[from + pair] |= layout.pack(state.pointee.store.match(x, y), comparison)
        }
    }

    func keys(_ record: Int, _ way: KeyWay, into keys: inout [UInt64]) {
        let code = state.pointee.codes[record]
        if code != 0 { state.pointee.store.keys(of: code, by: way, into: &keys) }
    }

    @_specialize(where Store == NameStore)
    @_specialize(where Store == StringStore)
    @_specialize(where Store == DateStore)
    @_specialize(where Store == PlaceStore)
    @_specialize(where Store == WordsStore)
    @_specialize(where Store == NumberStore)
    func keys(code: UInt32, _ way: KeyWay, into keys: inout [UInt64]) {
        state.pointee.store.keys(of: code, by: way, into: &keys)
    }
}

extension Comparison {
    /// An empty column for this comparison.
    func column(countryCode: String) -> any ComparedColumn {
        switch kind {
        case .name: Feature(NameStore(self))
        case .date, .day: Feature(DateStore(self))
        case .place: Feature(PlaceStore(self))
        case .address, .text: Feature(WordsStore(self))
        case .number, .coordinates: Feature(NumberStore(self))
        case .letters, .category, .phone, .document, .email: Feature(StringStore(self, countryCode: countryCode))
        }
    }
}
