import Access
import Storage
import Synchronization

/// Who is held to be one and the same, in the eyes of one viewer: for every entity that people have joined with others, its
/// *canonical* one, which stands for all of them.
///
/// It is a function of the decisions that the viewer may see and of the entities that they may see. So nothing hints at a half
/// that is hidden from somebody, and a decision that is taken back leaves nothing behind. The canonical entity is the one that
/// came first.
///
/// Decisions are obeyed in the order in which they were made, and *not the same* before all: where people have contradicted each
/// other, unknowing, what was said to be apart stays apart, and `contradicted` says so.
struct Canon: Sendable {
    /// A decision as the picture keeps it.
    struct Decision: Sendable, Hashable {
        var number: Int
        var record: String
        var verdict: LinkVerdict
        /// The organisation that decided, and when.
        var organisation: String
        var at: Int
        /// The entities, ascending.
        var members: [Int]
    }

    /// The decisions that the viewer may see and that are in force, in the order in which they were made.
    let decisions: [Decision]
    /// Decisions of *same* that are not obeyed, because an entity of each side was said to be apart.
    let contradicted: Set<Int>
    /// By entity: the canonical one, where that is another.
    private let canonical: [Int: Int]
    /// By canonical entity: all that it stands for, itself first.
    private let groups: [Int: [Int]]

    /// Nobody is joined with anybody.
    static let nobody = Canon([])

    /// The groups that follow from decisions.
    init(_ decisions: [Decision]) {
        self.decisions = decisions.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
        var apart: [Int: Set<Int>] = [:]
        for decision in self.decisions where decision.verdict == .notSame {
            for (one, other) in decision.pairs {
                apart[one, default: []].insert(other)
                apart[other, default: []].insert(one)
            }
        }
        var sets = Sets()
        var contradicted: Set<Int> = []
        for decision in self.decisions where decision.verdict == .same {
            let union = sets.union(of: decision.members)
            if union.contains(where: { apart[$0].map { !$0.isDisjoint(with: union) } ?? false }) {
                contradicted.insert(decision.number)
            } else {
                sets.join(union)
            }
        }
        self.contradicted = contradicted
        groups = sets.groups()
        var canonical: [Int: Int] = [:]
        for (first, members) in groups { for member in members where member != first { canonical[member] = first } }
        self.canonical = canonical
    }

    /// The entity that stands for one.
    func callAsFunction(_ entity: Int) -> Int { canonical[entity] ?? entity }

    /// All entities that are one with this one, the canonical first.
    func members(of entity: Int) -> [Int] { groups[self(entity)] ?? [entity] }

    /// Whether anybody is joined with anybody.
    var isEmpty: Bool { groups.isEmpty }

    /// The entities that others stand for, with the canonical ones.
    var replaced: [Int: Int] { canonical }

    /// A decision of *not the same* that stands between these entities, or between any that are one with them.
    func apart(_ entities: [Int]) -> Decision? {
        let meant = Set(entities.flatMap { members(of: $0) })
        return decisions.first { decision in
            decision.verdict == .notSame
                && decision.pairs.contains { pair in
                    meant.contains(pair.0) && meant.contains(pair.1) && self(pair.0) != self(pair.1)
                }
        }
    }
}

extension Canon.Decision {
    /// Every two of its members.
    var pairs: [(Int, Int)] {
        members.indices.flatMap { first in members[(first + 1)...].map { (members[first], $0) } }
    }
}

/// Disjoint sets of entities.
private struct Sets {
    private var number: [Int: Int] = [:]
    private var members: [Int: Set<Int>] = [:]

    /// Some entities with all that are in one set with any of them.
    func union(of entities: [Int]) -> Set<Int> {
        entities.reduce(into: Set(entities)) { union, entity in
            if let set = number[entity].flatMap({ members[$0] }) { union.formUnion(set) }
        }
    }

    /// Makes one set of entities; each set that has one of them is whole in it.
    mutating func join(_ union: Set<Int>) {
        guard let first = union.min() else { return }
        for entity in union { if let old = number[entity] { members[old] = nil } }
        for entity in union { number[entity] = first }
        members[first] = union
    }

    /// The sets of more than one, by their first.
    func groups() -> [Int: [Int]] { members.filter { $0.value.count > 1 }.mapValues { $0.sorted() } }
}

// MARK: - In the eyes of a viewer

extension Canon {
    /// Reads the decisions that rest on nothing but what the viewer may see, of the entities that they may see.
    static func load(as viewer: Viewer, _ connection: any Reading) throws -> Canon {
        var hidden: Set<Int> = []
        let bases: SQL = """
            SELECT b.decision, s.label, s.identity FROM link_basis b JOIN source s ON s.id = b.source
            JOIN link_decision d ON d.id = b.decision WHERE d.verdict > 0
            """
        try connection.each(bases) { row in
            guard !viewer.clearance.contains(row.int(1)) || !viewer.clearance.contains(row.int(2)) else { return }
            hidden.insert(row.int(0))
        }
        var members: [Int: [Int]] = [:]
        let seen: SQL = """
            SELECT m.decision, m.entity FROM link_member m JOIN link_decision d ON d.id = m.decision
            WHERE d.verdict > 0 AND EXISTS (SELECT 1 FROM appearance p JOIN source s ON s.id = p.source
                WHERE p.entity = m.entity AND s.state = 'committed' AND \(viewer.sees("p.label")))
            ORDER BY m.decision, m.entity
            """
        try connection.each(seen) { row in members[row.int(0), default: []].append(row.int(1)) }
        let sql: SQL = "SELECT id, record, verdict, organisation, at FROM link_decision WHERE verdict > 0 ORDER BY id"
        return Canon(
            try connection.rows(sql).compactMap { row in
                guard !hidden.contains(row.int(0)), let verdict = LinkVerdict(rawValue: row.int(2)),
                    let members = members[row.int(0)], members.count > 1
                else { return nil }
                return Decision(
                    number: row.int(0), record: row.text(1), verdict: verdict, organisation: row.text(3),
                    at: row.int(4),
                    members: members)
            })
    }
}

/// Keeps what was last read, so that a request that follows another asks the database for one number.
final class CanonKeeper: Sendable {
    private let held = Mutex<[Clearance: (changes: Int, canon: Canon)]>([:])
    /// Viewers who are remembered.
    private static let limit = 64

    /// Who is one with whom, for a viewer, as the transaction sees it.
    func canon(as viewer: Viewer, _ connection: any Reading) throws -> Canon {
        let changes = try PictureChanges.count(connection)
        if let known = held.withLock({ $0[viewer.clearance] }), known.changes == changes { return known.canon }
        let canon = try Canon.load(as: viewer, connection)
        held.withLock { held in
            if held.count >= Self.limit { held.removeAll() }
            held[viewer.clearance] = (changes, canon)
        }
        return canon
    }
}

extension RichPicture {
    /// Who is one with whom, for a viewer, as the transaction sees it.
    func canon(as viewer: Viewer, _ connection: any Reading) throws -> Canon {
        try canons.canon(as: viewer, connection)
    }
}

// MARK: - In SQL

extension Canon {
    /// A join that has, for a column of entities, the canonical one; nothing while nobody is joined with anybody.
    func join(_ column: String, as alias: String) -> SQL {
        guard !canonical.isEmpty else { return "" }
        let values = canonical.sorted { $0.key < $1.key }.map { "(\($0.key),\($0.value))" }.joined(separator: ",")
        return " LEFT JOIN (VALUES \(raw: values)) AS \(raw: alias) ON \(raw: alias).column1 = \(raw: column)"
    }

    /// The canonical entity of a column that was joined under this alias.
    func number(_ column: String, _ alias: String) -> SQL {
        canonical.isEmpty ? "\(raw: column)" : "COALESCE(\(raw: alias).column2, \(raw: column))"
    }
}
