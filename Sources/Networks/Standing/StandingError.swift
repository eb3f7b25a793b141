public import Words

/// Why a flow network cannot be read or worked with.
public enum StandingError: Explained, Equatable {
    /// The source and the sink are the same node.
    case sourceIsSink
    /// A node number that the network does not have.
    case noSuchNode
    /// A capacity or a cost is below zero.
    case negative(arc: Int)
    /// A budget below zero.
    case negativeBudget
    /// There is no arc in the table.
    case empty
    /// A column that the task cannot go without.
    case noColumn(String, known: [String])
    /// A field that is no number, or is below zero.
    case notANumber(line: Int, column: String, text: String)
    /// A row with too few fields.
    case tooShort(line: Int)
    /// A node that somebody named and that no arc touches.
    case unknownNode(String)
    /// Nothing tells where the flow begins.
    case noSource([String])
    /// Nothing tells where the flow ends.
    case noSink([String])
    /// A replacement stands for a node or an arc that the network does not have.
    case unknownReplaced(String)

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .sourceIsSink: Phrase("network.standing.source-is-sink")
        case .noSuchNode: Phrase("network.standing.no-such-node")
        case .negative(let arc): Phrase("network.standing.negative", ["arc": "\(arc + 1)"])
        case .negativeBudget: Phrase("network.standing.negative-budget")
        case .empty: Phrase("network.standing.empty")
        case .noColumn(let column, let known):
            Phrase("network.standing.no-column", ["column": column, "known": known.joined(separator: ", ")])
        case .notANumber(let line, let column, let text):
            Phrase("network.standing.not-a-number", ["line": "\(line)", "column": column, "text": text])
        case .tooShort(let line): Phrase("network.standing.too-short", ["line": "\(line)"])
        case .unknownNode(let name): Phrase("network.standing.unknown-node", ["name": name])
        case .noSource(let names):
            Phrase("network.standing.no-source", ["names": names.prefix(8).joined(separator: ", ")])
        case .noSink(let names): Phrase("network.standing.no-sink", ["names": names.prefix(8).joined(separator: ", ")])
        case .unknownReplaced(let name): Phrase("network.standing.unknown-replaced", ["name": name])
        }
    }
}
