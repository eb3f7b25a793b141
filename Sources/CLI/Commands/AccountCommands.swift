import Access
import ArgumentParser
import Daybreak
import Formats
import Identity
import Records

/// Invites somebody to an account.
struct InviteCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Invite somebody to an account, or anew after a lost passphrase.",
        discussion: """
            An account has no rights: they come with a posting. Whoever has accepted an invitation before loses every way to \
            sign in when invited anew, so that needs two approvers of two organisations: ask with --because, and when both \
            have approved, repeat the command with --approved and the number of the request.
            """)

    @Argument(help: ArgumentHelp("The sign-in name.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("Why somebody is invited anew.", valueName: "reason"))
    var because: String?

    @Option(help: ArgumentHelp("The request that two have approved.", valueName: "request"))
    var approved: String?

    @Option(help: ArgumentHelp("The address under which browsers reach Daybreak.", valueName: "address"))
    var site = "http://localhost:8080"

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let site = try SiteAddress(site)
        return try await common.withDaybreak(in: shell, site: site.site) { daybreak in
            let keeper = try await Keeper(common.viewer(daybreak, in: shell))
            guard let account = try await daybreak.identity.account(named: name) else {
                return show(try await daybreak.identity.createAccount(name: name, by: keeper.account), site, in: shell)
            }
            if account.state != .invited {
                if let request = try await ask(account, daybreak, keeper.viewer) {
                    shell.print(shell.text("cli.asked-approval", ["request": request]))
                    return .done
                }
            }
            return show(
                try await daybreak.identity.inviteAgain(account: account.id, by: keeper.account), site, in: shell)
        }
    }

    /// Asks for approvals; `nil` once they have been given and are used up.
    private func ask(_ account: Account, _ daybreak: Daybreak, _ viewer: Viewer) async throws -> String? {
        guard let held = try await daybreak.directory.postings(of: account.id).first else { return nil }
        if let approved {
            _ = try await daybreak.desk.carryOutApproved(approved, of: Posting.self, as: viewer)
            return nil
        }
        return try await daybreak.desk.askApproval(
            to: .update, held.id, of: Posting.self, action: .amend, Asking(reason: because ?? ""), as: viewer)
    }

    private func show(_ invitation: Invitation, _ site: SiteAddress, in shell: Shell) -> Ending {
        let link = site.invitation(invitation.code)
        if common.json {
            shell.print(json: ["account": .string(invitation.account.id), "link": .string(link)])
        } else {
            shell.print(shell.text("cli.invitations"))
            shell.print("  \(link)")
        }
        return .done
    }
}

/// Suspends an account.
struct SuspendCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Suspend an account at once: its sessions end, and it cannot sign in.")

    @Argument(help: ArgumentHelp("The sign-in name.", valueName: "name"))
    var name: String

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.keeping(name, in: shell) { identity, account, keeper in
            try await identity.suspend(account: account, by: keeper)
            return VaultAnswer.done("cli.suspended", asJSON: common.json, in: shell)
        }
    }
}

/// Lets a suspended account sign in again.
struct ResumeCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let a suspended account sign in again, as somebody other than its owner.")

    @Argument(help: ArgumentHelp("The sign-in name.", valueName: "name"))
    var name: String

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.keeping(name, in: shell) { identity, account, keeper in
            try await identity.resume(account: account, by: keeper)
            return VaultAnswer.done("cli.resumed", asJSON: common.json, in: shell)
        }
    }
}

extension CommonOptions {
    /// Does something to the account of a sign-in name, as somebody who keeps accounts.
    fileprivate func keeping(
        _ name: String, in shell: Shell, _ deed: (Identity, _ account: String, _ keeper: String) async throws -> Ending
    ) async throws -> Ending {
        try await withDaybreak(in: shell) { daybreak in
            let keeper = try await Keeper(viewer(daybreak, in: shell))
            guard let account = try await daybreak.identity.account(named: name) else {
                throw IdentityError.unknownAccount
            }
            return try await deed(daybreak.identity, account.id, keeper.account)
        }
    }
}

/// Somebody who keeps accounts: those to whom the matrix gives it, with approvals.
private struct Keeper {
    let viewer: Viewer
    var account: String { viewer.standing.account }

    init(_ viewer: Viewer) throws {
        let context = Context(approvals: .twoDifferent, isPostingCurrent: viewer.standing.isPostingCurrent)
        guard decide(as: viewer.standing.role, .create, .usersConfig, context).isPermitted else {
            throw DeskError.notAllowed(action: "invite")
        }
        self.viewer = viewer
    }
}
