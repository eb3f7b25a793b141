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
    /// Adds the outcomes of many pairs to their patterns.
    func add(
        _ first: [UInt32], _ second: [UInt32], _ layout: PatternLayout, _ comparison: Int, to patterns: inout [UInt64])
    /// The keys of a record.
    func keys(_ record: Int, _ way: KeyWay, into keys: inout [UInt64])
    /// The keys of a value.
    func keys(code: UInt32, _ way: KeyWay, into keys: inout [UInt64])
    /// The code of every record's value, and 0 where there is none.
    var codes: [UInt32] { get }
    /// One more than the greatest code.
    var distinct: Int { get }
}

/// One comparison's values with the code of every record.
///
/// A value type over one shared box, copied when it is changed while somebody else holds it: handing it around costs one reference
/// count, not one for each of the store's arrays.
struct Feature<Store: FeatureStore>: ComparedColumn {
    private var box: Box

    // Only changed while one `Feature` holds it, so it may cross threads.
    private final class Box: @unchecked Sendable {
        var store: Store
        var codes: [UInt32] = []
        var distinct = 1

        init(_ store: Store) { self.store = store }

        convenience init(_ other: Box) {
            self.init(other.store)
            (codes, distinct) = (other.codes, other.distinct)
        }

        func code(of fields: [ArraySlice<UInt8>]) -> UInt32 {
            let code = store.code(of: fields)
            distinct = max(distinct, Int(code) + 1)
            return code
        }
    }

    init(_ store: Store) { box = Box(store) }

    var codes: [UInt32] { box.codes }
    var distinct: Int { box.distinct }

    private mutating func own() -> Box {
        if !isKnownUniquelyReferenced(&box) { box = Box(box) }
        return box
    }

    // Every distinct combination of values is looked at once.
    mutating func load(_ columns: [Column]) {
        let box = own()
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
                known.append(box.code(of: columns.map { $0.values.slice($0.codes[record]) }))
            }
            codes.append(known[Int(number)])
        }
        box.codes = codes
    }

    mutating func append(_ fields: [ArraySlice<UInt8>]) {
        let box = own()
        box.codes.append(box.code(of: fields))
    }

    mutating func freeze() {
        let box = own()
        var counts = [UInt32](repeating: 0, count: box.distinct)
        for code in box.codes { counts[Int(code)] += 1 }
        box.store.freeze(counts: counts)
    }

    func match(_ a: Int, _ b: Int) -> Match? {
        let (x, y) = (box.codes[a], box.codes[b])
        guard x != 0, y != 0 else { return nil }
        let match = box.store.match(x, y)
        return match.level < 0 ? nil : match
    }

    func add(
        _ first: [UInt32], _ second: [UInt32], _ layout: PatternLayout, _ comparison: Int, to patterns: inout [UInt64]
    ) {
        let (codes, store) = (box.codes, box.store)
        for pair in first.indices {
            let (x, y) = (codes[Int(first[pair])], codes[Int(second[pair])])
            guard x != 0, y != 0 else { continue }
            patterns[pair] |= layout.pack(store.match(x, y), comparison)
        }
    }

    func keys(_ record: Int, _ way: KeyWay, into keys: inout [UInt64]) {
        if box.codes[record] != 0 { box.store.keys(of: box.codes[record], by: way, into: &keys) }
    }

    func keys(code: UInt32, _ way: KeyWay, into keys: inout [UInt64]) {
        box.store.keys(of: code, by: way, into: &keys)
    }
}

extension Comparison {
    /// An empty column for this comparison.
    func column(countryCode: String) -> any ComparedColumn {
        switch kind {
        case .name: Feature(NameStore(self))
        case .date: Feature(DateStore(self))
        case .place: Feature(PlaceStore(self))
        case .address: Feature(AddressStore(self))
        case .number, .coordinates: Feature(NumberStore(self))
        case .text, .letters, .category, .phone, .document, .email: Feature(StringStore(self, countryCode: countryCode))
        }
    }
}
