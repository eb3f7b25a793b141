public import Words

/// What can be wrong with GeoJSON.
public enum GeoFault: Explained, Equatable {
    /// The outermost object, or a part, has no `type` that fits.
    case unknownType(String)
    /// An object was expected.
    case notAnObject(String)
    /// `coordinates` is missing or not nested as its type asks.
    case badCoordinates(type: String)
    /// A line of fewer than two positions.
    case shortLine
    /// A ring of fewer than four positions.
    case shortRing
    /// A ring that does not end where it began.
    case openRing
    /// Not on the earth.
    case outOfRange(longitude: Double, latitude: Double)
    /// Not on the earth, but it would be the other way round.
    case swapped(first: Double, second: Double)
    /// Another coordinate system than WGS 84.
    case otherCoordinates(String)
    /// The id is neither a text nor a number.
    case badID
    /// More properties, lists taken apart, than a feature may have.
    case tooManyProperties(Int)

    /// The fault in words.
    public var phrase: Phrase {
        switch self {
        case .unknownType(let type): Phrase("geo.unknown-type", ["type": type])
        case .notAnObject(let name): Phrase("geo.not-an-object", ["name": name])
        case .badCoordinates(let type): Phrase("geo.bad-coordinates", ["type": type])
        case .shortLine: Phrase("geo.short-line")
        case .shortRing: Phrase("geo.short-ring")
        case .openRing: Phrase("geo.open-ring")
        case .outOfRange(let longitude, let latitude):
            Phrase("geo.out-of-range", ["longitude": "\(longitude)", "latitude": "\(latitude)"])
        case .swapped(let first, let second):
            Phrase("geo.swapped", ["first": "\(first)", "second": "\(second)"])
        case .otherCoordinates(let name): Phrase("geo.other-coordinates", ["name": name])
        case .badID: Phrase("geo.bad-id")
        case .tooManyProperties(let limit): Phrase("geo.too-many-properties", ["limit": "\(limit)"])
        }
    }
}
