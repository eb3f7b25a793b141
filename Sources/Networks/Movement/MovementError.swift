public import Words

/// Why sightings could not be compared.
public enum MovementError: Explained, Equatable {
    /// They have to come in the order of time, and this one does not.
    case notInOrder(sighting: Int)
    /// More pairs meet than can be held.
    case tooManyPairs(limit: Int)

    /// What to do about it.
    public var phrase: Phrase {
        switch self {
        case .notInOrder(let sighting): Phrase("network.movement.not-in-order", ["sighting": String(sighting)])
        case .tooManyPairs(let limit): Phrase("network.movement.too-many-pairs", ["limit": String(limit)])
        }
    }
}
