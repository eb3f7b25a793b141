public import Words

/// Why a read of the picture is refused.
public enum PictureRefusal: Explained, Equatable {
    /// Persons were to be listed, and nobody and no place was named (RL-20).
    case namesNobody
    /// An export was to begin at something that is not there, or that the viewer may not see.
    case unknownBeginning(String)

    /// The refusal in words.
    public var phrase: Phrase {
        switch self {
        case .namesNobody: Phrase("search.names-nobody")
        case .unknownBeginning(let id): Phrase("export.unknown-beginning", ["id": id])
        }
    }
}
