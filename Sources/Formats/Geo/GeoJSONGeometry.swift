// Geometry between `JSONValue` and `GeoGeometry`, both ways.

extension GeoGeometry {
    /// Reads a GeoJSON geometry object. Depth is bounded by the JSON reader's limit.
    init(_ value: JSONValue) throws(GeoFault) {
        guard let object = value.object else { throw .notAnObject("geometry") }
        let type = object["type"]?.text ?? ""
        if type == "GeometryCollection" {
            guard let parts = object["geometries"]?.array else { throw .badCoordinates(type: type) }
            var geometries: [GeoGeometry] = []
            for part in parts { geometries.append(try GeoGeometry(part)) }
            self = .collection(geometries)
            return
        }
        let coordinates = GeoCoordinates(type: type, value: object["coordinates"] ?? .null)
        switch type {
        case "Point": self = .point(try coordinates.position(coordinates.value))
        case "MultiPoint": self = .multiPoint(try coordinates.positions(coordinates.value))
        case "LineString": self = .lineString(try coordinates.line(coordinates.value))
        case "MultiLineString":
            var lines: [[GeoPosition]] = []
            for line in try coordinates.list(coordinates.value) { lines.append(try coordinates.line(line)) }
            self = .multiLineString(lines)
        case "Polygon": self = .polygon(try coordinates.rings(coordinates.value))
        case "MultiPolygon":
            var polygons: [[[GeoPosition]]] = []
            for rings in try coordinates.list(coordinates.value) { polygons.append(try coordinates.rings(rings)) }
            self = .multiPolygon(polygons)
        default: throw .unknownType(type)
        }
    }

    /// The GeoJSON geometry object.
    var json: JSONValue {
        switch self {
        case .point(let position): object(position.json)
        case .multiPoint(let positions), .lineString(let positions): object(.array(positions.map(\.json)))
        case .multiLineString(let lines), .polygon(let lines):
            object(.array(lines.map { .array($0.map(\.json)) }))
        case .multiPolygon(let polygons):
            object(.array(polygons.map { .array($0.map { .array($0.map(\.json)) }) }))
        case .collection(let parts):
            .object(["type": .string(type), "geometries": .array(parts.map(\.json))])
        }
    }

    private func object(_ coordinates: JSONValue) -> JSONValue {
        .object(["type": .string(type), "coordinates": coordinates])
    }
}

extension GeoPosition {
    var json: JSONValue {
        .array([longitude, latitude].map { .number($0) } + (altitude.map { [.number($0)] } ?? []))
    }
}

/// Reads the nested lists of numbers of one geometry.
private struct GeoCoordinates {
    let type: String
    let value: JSONValue

    func list(_ value: JSONValue) throws(GeoFault) -> [JSONValue] {
        guard let list = value.array else { throw .badCoordinates(type: type) }
        return list
    }

    /// Two or three numbers; further ones have no agreed meaning and are passed over (RFC 7946 §3.1.1).
    func position(_ value: JSONValue) throws(GeoFault) -> GeoPosition {
        guard let numbers = value.array, numbers.count >= 2,
            let first = numbers[0].number?.double, let second = numbers[1].number?.double
        else { throw .badCoordinates(type: type) }
        let altitude = numbers.count > 2 ? numbers[2].number?.double : nil
        if numbers.count > 2, altitude == nil { throw .badCoordinates(type: type) }
        guard abs(first) <= 180, abs(second) <= 90 else {
            if abs(first) <= 90, abs(second) <= 180 { throw .swapped(first: first, second: second) }
            throw .outOfRange(longitude: first, latitude: second)
        }
        return GeoPosition(longitude: first, latitude: second, altitude: altitude)
    }

    func positions(_ value: JSONValue) throws(GeoFault) -> [GeoPosition] {
        var positions: [GeoPosition] = []
        for element in try list(value) { positions.append(try position(element)) }
        return positions
    }

    func line(_ value: JSONValue) throws(GeoFault) -> [GeoPosition] {
        let line = try positions(value)
        if line.count < 2 { throw .shortLine }
        return line
    }

    /// The rings of a polygon. Which way they turn is not looked at: RFC 7946 asks readers not to insist.
    func rings(_ value: JSONValue) throws(GeoFault) -> [[GeoPosition]] {
        var rings: [[GeoPosition]] = []
        for element in try list(value) {
            let ring = try positions(element)
            if ring.count < 4 { throw .shortRing }
            if ring.first != ring.last { throw .openRing }
            rings.append(ring)
        }
        return rings
    }
}
