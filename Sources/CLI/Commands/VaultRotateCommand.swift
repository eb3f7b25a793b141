import ArgumentParser
import Vault

/// Changes keys.
struct VaultRotateCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Give a compartment, an organisation or the root a new key, or go on with what was interrupted.",
        discussion: """
            Without an option it goes on with every change that was interrupted. What is sealed stays as it is: only the keys \
            below are wrapped anew, a few at a time, and everything opens all the while.

            The root takes three steps, and its old shares stay good until the last: --root makes the next root and prints \
            its shares; "daybreak vault shares rehearse" proves that they open; --root --finish puts it in force.
            """)

    @Option(help: ArgumentHelp("The organisation whose key is changed.", valueName: "name"))
    var organisation: String?

    @Option(help: ArgumentHelp("The compartment of it whose key is changed.", valueName: "name"))
    var compartment: String?

    @Flag(help: "Begin to change the root key.")
    var root = false

    @Flag(help: "Put the next root in force.")
    var finish = false

    @Flag(help: "Give up the next root.")
    var abandon = false

    @Option(
        help: ArgumentHelp(
            "A custodian of the next root's shares; give it five times.", valueName: "name, organisation"))
    var holder: [String] = []

    @OptionGroup(title: "Unsealing") var unsealing: UnsealOptions
    @OptionGroup(title: "The next root's passphrase") var next: NewPassphraseOptions
    @OptionGroup(title: "Keys") var keys: KeyOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func validate() throws {
        if (finish || abandon) && !root { throw ValidationError("--finish and --abandon go with --root") }
        if finish && abandon { throw ValidationError("either --finish or --abandon") }
        if root && organisation != nil { throw ValidationError("either --root or --organisation") }
        if compartment != nil && organisation == nil { throw ValidationError("--compartment needs --organisation") }
    }

    func run(in shell: Shell) async throws -> Ending {
        let holders = try ShareEntry.holders(holder)
        return try await keys.withVault(common, in: shell) { vault in
            try await unsealing.unseal(vault, in: shell)
            if root, !finish, !abandon {
                let passphrase = try next.passphrase(in: shell)
                let shares = try await vault.beginRootRotation(passphrase: passphrase, shareHolders: holders)
                ShareEntry.print(shares, asJSON: common.json, in: shell)
                return .done
            }
            switch (organisation, compartment) {
            case (let organisation?, let compartment?):
                try await vault.rotateCompartment(organisation: organisation, compartment: compartment)
            case (let organisation?, nil): try await vault.rotateOrganisation(organisation)
            case _ where finish: try await vault.finishRootRotation()
            case _ where abandon: try await vault.abandonRootRotation()
            default: try await vault.resumeRotations()
            }
            return VaultAnswer.done("cli.keys-changed", asJSON: common.json, in: shell)
        }
    }
}
