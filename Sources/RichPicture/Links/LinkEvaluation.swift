public import Access
import Storage

/// What somebody who knows the truth has to know of a mention to say who it is.
public struct EvaluatedMention: Sendable {
    /// Names as written.
    public var names: [String]
    /// The birth date as ISO 8601 writes it, if one is stated.
    public var born: String?
    /// Numbers of documents, without their country.
    public var documents: [String]
}

/// How good the proposals are, where the truth is known: counts, and nobody's name.
public struct LinkEvaluation: Sendable, Hashable {
    /// Pairs of mentions.
    public struct Pairs: Sendable, Hashable {
        /// Pairs that the proposals and the decisions take for one.
        public var proposed = 0
        /// Of these, pairs that are one.
        public var right = 0
        /// Pairs that are one.
        public var one = 0

        /// Which share of what is proposed is right.
        public var precision: Double { proposed == 0 ? 1 : Double(right) / Double(proposed) }
        /// Which share of what is one is proposed.
        public var recall: Double { one == 0 ? 1 : Double(right) / Double(one) }
    }

    /// Mentions that were compared, those of whom the truth says who they are, and those of persons at risk among them.
    public var mentions = 0
    /// Mentions whose person is known.
    public var known = 0
    /// Mentions of persons at risk.
    public var atRisk = 0
    /// Proposals that wait.
    public var proposals = 0
    /// All pairs, and those of two sources.
    public var all = Pairs()
    /// Pairs of mentions in two sources.
    public var across = Pairs()
    /// Merges that stand, and how many of them no person has decided; there are none.
    public var merges = 0
    /// Merges by no person.
    public var mergesByMachine = 0
    /// Mentions of persons at risk that a machine has merged with any other.
    public var atRiskMergedByMachine = 0
}

extension RichPicture {
    /// Compares the proposals for persons with a known truth.
    ///
    /// - Parameter who: who a mention is, and whether that is a person at risk; `nil` where the truth does not say.
    public func evaluateLinks(
        as viewer: Viewer, who: @Sendable (EvaluatedMention) -> (person: String, isAtRisk: Bool)?
    ) async throws -> LinkEvaluation {
        var evaluation = LinkEvaluation()
        guard viewer.decidesLinks else { return evaluation }
        let desk = try await links.desk(.people, as: viewer)
        var people: [Int: (person: String, isAtRisk: Bool)] = [:]
        for mention in desk.mentions.values { people[mention.entity] = who(EvaluatedMention(mention)) }
        evaluation.mentions = desk.mentions.count
        evaluation.known = people.count
        evaluation.atRisk = people.values.count(where: { $0.isAtRisk })
        evaluation.proposals = desk.drafts.count
        var groups = Groups()
        for draft in desk.drafts { groups.join(draft.units.flatMap { $0.mentions.map(\.entity) }) }
        for decision in desk.canon.decisions where decision.verdict == .same { groups.join(decision.members) }
        let known = people.keys.sorted()
        let parts: [([[Int]], WritableKeyPath<LinkEvaluation.Pairs, Int>)] = [
            (Array(Dictionary(grouping: known) { groups.root($0) }.values), \.proposed),
            (
                Array(Dictionary(grouping: known) { [people[$0]?.person ?? "", String(groups.root($0))] }.values),
                \.right
            ),
            (Array(Dictionary(grouping: known) { people[$0]?.person ?? "" }.values), \.one),
        ]
        for (part, path) in parts {
            for members in part {
                evaluation.all[keyPath: path] += members.count * (members.count - 1) / 2
                evaluation.across[keyPath: path] += members.count * (members.count - 1) / 2
                for own in Dictionary(grouping: members, by: { desk.mentions[$0]?.sources[0] ?? 0 }).values {
                    evaluation.across[keyPath: path] -= own.count * (own.count - 1) / 2
                }
            }
        }
        let byMachine = try await mergesByMachine(desk.canon)
        evaluation.merges = desk.canon.decisions.count { $0.verdict == .same }
        evaluation.mergesByMachine = byMachine.count
        evaluation.atRiskMergedByMachine = Set(byMachine.flatMap(\.members)).count { people[$0]?.isAtRisk == true }
        return evaluation
    }

    // Merges whose record says of nobody that they decided it.
    private func mergesByMachine(_ canon: Canon) async throws -> [Canon.Decision] {
        let merges = canon.decisions.filter { $0.verdict == .same }
        return try await database.read { connection in
            try merges.filter { merge in
                let sql: SQL = """
                    SELECT v.account FROM record_version v JOIN record r ON r.id = v.record AND r.version = v.version
                    WHERE r.pid = \(merge.record) AND r.state = 'same'
                    """
                return try connection.row(sql)?.text(0).isEmpty ?? true
            }
        }
    }
}

extension EvaluatedMention {
    fileprivate init(_ mention: Mention) {
        self.init(
            names: mention.names, born: mention.values[.birthDate],
            documents: mention.held.filter { $0.kind == .document }.map { held in
                String(held.key.split(separator: ":", maxSplits: 1).last ?? "")
            })
    }
}

/// Entities that are taken for one.
private struct Groups {
    private var parents: [Int: Int] = [:]

    func root(_ entity: Int) -> Int {
        var entity = entity
        while let parent = parents[entity], parent != entity { entity = parent }
        return entity
    }

    mutating func join(_ entities: [Int]) {
        guard let first = entities.first else { return }
        for entity in entities.dropFirst() {
            let (x, y) = (root(first), root(entity))
            if x != y { parents[max(x, y)] = min(x, y) }
        }
    }
}
