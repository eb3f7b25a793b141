import ArgumentParser
import Daybreak
import Formats
import Foundation
import Identity
import Records
import Vault

/// Founds a new Daybreak.
struct InitCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Found a new Daybreak: its organisations, its first people, its keys.",
        discussion: """
            A first organisation and its administrator, who reads no content:

              daybreak init --organisation "Ministry" --sort other --administrator krit \\
                --holder "A, Ministry" --holder "B, Police" --holder "C, Labour Office" --holder "D, Ministry" --holder "E, Police"

            Later additions of people need two approvers of two organisations, so it is best to found with all that take \
            part: --founding names a JSON file with "organisations" (name, sort), "units" (name, organisation, head), \
            "people" (signIn, name, role, organisation, unit, teams) and "custodians" (name, organisation).

            It asks for the passphrase of the vault, and prints once: five shares, any three of which open the vault when the \
            passphrase is lost, and an invitation for everybody. Nothing of it is kept.

            With --demonstration it founds the organisations of the sample instead, for everybody to look around in.
            """)

    @Option(help: ArgumentHelp("The first organisation.", valueName: "name"))
    var organisation: String?

    @Option(help: ArgumentHelp("What sort it is: \(Organisation.sorts.joined(separator: ", ")).", valueName: "sort"))
    var sort = "other"

    @Option(help: ArgumentHelp("The sign-in name of its administrator.", valueName: "sign-in-name"))
    var administrator: String?

    @Option(help: ArgumentHelp("The administrator's name, as colleagues know it.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "A custodian of a share; give it five times, three organisations at least.", valueName: "name, organisation"
        ))
    var holder: [String] = []

    @Option(help: ArgumentHelp("Further organisations, units, people and custodians.", valueName: "path"))
    var founding: String?

    @Option(
        help: ArgumentHelp(
            "The address under which browsers will reach it; invitations lead there.", valueName: "address"))
    var site: String?

    @Flag(help: "Found a demonstration: invented people, no credentials, everybody may look with anybody's eyes.")
    var demonstration = false

    @OptionGroup(title: "The vault's passphrase") var passphrase: NewPassphraseOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func validate() throws {
        guard demonstration || (organisation != nil && administrator != nil) || founding != nil else {
            throw ValidationError("--organisation and --administrator, or --founding, or --demonstration")
        }
        guard Organisation.sorts.contains(sort) else {
            throw ValidationError("--sort is one of \(Organisation.sorts.joined(separator: ", "))")
        }
    }

    func run(in shell: Shell) async throws -> Ending {
        let site = try SiteAddress(site ?? "http://localhost:8080")
        return try await common.withDaybreak(in: shell, isNew: true, site: site.site) { daybreak in
            guard daybreak.standing == .unfounded else { throw SetUpError.foundedAlready }
            if demonstration {
                try await daybreak.foundDemonstration()
                return VaultAnswer.done("cli.founded-demonstration", asJSON: common.json, in: shell)
            }
            let plan = try plan(in: shell)
            let founded = try await daybreak.found(plan, passphrase: try passphrase.passphrase(in: shell))
            show(founded, plan, site, in: shell)
            return .done
        }
    }

    private func plan(in shell: Shell) throws -> FoundingPlan {
        let plan = try founding.map { try FoundingPlan(json: try Files.bytes($0)) } ?? .empty
        let holders = try ShareEntry.holders(holder)
        guard let organisation, let administrator else { return plan }
        var whole = plan.adding(
            organisation: organisation, sort: sort, administrator: administrator, named: name ?? administrator,
            custodians: holders)
        while whole.custodians.isEmpty {
            let typed = try (1...5).map { number in
                try shell.ask(shell.text("cli.ask-holder", ["number": "\(number)"]), false)
            }
            do {
                whole = plan.adding(
                    organisation: organisation, sort: sort, administrator: administrator, named: name ?? administrator,
                    custodians: try ShareEntry.holders(typed))
            } catch { shell.complain(shell.text(error.phrase)) }
        }
        return whole
    }

    private func show(_ founded: Founded, _ plan: FoundingPlan, _ site: SiteAddress, in shell: Shell) {
        let links = founded.invitations.map { site.invitation($0.code) }
        if common.json {
            shell.print(
                json: [
                    "shares": .array(founded.shares.map { .string($0.text) }),
                    "invitations": .array(
                        zip(plan.people, links).map { ["signIn": .string($0.signIn), "link": .string($1)] }),
                ])
            return
        }
        ShareEntry.print(founded.shares, asJSON: false, in: shell)
        shell.print()
        shell.print(shell.text("cli.invitations"))
        for (person, link) in zip(plan.people, links) {
            shell.print("  \(person.signIn)  \(person.role), \(person.organisation)")
            shell.print("    \(link)")
        }
        shell.print()
        shell.print(shell.text("cli.founded"))
    }
}

/// The address of the site, as browsers know it.
struct SiteAddress: Sendable {
    let origin: String
    let host: String

    /// Reads `https://daybreak.example.org`.
    init(_ text: String) throws(CLIError) {
        guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme),
            let host = url.host, url.path.isEmpty || url.path == "/"
        else { throw .notAnAddress(text) }
        self.host = host
        origin = "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
    }

    /// The site that passkeys are bound to.
    var site: Site { Site(id: host, name: "Daybreak", origins: [origin]) }

    /// The link of an invitation.
    func invitation(_ code: String) -> String { "\(origin)/invitation?code=\(code)" }
}
