import RichPicture

extension Wire {
    struct Event: WireValue {
        var kind: String
        var start: String
        var precision: String
        var duration: Int?
        var from: Entity
        var to: Entity?
        var place: Entity?
        var handset: Entity?
        var sim: Entity?
        var money: Money?
        var note: String?
        var citation: Citation

        init(_ event: EventLine) {
            kind = event.kind.name
            start = event.start.iso
            precision = "\(event.start.precision)"
            duration = event.duration
            from = Entity(event.from)
            to = event.to.map { Entity($0) }
            place = event.place.map { Entity($0) }
            handset = event.handset.map { Entity($0) }
            sim = event.sim.map { Entity($0) }
            money = event.money.map { Money($0) }
            note = event.note
            citation = Citation(event.citation)
        }
    }

    struct Bucket: WireValue {
        var start: String
        var count: Int
    }

    struct Timeline: WireValue {
        var events: [Event]
        var total: Int
        var histogram: [Bucket]
        var bucketMilliseconds: Int

        init(_ timeline: PictureTimeline) {
            events = timeline.events.map { Event($0) }
            total = timeline.total
            histogram = timeline.histogram.map { Bucket(start: Wire.instant($0.start) ?? "", count: $0.count) }
            bucketMilliseconds = timeline.bucket
        }
    }

    struct Node: WireValue {
        var entity: Entity
        var distance: Int
        var degree: Int
        var halted: String?
        var x: Double
        var y: Double

        init(_ node: PictureNeighbourhood.Node, _ reader: Reader) {
            entity = Entity(node.entity)
            distance = node.distance
            degree = node.degree
            halted = node.halted.map { reader($0) }
            x = node.x
            y = node.y
        }
    }

    struct Edge: WireValue {
        var from: Int
        var to: Int
        var kind: String
        var count: Int
        var first: String?
        var last: String?
        var money: Money?

        init(_ edge: PictureNeighbourhood.Edge) {
            from = edge.from
            to = edge.to
            kind = edge.kind
            count = edge.count
            first = Wire.instant(edge.first)
            last = Wire.instant(edge.last)
            money = edge.money.map { Money($0) }
        }
    }

    struct Neighbourhood: WireValue {
        var nodes: [Node]
        var edges: [Edge]
        var total: Int
        var hidden: Int

        init(_ network: PictureNeighbourhood, hidden: Int, _ reader: Reader) {
            nodes = network.nodes.map { Node($0, reader) }
            edges = network.edges.map { Edge($0) }
            total = network.total
            self.hidden = hidden
        }
    }

    struct Mark: WireValue {
        var entity: Entity
        var place: Place
        var events: Int

        init(_ mark: MapView.Mark) {
            entity = Entity(mark.entity)
            place = Place(mark.place)
            events = mark.events
        }
    }

    struct Cluster: WireValue {
        var latitude: Double
        var longitude: Double
        var count: Int
        var events: Int
        /// `west,south,east,north`, as the parameter takes it.
        var box: String
    }

    struct Map: WireValue {
        var marks: [Mark]
        var total: Int
        var alone: [Mark]
        var clusters: [Cluster]

        init(_ map: MapView) {
            marks = map.marks.map { Mark($0) }
            total = map.total
            alone = map.alone.map { Mark($0) }
            clusters = map.clusters.map {
                Cluster(
                    latitude: $0.latitude, longitude: $0.longitude, count: $0.places, events: $0.events,
                    box: GeoBox($0.extent).text)
            }
        }
    }
}
