import Access
import ArgumentParser
import Daybreak
import Foundation
import RichPicture

/// The options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database: a file, or an address such as postgresql://localhost/daybreak.",
            discussion: "Without it: the variable DAYBREAK_DB, else daybreak.db in this folder.",
            valueName: "file-or-address"))
    var db: String?

    @Flag(help: "Answer with one JSON document on standard output; everything else goes to standard error.")
    var json = false

    @Option(help: ArgumentHelp("The organisation that you act for.", valueName: "name"))
    var asOrganisation = "local"

    @Option(
        help: ArgumentHelp(
            "A mapping profile of your own; may be given several times.",
            discussion: "Profiles in ~/.config/daybreak/profiles (or DAYBREAK_PROFILES) are known without it.",
            valueName: "path"))
    var profileFile: [String] = []

    /// Through whose eyes the picture is seen.
    var viewer: Viewer { .owner(of: asOrganisation) }

    /// The database's file or address.
    func database(in shell: Shell) -> String { db ?? shell.variables["DAYBREAK_DB"] ?? "daybreak.db" }

    /// Opens the picture, makes it available to `body`, and closes it again.
    ///
    /// - Parameter isNew: whether a file that is not there may be made. A question to a database that nobody has made
    ///   is a mistyped name.
    func withPicture<Result>(
        in shell: Shell, isNew: Bool = false, _ body: (RichPicture) async throws -> Result
    ) async throws -> Result {
        try await withDaybreak(in: shell, isNew: isNew) { try await body($0.picture) }
    }

    /// Opens everything, makes it available to `body`, and closes it again; see `withPicture`.
    func withDaybreak<Result>(
        in shell: Shell, isNew: Bool = false, _ body: (Daybreak) async throws -> Result
    ) async throws -> Result {
        let name = database(in: shell)
        let isAddress = name.hasPrefix("postgres://") || name.hasPrefix("postgresql://")
        guard isNew || isAddress || FileManager.default.fileExists(atPath: name) else {
            throw CLIError.noDatabase(name)
        }
        let daybreak = try await makeDaybreak(
            .live(
                database: name, ledgerKey: shell.variables["DAYBREAK_LEDGER_KEY"], profiles: try ownProfiles(in: shell))
        )
        let result: Result
        do {
            result = try await body(daybreak)
        } catch {
            try? await daybreak.close()
            throw error
        }
        try await daybreak.close()
        return result
    }

    /// The installation's profiles, then those of the command line, which take the place of others of their name.
    func ownProfiles(in shell: Shell) throws -> [Profile] {
        var profiles: [String: Profile] = [:]
        for path in Self.installed(in: shell) + profileFile {
            let profile = try Profile(parsing: try Files.text(path))
            profiles[profile.name] = profile
        }
        return profiles.values.sorted { $0.name < $1.name }
    }

    private static func installed(in shell: Shell) -> [String] {
        let home = shell.variables["HOME"].map { "\($0)/.config/daybreak/profiles" }
        guard let folder = shell.variables["DAYBREAK_PROFILES"] ?? home else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".profile") }.sorted().map { "\(folder)/\($0)" }
    }
}
