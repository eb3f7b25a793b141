/// A place on the earth in degrees of WGS 84, longitude first as GeoJSON has it.
public struct GeoPosition: Hashable, Sendable {
    /// Degrees east, -180 to 180.
    public var longitude: Double
    /// Degrees north, -90 to 90.
    public var latitude: Double
    /// Metres above the ellipsoid, when known.
    public var altitude: Double?

    /// Makes a position.
    public init(longitude: Double, latitude: Double, altitude: Double? = nil) {
        self.longitude = longitude
        self.latitude = latitude
        self.altitude = altitude
    }
}

/// A shape on the earth (RFC 7946 §3.1).
public indirect enum GeoGeometry: Equatable, Sendable {
    /// One place.
    case point(GeoPosition)
    /// Several places.
    case multiPoint([GeoPosition])
    /// A line through two places or more.
    case lineString([GeoPosition])
    /// Several lines.
    case multiLineString([[GeoPosition]])
    /// An area: the outer ring, then its holes; each ring ends where it began.
    case polygon([[GeoPosition]])
    /// Several areas.
    case multiPolygon([[[GeoPosition]]])
    /// Shapes of several kinds.
    case collection([GeoGeometry])

    /// The name of the kind in GeoJSON.
    public var type: String {
        switch self {
        case .point: "Point"
        case .multiPoint: "MultiPoint"
        case .lineString: "LineString"
        case .multiLineString: "MultiLineString"
        case .polygon: "Polygon"
        case .multiPolygon: "MultiPolygon"
        case .collection: "GeometryCollection"
        }
    }

    /// All positions of the shape, in their order.
    public var positions: [GeoPosition] {
        switch self {
        case .point(let position): [position]
        case .multiPoint(let positions), .lineString(let positions): positions
        case .multiLineString(let lines), .polygon(let lines): lines.flatMap { $0 }
        case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap { $0 } }
        case .collection(let parts): parts.flatMap(\.positions)
        }
    }
}

/// A shape, or none, and what is said of it.
public struct GeoFeature: Equatable, Sendable {
    /// One thing that is said, as text.
    public struct Property: Equatable, Sendable {
        /// The name; inner objects and lists give names such as `owner.name` and `tags.0`.
        public var name: String
        /// The value as it was written.
        public var text: String

        /// Makes a property.
        public init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The id, when it has one; numbers as their text.
    public var id: String?
    /// The shape; `nil` for a feature without a place.
    public var geometry: GeoGeometry?
    /// What is said of it, in the order of the file; members that are `null` say nothing.
    public var properties: [Property]

    /// Makes a feature.
    public init(id: String? = nil, geometry: GeoGeometry?, properties: [Property] = []) {
        self.id = id
        self.geometry = geometry
        self.properties = properties
    }

    /// The text of a property, or `nil`.
    public subscript(property: String) -> String? {
        properties.first { $0.name == property }?.text
    }
}
