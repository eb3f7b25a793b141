import ArgumentParser
import Formats
import Vault

/// The keys: how they stand, and everything that changes them.
struct VaultCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault", abstract: "The keys of what is sealed: how they stand, and everything that changes them.",
        subcommands: [
            VaultStatusCommand.self, VaultUnsealCommand.self, VaultPassphraseCommand.self, VaultRotateCommand.self,
            VaultSharesCommand.self, RehearseRecoveryCommand.self, RecoverCommand.self,
        ])
}

/// Shows how the keys stand.
struct VaultStatusCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how the keys stand. Needs no passphrase.")

    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await keys.withVault(common, in: shell) { vault in
            let status = try await vault.status()
            guard status.exists, let root = status.rootEpoch else { throw VaultError.notCreated }
            if common.json { shell.print(json: json(status, root)) } else { show(status, root, in: shell) }
            return .done
        }
    }

    private func show(_ status: VaultStatus, _ root: Int, in shell: Shell) {
        shell.print(
            shell.text(
                "cli.vault-status",
                [
                    "root": "\(root)", "organisations": Figures.grouped(status.organisations),
                    "compartments": Figures.grouped(status.compartments), "subjects": Figures.grouped(status.subjects),
                    "erased": Figures.grouped(status.erased),
                ]))
        let steps: [VaultStatus.RootRotation: String] = [
            .begun: "cli.root-begun", .rehearsed: "cli.root-rehearsed", .rewrapping: "cli.root-rewrapping",
        ]
        if let step = steps[status.rootRotation] { shell.print(shell.text(step)) }
        if status.unfinished > 0 { shell.print(shell.text("cli.rotations-unfinished")) }
        for shares in status.shares {
            shell.print(
                shell.text(shares.isProven ? "cli.shares-proven" : "cli.shares-new", ["set": shares.set]))
            for (index, holder) in shares.holders.enumerated() {
                shell.print("  \(index + 1)  \(holder.name), \(holder.organisation)")
            }
        }
    }

    private func json(_ status: VaultStatus, _ root: Int) -> JSONValue {
        [
            "root": .number(root), "rootRotation": .string(status.rootRotation.rawValue),
            "unfinished": .number(status.unfinished), "organisations": .number(status.organisations),
            "compartments": .number(status.compartments), "subjects": .number(status.subjects),
            "erased": .number(status.erased),
            "shares": .array(
                status.shares.map { shares in
                    [
                        "set": .string(shares.set), "isProven": .bool(shares.isProven),
                        "holders": .array(
                            shares.holders.map {
                                ["name": .string($0.name), "organisation": .string($0.organisation)]
                            }),
                    ]
                }),
        ]
    }
}

/// Tries the passphrase or shares.
struct VaultUnsealCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "unseal",
        abstract: "Try whether the passphrase or the shares open the vault, and show who signs its backups.",
        discussion: "Nothing stays open: a server is unsealed where it runs.")

    @OptionGroup(title: "Unsealing") var unsealing: UnsealOptions
    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await keys.withVault(common, in: shell) { vault in
            try await unsealing.unseal(vault, in: shell)
            let signer = try await vault.backupSigner().name
            if common.json {
                shell.print(json: ["opens": true, "signer": .string(signer)])
            } else {
                shell.print(shell.text("cli.vault-opens", ["signer": signer]))
            }
            return .done
        }
    }
}

/// Sets another passphrase.
struct VaultPassphraseCommand: ShellCommand {
    static let configuration = CommandConfiguration(commandName: "passphrase", abstract: "Set another passphrase.")

    @OptionGroup(title: "Unsealing") var unsealing: UnsealOptions
    @OptionGroup(title: "The new passphrase") var next: NewPassphraseOptions
    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await keys.withVault(common, in: shell) { vault in
            try await unsealing.unseal(vault, in: shell)
            try await vault.changePassphrase(to: try next.passphrase(in: shell))
            return VaultAnswer.done("cli.passphrase-changed", asJSON: common.json, in: shell)
        }
    }
}

/// The answer to a change that has nothing to show.
enum VaultAnswer {
    static func done(_ key: String, asJSON: Bool, in shell: Shell) -> Ending {
        if asJSON { shell.print(json: ["done": true]) } else { shell.print(shell.text(key)) }
        return .done
    }
}
