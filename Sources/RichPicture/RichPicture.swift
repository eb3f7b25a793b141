import Crypto
public import Records
import Storage

/// The rich picture: what many streams say, in one searchable, graded, mapped whole in which every value can be traced
/// to the line that said it (R043, R064-R066, R068, R069, R071).
///
/// - `Import/` reads files into facts: staged, shown, then committed as a whole.
/// - `Model/` is what facts are: entities, events, statements, grades, streams, authorities.
/// - `Search/`, `Graph/` and `Queries/` are the reads; each takes a `Viewer` and answers as if what that viewer may not
///   see did not exist.
/// - `Links/` is who is the same: proposed by machine, decided by people, undone when wrong.
/// - `Export/` writes the picture out in the formats of others.
public struct RichPicture: Sendable {
    /// The one door: every change of the picture is an action performed there.
    let desk: Desk
    var database: any Database { desk.database }
    var reads: ReadLog { desk.reads }
    let now: @Sendable () -> Int
    let secret: [UInt8]
    let snapshots: SnapshotKeeper
    let canons: CanonKeeper
    let links: LinkKeeper

    /// The mapping profiles that come with Daybreak, and those of the installation.
    public let profiles: [Profile]

    /// Opens the picture in a database whose migrations have run (`Daybreak.migrations`).
    ///
    /// - Parameters:
    ///   - desk: the desk of that database.
    ///   - now: the clock, in milliseconds since 1970 UTC.
    ///   - newSecret: 32 random bytes, used once, when the database is new: public identifiers are made with it.
    ///   - profiles: further profiles; one with a shipped name takes its place.
    public static func open(
        _ desk: Desk, now: @escaping @Sendable () -> Int, newSecret: [UInt8], profiles: [Profile] = []
    ) async throws -> RichPicture {
        let secret = try await desk.database.write { connection in
            let stored: SQL = "SELECT value FROM setting WHERE name = 'public-id-key'"
            if let row = try connection.row(stored) { return Hex.decode(row.text(0)) }
            try connection.execute(
                "INSERT INTO setting (name, value) VALUES ('public-id-key', \(Hex.encode(newSecret)))")
            try StopList.install(into: connection, at: now())
            return newSecret
        }
        let named = Set(profiles.map(\.name))
        let shipped = try Profile.shipped().filter { !named.contains($0.name) }
        let (snapshots, canons) = (SnapshotKeeper(database: desk.database), CanonKeeper())
        return RichPicture(
            desk: desk, now: now, secret: secret, snapshots: snapshots, canons: canons,
            links: LinkKeeper(database: desk.database, snapshots: snapshots, canons: canons),
            profiles: (profiles + shipped).sorted { $0.name < $1.name })
    }

    /// The public identifier of an entity or source: 80 bits that reveal neither order nor number nor content to
    /// whoever does not hold the database's key.
    func publicID(_ kind: String, _ key: String) -> String { Self.publicID(kind, key, secret: secret) }

    static func publicID(_ kind: String, _ key: String, secret: [UInt8]) -> String {
        publicID(kind, key, HMAC<SHA256>(key: SymmetricKey(data: secret)))
    }

    /// The same with a code that has taken in the key and nothing else: for those who make many.
    static func publicID(_ kind: String, _ key: String, _ keyed: HMAC<SHA256>) -> String {
        var code = keyed
        var bytes = Array(kind.utf8)
        bytes.append(0)
        bytes.append(contentsOf: key.utf8)
        code.update(data: bytes)
        return Base32.encode(code.finalize().prefix(10))
    }
}
