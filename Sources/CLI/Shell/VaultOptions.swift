import ArgumentParser
import Daybreak
import Formats
import Vault

/// Where the keys are.
struct KeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database of the keys: a file, or an address.",
            discussion: "Without it: the variable DAYBREAK_KEYS, else beside the database.",
            valueName: "file-or-address"))
    var keys: String?

    /// Where both databases are.
    func places(_ common: CommonOptions, in shell: Shell) -> DatabasePlaces {
        DatabasePlaces(content: common.database(in: shell), keys: keys ?? shell.variables["DAYBREAK_KEYS"])
    }

    /// Runs `body` on the sealed vault.
    func withVault(
        _ common: CommonOptions, in shell: Shell, _ body: (Vault) async throws -> Ending
    ) async throws -> Ending {
        let places = places(common, in: shell)
        return try await Environment.live(database: places.content).withVault(of: places, body)
    }
}

/// What unseals the vault: a passphrase, or shares.
struct UnsealOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file whose first line is the passphrase; without it, it is asked for.", valueName: "path")
    )
    var passphraseFile: String?

    @Option(help: ArgumentHelp("An open descriptor to read the passphrase from.", valueName: "number"))
    var passphraseFd: Int32?

    @Flag(help: "Unseal with shares: they are asked for, one after the other.")
    var shares = false

    @Option(help: ArgumentHelp("A file whose first line is a share; give it for each share.", valueName: "path"))
    var shareFile: [String] = []

    /// Unseals.
    func unseal(_ vault: Vault, in shell: Shell) async throws {
        if shares || !shareFile.isEmpty {
            try await vault.unseal(shares: try ShareEntry.shares(shareFile, in: shell))
        } else {
            try await vault.unseal(passphrase: try passphrase(in: shell))
        }
    }

    private func passphrase(in shell: Shell) throws -> String {
        if let passphraseFile { return try Secrets.line(inFile: passphraseFile) }
        if let passphraseFd { return try Secrets.line(ofDescriptor: passphraseFd) }
        return try shell.ask(shell.text("cli.ask-passphrase"), true)
    }
}

/// A new passphrase.
struct NewPassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file whose first line is the new passphrase; without it, it is asked for.", valueName: "path"))
    var newPassphraseFile: String?

    /// The passphrase; typed twice at the terminal.
    func passphrase(in shell: Shell) throws -> String {
        if let newPassphraseFile { return try Secrets.line(inFile: newPassphraseFile) }
        while true {
            let first = try shell.ask(shell.text("cli.ask-new-passphrase"), true)
            if try shell.ask(shell.text("cli.ask-again"), true) == first { return first }
            shell.complain(shell.text("cli.not-the-same"))
        }
    }
}

/// The people who hold shares.
enum ShareEntry {
    /// The shares in files; without files they are typed, until an empty line.
    static func shares(_ files: [String], in shell: Shell) throws -> [Share] {
        if !files.isEmpty { return try files.map { try Share(try Secrets.line(inFile: $0)) } }
        var shares: [Share] = []
        while true {
            let line = try Secrets.typed(shell.text("cli.ask-share", ["number": "\(shares.count + 1)"]) + " ")
            guard !line.isEmpty else { return shares }
            do { shares.append(try Share(line)) } catch { shell.complain(shell.text(error.phrase)) }
        }
    }

    /// Reads `Name, Organisation`.
    static func holders(_ texts: [String]) throws(CLIError) -> [ShareHolder] {
        var holders: [ShareHolder] = []
        for text in texts {
            guard let comma = text.lastIndex(of: ",") else { throw .notAHolder(text) }
            let name = text[..<comma].trimmingPrefix(while: \.isWhitespace)
            let organisation = text[text.index(after: comma)...].trimmingPrefix(while: \.isWhitespace)
            guard !name.isEmpty, !organisation.isEmpty else { throw .notAHolder(text) }
            holders.append(ShareHolder(name: String(name), organisation: String(organisation)))
        }
        return holders
    }

    /// Prints shares, once: each on a page of its own would be best.
    static func print(_ shares: [Share], asJSON: Bool, in shell: Shell) {
        if asJSON {
            shell.print(
                json: [
                    "shares": .array(
                        shares.map {
                            [
                                "set": .string($0.set), "number": .number($0.number), "share": .string($0.text),
                                "name": .string($0.holder?.name ?? ""),
                                "organisation": .string($0.holder?.organisation ?? ""),
                            ]
                        })
                ])
            return
        }
        for share in shares {
            shell.print(
                shell.text(
                    "cli.share",
                    [
                        "number": "\(share.number)", "count": "\(shares.count)", "needed": "\(share.needed)",
                        "set": share.set, "name": share.holder?.name ?? "",
                        "organisation": share.holder?.organisation ?? "",
                    ]))
            shell.print("  " + share.text)
            shell.print()
        }
        shell.print(shell.text("cli.shares-printed"))
    }
}
