/// Brings a database's tables up to date, the same way for every driver.
///
/// The table `migration` remembers, in order, what has run. What has run must be the beginning of what this program
/// knows: a name it does not know was left by a newer Daybreak, and running on would damage what that one wrote.
/// Each migration runs in a transaction of its own under one lock, so that two nodes which start together do it once.
package struct Migrator: Sendable {
    /// All migrations, oldest first.
    package let migrations: [Migration]
    /// The driver's words.
    package let dialect: Dialect

    /// Makes a migrator.
    package init(_ migrations: [Migration], dialect: Dialect) {
        self.migrations = migrations
        self.dialect = dialect
    }

    /// Runs the migrations that have not run yet. Throws `newerDatabase` or `migrationsOutOfOrder` before it changes
    /// anything, or the database's own refusal; the migrations before the refused one then stay.
    package func run(on database: any Database) async throws {
        while try await database.write(runNext) {}
    }

    /// Runs one migration; returns whether another may follow.
    @Sendable private func runNext(_ database: any Writing) throws -> Bool {
        try database.lock("migration")
        try database.execute(SQL(dialect.render(Self.table)))
        let done = try database.rows("SELECT name FROM migration ORDER BY number").map { $0.text(0) }
        try check(done)
        guard done.count < migrations.count else { return false }
        let next = migrations[done.count]
        for statement in next.statements { try database.execute(SQL(dialect.render(statement))) }
        try database.execute("INSERT INTO migration (number, name) VALUES (\(done.count + 1), \(next.name))")
        return done.count + 1 < migrations.count
    }

    private func check(_ done: [String]) throws {
        let known = Set(migrations.map(\.name))
        if let newer = done.first(where: { !known.contains($0) }) { throw StorageError.newerDatabase(migration: newer) }
        for (ran, expected) in zip(done, migrations) where ran != expected.name {
            throw StorageError.migrationsOutOfOrder(ran: ran, expected: expected.name)
        }
    }

    private static let table = "CREATE TABLE IF NOT EXISTS migration (number {id}, name {text} NOT NULL UNIQUE) {table}"
}
