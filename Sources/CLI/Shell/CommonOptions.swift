import Access
import ArgumentParser
import Daybreak
import Foundation
import Identity
import Records
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

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Look with these eyes, at demonstration data only: a sign-in name, a role, or role@organisation.",
            discussion: "Without it: the variable DAYBREAK_AS, else whoever has signed in with \"daybreak sign-in\".",
            valueName: "name-or-role"))
    var eyes: String?

    @Option(
        help: ArgumentHelp(
            "A mapping profile of your own; may be given several times.",
            discussion: "Profiles in ~/.config/daybreak/profiles (or DAYBREAK_PROFILES) are known without it.",
            valueName: "path"))
    var profileFile: [String] = []

    /// The database's file or address.
    func database(in shell: Shell) -> String { db ?? shell.variables["DAYBREAK_DB"] ?? "daybreak.db" }

    /// With whose eyes to look, where somebody said so.
    func eyes(in shell: Shell) -> String? { eyes ?? shell.variables["DAYBREAK_AS"] }

    /// Opens the picture for whoever has signed in, makes both available to `body`, and closes it again.
    func withPicture<Result>(
        in shell: Shell, _ body: (RichPicture, Viewer) async throws -> Result
    ) async throws -> Result {
        try await withDaybreak(in: shell) { daybreak in
            try await body(daybreak.picture, try await viewer(daybreak, in: shell))
        }
    }

    /// Opens everything, makes it available to `body`, and closes it again.
    ///
    /// - Parameters:
    ///   - isNew: whether a database that is not there may be made. A question to a database that nobody has made is a
    ///     mistyped name.
    ///   - site: the site as browsers know it, for whoever serves or invites.
    func withDaybreak<Result>(
        in shell: Shell, isNew: Bool = false, site: Site = Environment.localSite(port: 8080),
        _ body: (Daybreak) async throws -> Result
    ) async throws -> Result {
        let name = database(in: shell)
        let isAddress = name.hasPrefix("postgres://") || name.hasPrefix("postgresql://")
        guard isNew || isAddress || FileManager.default.fileExists(atPath: name) else {
            throw CLIError.noDatabase(name)
        }
        let daybreak = try await makeDaybreak(
            .live(
                database: name, keys: shell.variables["DAYBREAK_KEYS"], now: shell.now, random: shell.random,
                ledgerKey: shell.variables["DAYBREAK_LEDGER_KEY"],
                identityKey: shell.variables["DAYBREAK_IDENTITY_KEY"], site: site, costs: shell.costs,
                profiles: try ownProfiles(in: shell)))
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

    /// Who looks: whoever has signed in here, or whose eyes were borrowed. Throws a `SetUpError` or `CLIError`.
    func viewer(_ daybreak: Daybreak, in shell: Shell) async throws -> Viewer {
        guard daybreak.standing != .unfounded else { throw SetUpError.notFounded }
        if let eyes = eyes(in: shell) { return try await daybreak.eyes(of: eyes) }
        guard daybreak.standing != .demonstration else { throw CLIError.nobodysEyes }
        let session = try await session(daybreak, in: shell).session
        guard !session.mustEnrol else { throw CLIError.mustEnrol }
        guard let posting = session.posting,
            let viewer = try await daybreak.directory.viewer(of: session.account, under: posting)
        else { throw CLIError.noPosting }
        return viewer
    }

    /// The session that was begun here.
    func session(_ daybreak: Daybreak, in shell: Shell) async throws -> SignedInHere {
        let file = SessionFile(of: database(in: shell), in: shell)
        guard let token = file.token, let session = try await daybreak.identity.session(for: token) else {
            throw CLIError.notSignedIn
        }
        return SignedInHere(token: token, session: session)
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

/// A session of this terminal's user.
struct SignedInHere: Sendable {
    var token: String
    var session: Session
}
