/// What a person has decided about two records.
public struct Judgement: Hashable, Sendable, Codable {
    /// The records' ids; the first stands before the second in the alphabet.
    public let first: String
    /// The other record's id.
    public let second: String
    /// What was decided.
    public let verdict: Verdict

    /// Makes a judgement; the order of the records does not matter.
    public init(_ a: String, _ b: String, _ verdict: Verdict) {
        first = min(a, b)
        second = max(a, b)
        self.verdict = verdict
    }

    /// What can be decided.
    public enum Verdict: String, Sendable, Codable {
        /// They are one person.
        case same
        /// They are two persons; no machine overrules that.
        case notSame
        /// It cannot be known: the machine does not join them directly.
        case unknown
    }
}

/// Judgements by record.
struct Judgements: Sendable {
    private var byPair: [String: [String: Judgement.Verdict]] = [:]

    init(_ list: [Judgement] = []) { for judgement in list { add(judgement) } }

    /// Adds a judgement; a later one about the same records replaces it.
    mutating func add(_ judgement: Judgement) {
        byPair[judgement.first, default: [:]][judgement.second] = judgement.verdict
        byPair[judgement.second, default: [:]][judgement.first] = judgement.verdict
    }

    /// Takes a judgement back.
    mutating func remove(_ a: String, _ b: String) {
        byPair[a]?[b] = nil
        byPair[b]?[a] = nil
    }

    var isEmpty: Bool { byPair.isEmpty }

    /// The verdict about two records.
    subscript(_ a: String, _ b: String) -> Judgement.Verdict? { byPair[a]?[b] }

    /// The records about which something has been said together with this one.
    func others(of id: String) -> [String: Judgement.Verdict] { byPair[id] ?? [:] }

    /// What was decided to be the same, as edges that outweigh everything.
    func edges(_ evidence: Evidence) -> [Edge] {
        if isEmpty { return [] }
        let places = Dictionary(evidence.ids.enumerated().map { ($0.element, UInt32($0.offset)) }) { first, _ in first }
        return byPair.flatMap { id, others in
            others.compactMap { other, verdict -> Edge? in
                guard verdict == .same, id < other, let a = places[id], let b = places[other] else { return nil }
                return Edge(first: min(a, b), second: max(a, b), score: .decided)
            }
        }
    }
}
