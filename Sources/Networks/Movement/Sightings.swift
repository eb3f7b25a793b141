/// Who was seen where and when: flat columns, in the order of time.
///
/// Entities (people, vehicles, phones) and cells (cameras, towers, posts, squares of a grid) are numbers from 0; times are
/// milliseconds since 1970 UTC.
public struct Sightings: Sendable {
    /// How many entities there are.
    public let entities: Int
    /// How many cells there are.
    public let cells: Int
    /// Who was seen.
    public let entity: [UInt32]
    /// Where.
    public let cell: [UInt32]
    /// When, in milliseconds.
    public let time: [Int64]
    /// The place that each sighting had in the order given; empty when that was the order of time already.
    private let places: [UInt32]

    /// How many sightings there are.
    public var count: Int { entity.count }

    /// The place that a sighting had in the order given.
    public func place(_ sighting: Int) -> Int { places.isEmpty ? sighting : Int(places[sighting]) }

    /// Puts sightings into the order of time. All columns are of one length.
    public init(entities: Int, cells: Int, entity: [UInt32], cell: [UInt32], time: [Int64]) {
        precondition(cell.count == entity.count && time.count == entity.count)
        (self.entities, self.cells) = (entities, cells)
        let places = TimeOrder.places(time)
        self.places = places
        if places.isEmpty {
            (self.entity, self.cell, self.time) = (entity, cell, time)
        } else {
            self.entity = places.map { entity[Int($0)] }
            self.cell = places.map { cell[Int($0)] }
            self.time = places.map { time[Int($0)] }
        }
    }
}
