/// Which number was in which handset, on which card, and from when until when.
///
/// The number, the handset (IMEI) and the card (IMSI) are identities of their own: a card moves from one handset to
/// another, a number from one card to the next. Two that stood in one record belong together at that moment.
public struct IdentityHistory: Sendable {
    /// What an identity is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A telephone number.
        case number
        /// A handset.
        case imei
        /// A card.
        case imsi
    }

    /// Two identities in one another's company.
    public struct Entry: Sendable, Hashable {
        /// What the history is of.
        public let kind: Kind
        /// Which.
        public let identity: UInt32
        /// What it was with.
        public let otherKind: Kind
        /// Which.
        public let other: UInt32
        /// First seen together, ms.
        public let from: Int64
        /// Last seen together, ms.
        public var until: Int64
        /// Records.
        public var records: Int
        /// Nothing of the other kind came after it: it may hold still.
        public var isOpen = true
        /// While it held, the identity was seen with something else of the kind too.
        public var overlaps = false
    }

    /// The entries: by kind, identity, other kind and time.
    public let entries: [Entry]

    /// Reads the histories out of records. A pair that is seen again after something else came between, and so many
    /// days have passed, is a new entry.
    public init(_ calls: Calls, pause: Int64 = 7 * 86_400_000) {
        let columns: [(Kind, [UInt32])] = [(.number, calls.from), (.imei, calls.imei), (.imsi, calls.imsi)]
            .filter { !$0.1.isEmpty }
        var entries: [Entry] = []
        for (kind, column) in columns {
            for (otherKind, other) in columns where otherKind != kind {
                entries += Self.entries(kind, column, otherKind, other, calls.time, pause)
            }
        }
        self.entries = entries
    }

    private static func entries(
        _ kind: Kind, _ column: [UInt32], _ otherKind: Kind, _ others: [UInt32], _ time: [Int64], _ pause: Int64
    ) -> [Entry] {
        var rows: [UInt32: [Int]] = [:]
        for row in column.indices where column[row] != Calls.none && others[row] != Calls.none {
            rows[column[row], default: []].append(row)
        }
        return rows.sorted { $0.key < $1.key }.flatMap { identity, rows in
            var list: [Entry] = []
            var open: [UInt32: Int] = [:]
            var last = UInt32.max
            for row in rows {
                let other = others[row]
                if let place = open[other], last == other || time[row] - list[place].until < pause {
                    list[place].until = time[row]
                    list[place].records += 1
                } else {
                    open[other] = list.count
                    list.append(
                        Entry(
                            kind: kind, identity: identity, otherKind: otherKind, other: other, from: time[row],
                            until: time[row], records: 1))
                }
                last = other
            }
            let end = list.map(\.until).max() ?? 0
            for place in list.indices {
                list[place].isOpen = list[place].until == end
                list[place].overlaps = list.indices.contains {
                    $0 != place && list[$0].from < list[place].until && list[place].from < list[$0].until
                }
            }
            return list
        }
    }
}
