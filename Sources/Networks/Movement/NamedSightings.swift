/// Sightings that are read from a table, as often as needed, batch by batch: in memory that does not grow with the table.
public final class NamedSightings {
    /// The names of the entities.
    public private(set) var entities = NameTable()
    /// The names of the cells; empty where cells are squares of a grid.
    public private(set) var cells = NameTable()
    /// The rows that were not used.
    public private(set) var refusals: Refusals?
    /// How many rows were used.
    public private(set) var count = 0

    /// The columns that sightings are read from: entity, cell, time.
    public static func wanted(entity: String?, cell: String?, time: String?) -> [WantedColumn] {
        [
            .name(
                "entity", given: entity,
                guesses: ["entity", "ent", "who", "person", "vehicle", "plate", "phone", "device", "id", "name"],
                place: 0
            ),
            .name(
                "cell", given: cell,
                guesses: ["cell", "place", "tower", "camera", "post", "location", "site", "where", "station"], place: 1,
                table: 1),
            .value("time", .time, given: time, guesses: WantedColumn.timeGuesses, place: 2, isRequired: true),
        ]
    }

    /// Sightings that nobody has read yet.
    public init() {}

    /// Goes through a table once.
    public func replay(
        _ source: ByteSource, _ wanted: [WantedColumn], size: Int, zone: Int, work: Work,
        _ body: (UInt32, UInt32, Int64) throws -> Void
    ) throws {
        let reader = try TableReader(source, wanted, zone: zone)
        let batch = reader.batch()
        var rows = 0
        while try reader.read(into: batch) {
            let (who, place, time) = (batch.codes(0), batch.codes(1), batch.values(2))
            for row in 0..<batch.count { try body(who[row], place[row], time[row]) }
            rows += batch.count
            try work.step(reader.bytesTaken, max(size, reader.bytesTaken))
        }
        (entities, cells, refusals, count) = (reader.tables[0], reader.tables[1], reader.refusals, rows)
    }
}
