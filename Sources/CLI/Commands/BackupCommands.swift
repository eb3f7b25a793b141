import ArgumentParser
import Daybreak
import Formats
import Foundation
import Vault

/// Encrypted copies of everything.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Make an encrypted copy of everything, or try one out.",
        subcommands: [BackupMakeCommand.self, BackupDrillCommand.self], defaultSubcommand: BackupMakeCommand.self)
}

/// Makes a backup.
struct BackupMakeCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract:
            "Make a copy of both databases and the key files beside them, encrypted to two recipients or more, and signed.",
        discussion: "The public tool age opens it; \"age-keygen\" makes recipients. Sealed fields stay sealed in it.")

    @Option(help: ArgumentHelp("The file.", valueName: "path"))
    var to: String

    @Option(help: ArgumentHelp("To whom it is encrypted (age1…); give it twice or more.", valueName: "age1…"))
    var recipient: [String] = []

    @OptionGroup(title: "Unsealing") var unsealing: UnsealOptions
    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let recipients = try recipient.map { text throws(AgeError) in try AgeRecipient(text) }
        guard Set(recipients).count > 1 else { throw BackupError.tooFewRecipients(given: Set(recipients).count) }
        let places = keys.places(common, in: shell)
        let file = try OutputFile(to)
        do {
            let made = try await Environment.live(database: places.content).backUp(
                places, to: recipients, unseal: { try await unsealing.unseal($0, in: shell) }
            ) { try file.write($0) }
            try file.finish()
            BackupAnswer.show("cli.backup-made", made.manifest, signer: made.signer, asJSON: common.json, in: shell)
        } catch {
            file.abandon()
            throw error
        }
        return .done
    }
}

/// What opens a backup.
struct BackupSourceOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The key file of a recipient, as age-keygen writes it.", valueName: "path"))
    var identity: [String]

    @Option(help: ArgumentHelp("Who must have signed it, as \"daybreak vault unseal\" shows.", valueName: "name"))
    var signer: String?

    /// Restores the backup to new places.
    func restore(to places: DatabasePlaces) async throws -> RestoredBackup {
        let identities = try identity.flatMap { try AgeIdentity.identities(inFile: try Files.text($0)) }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw CLIError.cannotRead(file, reason: "there is no such file, or it may not be read")
        }
        defer { try? handle.close() }
        return try await Environment.live(database: places.content).restore(
            to: places, identities: identities, signer: signer
        ) { Array(try handle.read(upToCount: $0) ?? Data()) }
    }
}

/// Restores a backup to a new place.
struct RestoreCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Restore a backup to a new place, and compare what stands there with its manifest.")

    @OptionGroup var source: BackupSourceOptions

    @Option(help: ArgumentHelp("The new database: a file, or an address.", valueName: "file-or-address"))
    var to: String

    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let restored = try await source.restore(to: DatabasePlaces(content: to, keys: keys.keys))
        BackupAnswer.show(
            "cli.backup-restored", restored.manifest, signer: restored.signer, asJSON: common.json, in: shell)
        return .done
    }
}

/// Tries a backup out.
struct BackupDrillCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill",
        abstract:
            "Restore a backup to a temporary place, compare the copy with its manifest, work with it, and throw it away."
    )

    @OptionGroup var source: BackupSourceOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "daybreak-drill-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = DatabasePlaces(content: folder.appendingPathComponent("drill.db").path)
        let restored = try await source.restore(to: copy)
        try await Environment.live(database: copy.content).tryOut()
        BackupAnswer.show(
            "cli.backup-drilled", restored.manifest, signer: restored.signer, asJSON: common.json, in: shell)
        return .done
    }
}

/// The answer of a backup, a restore or a drill.
enum BackupAnswer {
    static func show(_ key: String, _ manifest: BackupManifest, signer: String, asJSON: Bool, in shell: Shell) {
        let tables = manifest.databases.flatMap(\.tables)
        let rows = tables.reduce(0) { $0 + $1.rows }
        if asJSON {
            shell.print(
                json: [
                    "signer": .string(signer), "madeAt": .number(manifest.madeAt), "rows": .number(rows),
                    "databases": .array(manifest.databases.map(json)),
                ])
            return
        }
        shell.print(
            shell.text(key, ["tables": "\(tables.count)", "rows": Figures.grouped(rows), "signer": signer]))
    }

    private static func json(_ database: BackupManifest.Database) -> JSONValue {
        [
            "name": .string(database.name),
            "tables": .array(
                database.tables.map {
                    ["name": .string($0.name), "rows": .number($0.rows), "sha256": .string($0.sha256)]
                }),
            "facts": .array(
                database.facts.sorted { $0.key < $1.key }.map { ["name": .string($0.key), "value": .string($0.value)] }),
        ]
    }
}
