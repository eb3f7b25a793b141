import ArgumentParser
import Vault

/// The shares that open the vault together.
struct VaultSharesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shares", abstract: "The shares that open the vault together, three of five.",
        subcommands: [SharesNewCommand.self, SharesRehearseCommand.self])
}

/// Prints a new set.
struct SharesNewCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Print a new set of shares, once. The old set stays good until the new one has been rehearsed.")

    @Option(help: ArgumentHelp("A custodian; give it five times.", valueName: "name, organisation"))
    var holder: [String] = []

    @OptionGroup(title: "Unsealing") var unsealing: UnsealOptions
    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let holders = try ShareEntry.holders(holder)
        return try await keys.withVault(common, in: shell) { vault in
            try await unsealing.unseal(vault, in: shell)
            ShareEntry.print(try await vault.newShares(for: holders), asJSON: common.json, in: shell)
            return .done
        }
    }
}

/// Proves that a set opens.
struct SharesRehearseCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Let three holders enter their shares: proves that the set opens, and drops the one before it.")

    @Option(help: ArgumentHelp("A file whose first line is a share; without it they are asked for.", valueName: "path"))
    var shareFile: [String] = []

    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await keys.withVault(common, in: shell) { vault in
            try await vault.rehearse(try ShareEntry.shares(shareFile, in: shell))
            return VaultAnswer.done("cli.shares-rehearsed", asJSON: common.json, in: shell)
        }
    }
}

/// What a recovery and its rehearsal are given.
struct RecoveryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A custodian; two, of different organisations.", valueName: "name, organisation"))
    var custodian: [String] = []

    @Option(help: ArgumentHelp("A file whose first line is a share; without it they are asked for.", valueName: "path"))
    var shareFile: [String] = []
}

/// Walks through a recovery.
struct RehearseRecoveryCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse-recovery",
        abstract:
            "Walk through a recovery from a lost passphrase, without changing anything. Do it after every change of keys."
    )

    @OptionGroup(title: "The recovery") var recovery: RecoveryOptions
    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let custodians = try ShareEntry.holders(recovery.custodian)
        return try await keys.withVault(common, in: shell) { vault in
            let shares = try ShareEntry.shares(recovery.shareFile, in: shell)
            _ = try await vault.rehearseRecovery(shares, by: custodians)
            return VaultAnswer.done("cli.recovery-rehearsed", asJSON: common.json, in: shell)
        }
    }
}

/// Recovers from a lost passphrase.
struct RecoverCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract:
            "Recover from a lost passphrase: two custodians of different organisations and a third share set a new one."
    )

    @OptionGroup(title: "The recovery") var recovery: RecoveryOptions
    @OptionGroup(title: "The new passphrase") var next: NewPassphraseOptions
    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let custodians = try ShareEntry.holders(recovery.custodian)
        return try await keys.withVault(common, in: shell) { vault in
            let shares = try ShareEntry.shares(recovery.shareFile, in: shell)
            _ = try await vault.recover(shares, by: custodians, newPassphrase: try next.passphrase(in: shell))
            return VaultAnswer.done("cli.passphrase-changed", asJSON: common.json, in: shell)
        }
    }
}
