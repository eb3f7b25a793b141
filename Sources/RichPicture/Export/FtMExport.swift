import Formats
import Storage

/// Writes the picture as FollowTheMoney: entities first, then the links between them, then events.
///
/// Everything is made as statements, one for each value and source. Written as rows they keep their source; written as
/// entities they are gathered, so that both files say the same.
struct FtMExport {
    /// How it is written.
    enum Form { case entities, statements }

    let exporting: Exporting
    private let form: Form

    init(_ exporting: Exporting, as form: Form) {
        self.exporting = exporting
        self.form = form
    }

    func run() throws -> ExportTally {
        let sources = try FtMSourceStamp.load(exporting)
        let output = FtMOutput(form, exporting.sink)
        try FtMThings(exporting: exporting, sources: sources).write { try output.write($0) }
        output.isAtLinks = true
        try FtMLinks(exporting: exporting, sources: sources).write { try output.write($0) }
        try FtMEvents(exporting: exporting, sources: sources).write { try output.write($0) }
        try output.finish()
        return output.tally
    }
}

/// What a statement says of its source: the data set is the source's public identifier.
struct FtMSourceStamp {
    var dataset: String
    /// The day on which it came into the picture, ISO 8601.
    var seen: String
    /// The file's name.
    var origin: String

    static func load(_ exporting: Exporting) throws -> [Int: FtMSourceStamp] {
        var stamps: [Int: FtMSourceStamp] = [:]
        let sql: SQL = "SELECT id, pid, name, COALESCE(committed_at, received_at) FROM source WHERE state = 'committed'"
        try exporting.connection.each(sql) { row in
            let seen = Moment(milliseconds: row.int(3), precision: .second, offset: 0).iso
            stamps[row.int(0)] = FtMSourceStamp(
                dataset: row.text(1), seen: String(seen.dropLast()), origin: row.text(2))
        }
        return stamps
    }
}

/// One FollowTheMoney entity with all that is said of it.
struct FtMThing {
    let id: String
    let schema: String
    private(set) var statements: [FtMStatement] = []
    private var said: Set<[String]> = []

    init(id: String, schema: String) {
        self.id = id
        self.schema = schema
    }

    /// Adds a value as one source says it; the same value of the same source only once.
    mutating func say(
        _ property: String, _ value: String, _ source: FtMSourceStamp, raw: String? = nil, language: String? = nil
    ) {
        guard !value.isEmpty, said.insert([property, value, source.dataset, language ?? ""]).inserted else { return }
        var statement = FtMStatement(
            entityID: id, property: property, schema: schema, value: value, dataset: source.dataset)
        statement.origin = source.origin
        statement.language = language
        statement.originalValue = raw
        statement.firstSeen = source.seen
        statement.lastSeen = source.seen
        statements.append(statement)
    }

    /// Says that a source knows of it.
    mutating func exists(in source: FtMSourceStamp) { say(FtMStatement.existence, id, source) }

    /// The entity with the values of all sources.
    var entity: FtMEntity {
        var entity = FtMEntity(id: id, schema: schema)
        for statement in statements {
            if statement.property != FtMStatement.existence { entity.add(statement.property, statement.value) }
            if !entity.datasets.contains(statement.dataset) { entity.datasets.append(statement.dataset) }
        }
        entity.firstSeen = statements.compactMap(\.firstSeen).min()
        entity.lastSeen = statements.compactMap(\.lastSeen).max()
        return entity
    }
}

/// Takes entities and hands their bytes on.
final class FtMOutput {
    private let form: FtMExport.Form
    private let sink: ExportSink
    private var piece: [UInt8] = []
    private(set) var tally = ExportTally()
    /// Whether what comes now joins things.
    var isAtLinks = false

    init(_ form: FtMExport.Form, _ sink: @escaping ExportSink) {
        self.form = form
        self.sink = sink
        if form == .statements { FtMStatementWriter.writeHeader(to: &piece) }
    }

    func write(_ thing: FtMThing) throws {
        guard !thing.statements.isEmpty else { return }
        switch form {
        case .entities: try FtMEntityWriter.write(thing.entity, to: &piece)
        case .statements: for statement in thing.statements { try FtMStatementWriter.write(statement, to: &piece) }
        }
        if isAtLinks { tally.links += 1 } else { tally.things += 1 }
        if piece.count >= Exporting.pieceSize { try finish() }
    }

    func finish() throws {
        try sink(.whole, piece, tally)
        piece = []
    }
}
