public import Words

/// The first thing that is wrong with a log, and where.
public enum LedgerFault: Explained, Hashable {
    /// A row is not what it was when it was appended.
    case altered(index: Int)
    /// A row stands in the place of another.
    case swapped(index: Int, with: Int)
    /// A row is gone, and there are later ones.
    case missing(index: Int)
    /// A row has a number that no entry can have.
    case strange(index: Int)
    /// The hashes that stand with an entry do not follow from the entries: one of those it closes was replaced.
    case tree(first: Int, last: Int)
    /// The last entries are gone: the log says that there were more.
    case truncated(index: Int, size: Int)
    /// What the log says of its own size or tree is wrong.
    case head(size: Int)
    /// The log once signed that it was larger than it is: entries from `index` on are gone.
    case forgotten(index: Int, signed: Int)
    /// The entries are not those that were signed: one of those between two signed sizes was replaced, with all hashes.
    case rewritten(first: Int, last: Int)
    /// A witness has seen a larger log: this one is an older copy, or its end was cut off.
    case rolledBack(index: Int, witnessed: Int)
    /// A witness has seen other entries: one of those between two witnessed sizes was replaced, or the log is another.
    case contradicted(first: Int, last: Int)
    /// A checkpoint that is kept is none, or not signed by the log.
    case badCheckpoint(size: Int)
    /// A checkpoint from a witness is none of the log's.
    case badWitness(size: Int)
    /// None of the witnesses' checkpoints is of this log.
    case notWitnessed(name: String)
    /// What an entry speaks of is not what was written then.
    case content(index: Int, kind: String, subject: String)
    /// What an entry speaks of is gone.
    case contentMissing(index: Int, kind: String, subject: String)

    /// The number of the first entry that is known to be wrong or gone; nil when it is not an entry that is wrong.
    public var index: Int? {
        switch self {
        case .altered(let index), .swapped(let index, _), .missing(let index), .strange(let index),
            .tree(let index, _), .truncated(let index, _), .forgotten(let index, _), .rewritten(let index, _),
            .rolledBack(let index, _), .contradicted(let index, _), .content(let index, _, _),
            .contentMissing(let index, _, _):
            index
        case .head, .badCheckpoint, .badWitness, .notWitnessed: nil
        }
    }

    /// The fault in words.
    public var phrase: Phrase {
        switch self {
        case .altered(let index): Phrase("ledger.altered", ["index": "\(index)"])
        case .swapped(let index, let other): Phrase("ledger.swapped", ["index": "\(index)", "other": "\(other)"])
        case .missing(let index): Phrase("ledger.missing", ["index": "\(index)"])
        case .strange(let index): Phrase("ledger.strange", ["index": "\(index)"])
        case .tree(let first, let last): Phrase("ledger.tree", ["first": "\(first)", "last": "\(last)"])
        case .truncated(let index, let size): Phrase("ledger.truncated", ["index": "\(index)", "size": "\(size)"])
        case .head(let size): Phrase("ledger.head", ["size": "\(size)"])
        case .forgotten(let index, let signed):
            Phrase("ledger.forgotten", ["index": "\(index)", "signed": "\(signed)"])
        case .rewritten(let first, let last): Phrase("ledger.rewritten", ["first": "\(first)", "last": "\(last)"])
        case .rolledBack(let index, let witnessed):
            Phrase("ledger.rolled-back", ["index": "\(index)", "witnessed": "\(witnessed)"])
        case .contradicted(let first, let last):
            Phrase("ledger.contradicted", ["first": "\(first)", "last": "\(last)"])
        case .badCheckpoint(let size): Phrase("ledger.bad-kept-checkpoint", ["size": "\(size)"])
        case .badWitness(let size): Phrase("ledger.bad-witness", ["size": "\(size)"])
        case .notWitnessed(let name): Phrase("ledger.not-witnessed", ["name": name])
        case .content(let index, let kind, let subject):
            Phrase("ledger.content", ["index": "\(index)", "kind": kind, "subject": subject])
        case .contentMissing(let index, let kind, let subject):
            Phrase("ledger.content-missing", ["index": "\(index)", "kind": kind, "subject": subject])
        }
    }
}
