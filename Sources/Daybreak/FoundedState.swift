import Storage

/// Whether a database has been founded, and as what. It is stored beside the content, so that demonstration data are never
/// taken for others, nor others for demonstration data.
public enum FoundedState: String, Sendable {
    /// Nobody has founded it.
    case unfounded
    /// People work with it.
    case founded
    /// Everybody may look with anybody's eyes: nothing in it is real.
    case demonstration

    static let migrations: [Migration] = [
        Migration(
            "daybreak-0001-founding",
            ["CREATE TABLE founding (name {text} PRIMARY KEY, value {text} NOT NULL) {clustered}"])
    ]

    static func read(_ database: any Database) async throws -> FoundedState {
        try await database.read { connection in
            try connection.row("SELECT value FROM founding WHERE name = 'founded'")
                .flatMap { FoundedState(rawValue: $0.text(0)) } ?? .unfounded
        }
    }

    func write(_ database: any Database) async throws {
        let value = rawValue
        try await database.write { connection in
            _ = try connection.execute("INSERT INTO founding (name, value) VALUES ('founded', \(value))")
        }
    }
}
