import RichPicture

/// Reads that pages and API share.
enum Reads {
    /// The entity that an address names; unknown is not found, none asked for is `nil`.
    static func line(_ id: String?, _ visit: Visit) async throws -> EntityLine? {
        guard let id else { return nil }
        guard let entity = try await visit.picture.entity(id, as: visit.viewer) else { throw Problem.notFound }
        return entity.entity
    }

    /// A neighbourhood under all limits of its address; `nil` without a seed.
    static func neighbours(_ state: NetworkState, _ visit: Visit) async throws -> (network: Neighbourhood, hidden: Int)?
    {
        guard !state.seeds.isEmpty else { return nil }
        let network = try await visit.picture.neighbours(
            of: state.seeds, hops: state.hops, filter: state.filter.filter(in: visit.reader.zone), limit: state.limit,
            as: visit.viewer)
        guard let network else { throw Problem.notFound }
        let limited = network.limited(least: state.least, most: state.most)
        return (limited.network.onCanvas().pinned(state.pins), limited.hidden)
    }

    /// A page of a timeline.
    static func timeline(_ state: TimelineState, limit: Int, _ visit: Visit) async throws -> Timeline {
        let timeline = try await visit.picture.timeline(
            of: state.of, filter: state.filter.filter(in: visit.reader.zone), offset: state.offset, limit: limit,
            as: visit.viewer)
        guard let timeline else { throw Problem.notFound }
        return timeline
    }

    /// The places of a map.
    static func map(_ state: MapState, _ visit: Visit) async throws -> MapView {
        let map = try await visit.picture.map(
            filter: state.filter.filter(in: visit.reader.zone), around: state.around, extent: state.box?.extent,
            offset: state.offset, limit: state.limit, as: visit.viewer)
        guard let map else { throw Problem.notFound }
        return map
    }
}
