import Formats

/// GeoJSON features as sites with a place: what communities and partners have mapped.
struct GeoSource: FactSource {
    private var reader: GeoJSONReader
    private let context: ImportContext
    let preview = Preview()

    init(_ reader: GeoJSONReader, context: ImportContext) {
        self.reader = reader
        self.context = context
    }

    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool {
        while facts.rows < batchRows {
            guard let item = try reader.next() else { return !facts.isEmpty }
            facts.rows += 1
            switch item {
            case .rejected(let error): facts.rejected.append(error)
            case .feature(let feature, let line): add(feature, line, &facts)
            }
        }
        return true
    }

    private func add(_ feature: GeoFeature, _ line: Int, _ facts: inout FactBatch) {
        // A feature's own id may stand twice in a file, and a file may be one line.
        let key = "\(line)/\(facts.mentionNumber)"
        let isArea = feature["admin_level"] != nil
        let site = facts.mention(isArea ? .area : .site, "\(context.scope)/\(key)", line: line)
        for property in feature.properties where !property.text.isEmpty {
            let known: Property =
                switch property.name {
                case "name", "title": .name
                case "alias", "name_native", "name:th": .alias
                case "kind", "type", "category": .kind
                case "district", "province": .district
                default: .note
                }
            let text = known == .note && property.name != "note" ? "\(property.name): \(property.text)" : property.text
            facts.statements.append(site, known, text, line: line)
        }
        guard let place = feature.geometry?.centre else { return }
        facts.locations.append(
            LocationFacts(
                entity: site, latitude: place.latitude, longitude: place.longitude,
                radius: place.radius > 0 ? place.radius : nil, line: line))
    }
}

extension GeoGeometry {
    /// The middle of a shape, and the distance in metres from there to its farthest corner: the uncertainty of taking
    /// the shape for a place.
    var centre: (latitude: Double, longitude: Double, radius: Double)? {
        let all = positions
        guard !all.isEmpty else { return nil }
        let latitudes = all.map(\.latitude)
        let longitudes = all.map(\.longitude)
        guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
            let east = longitudes.max()
        else { return nil }
        let middle = (latitude: (south + north) / 2, longitude: (west + east) / 2)
        let radius = Distance.metres(middle.latitude, middle.longitude, north, east)
        return (middle.latitude, middle.longitude, radius)
    }
}
