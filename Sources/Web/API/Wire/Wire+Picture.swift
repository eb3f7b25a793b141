import RichPicture

extension Wire {
    struct StreamHolding: WireValue {
        var stream: String
        var sources: Int
        var events: Int
        var statements: Int
        var latest: String?
    }

    struct Home: WireValue {
        var entities: [Count]
        var streams: [StreamHolding]
        var recent: [Source]
        var waiting: [Source]

        init(_ home: PictureHome, _ reader: Reader) {
            entities = home.entities.map { Count(name: $0.kind.name, count: $0.count) }
            streams = home.streams.map {
                StreamHolding(
                    stream: $0.stream.rawValue, sources: $0.sources, events: $0.events, statements: $0.statements,
                    latest: Wire.instant($0.latest))
            }
            recent = home.recent.map { Source($0, reader) }
            waiting = home.waiting.map { Source($0, reader) }
        }
    }

    struct Hit: WireValue {
        var entity: Entity
        var matched: String
        var property: String?
        var reason: String
        var sources: Int
        var events: Int
        var first: String?
        var last: String?
        var streams: [String]
        var confidence: Int
        var citation: Citation?

        init(_ hit: SearchHit) {
            entity = Entity(hit.entity)
            matched = hit.matched
            property = hit.property?.name
            reason = hit.reason.rawValue
            sources = hit.sources
            events = hit.events
            first = Wire.instant(hit.first)
            last = Wire.instant(hit.last)
            streams = hit.streams.map(\.rawValue)
            confidence = hit.confidence
            citation = hit.citation.map { Citation($0) }
        }
    }

    struct Search: WireValue {
        var hits: [Hit]
        var total: Int
        var isTruncated: Bool
        var kinds: [Count]
        var streams: [Count]
        var leavesPeopleOut: Bool

        init(_ page: PictureSearchPage) {
            hits = page.hits.map { Hit($0) }
            total = page.total
            isTruncated = page.isTruncated
            kinds = page.kinds.map { Count(name: $0.kind.name, count: $0.count) }
            streams = page.streams.map { Count(name: $0.stream.rawValue, count: $0.count) }
            leavesPeopleOut = page.leavesPeopleOut
        }
    }

    struct Value: WireValue {
        var property: String
        var text: String
        var raw: String?
        var link: Entity?
        var citation: Citation

        init(_ value: EntityView.Value) {
            property = value.property.name
            text = value.text
            raw = value.raw
            link = value.link.map { Entity($0) }
            citation = Citation(value.citation)
        }
    }

    struct Place: WireValue {
        var latitude: Double
        var longitude: Double
        var azimuth: Double?
        var beam: Double?
        var radius: Double?
        var citation: Citation

        init(_ place: EntityView.Place) {
            latitude = place.latitude
            longitude = place.longitude
            azimuth = place.azimuth
            beam = place.beam
            radius = place.radius
            citation = Citation(place.citation)
        }
    }

    struct Appearance: WireValue {
        var citation: Citation
        var events: Int
        var first: String?
        var last: String?

        init(_ line: PictureAppearance) {
            citation = Citation(line.citation)
            events = line.events
            first = Wire.instant(line.first)
            last = Wire.instant(line.last)
        }
    }

    struct EntityDetail: WireValue {
        var entity: Entity
        var values: [Value]
        var inverse: [Value]
        var places: [Place]
        var appearances: [Appearance]
        var contradictions: [String]
        var stopped: String?
        var eventCount: Int

        init(_ view: EntityView) {
            entity = Entity(view.entity)
            values = view.values.map { Value($0) }
            inverse = view.inverse.map { Value($0) }
            places = view.places.map { Place($0) }
            appearances = view.appearances.map { Appearance($0) }
            contradictions = view.contradictions.map(\.name)
            stopped = view.stopped
            eventCount = view.eventCount
        }
    }
}
