public import Words

/// What keeps a network from being written.
public enum GraphFault: Explained, Equatable {
    /// Two nodes or two edges have this id.
    case sameID(String)
    /// An edge leads to or from a node that is not there.
    case noSuchNode(String, edge: String)
    /// A value for an attribute that was not declared.
    case undeclared(String)
    /// A value of another kind than declared.
    case wrongKind(String)
    /// Two attributes have this name, or it is one of the fixed columns.
    case nameTaken(String)
    /// A number is infinite or not a number.
    case notFinite(String)

    /// The fault in words.
    public var phrase: Phrase {
        switch self {
        case .sameID(let id): Phrase("graph.same-id", ["id": id])
        case .noSuchNode(let node, let edge): Phrase("graph.no-such-node", ["node": node, "edge": edge])
        case .undeclared(let name): Phrase("graph.undeclared", ["name": name])
        case .wrongKind(let name): Phrase("graph.wrong-kind", ["name": name])
        case .nameTaken(let name): Phrase("graph.name-taken", ["name": name])
        case .notFinite(let name): Phrase("graph.not-finite", ["name": name])
        }
    }
}
