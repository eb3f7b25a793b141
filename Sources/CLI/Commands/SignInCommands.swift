import Access
import ArgumentParser
import Daybreak
import Formats
import Identity
import Records

/// Signs in.
struct SignInCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-in",
        abstract: "Sign in: passphrase, then a code of your app or one of your recovery codes.",
        discussion: """
            The session ends after 15 minutes without a command, after 8 hours, with "daybreak sign-out", and with your \
            posting. Its secret is kept in $XDG_RUNTIME_DIR/daybreak or ~/.local/state/daybreak, for your eyes only.
            """)

    @Argument(help: ArgumentHelp("Your sign-in name.", valueName: "name"))
    var name: String

    @Option(
        help: ArgumentHelp(
            "The posting to act under, when you hold several: its role, or its identifier.", valueName: "role"))
    var posting: String?

    @Option(
        help: ArgumentHelp("A file whose first line is the passphrase; without it, it is asked for.", valueName: "path")
    )
    var passphraseFile: String?

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withDaybreak(in: shell) { daybreak in
            guard daybreak.standing != .unfounded else { throw SetUpError.notFounded }
            let passphrase =
                if let passphraseFile { try Secrets.line(inFile: passphraseFile) } else {
                    try shell.ask(shell.text("cli.ask-own-passphrase"), true)
                }
            let signedIn = try await finish(
                try await daybreak.identity.signIn(name: name, passphrase: passphrase), daybreak.identity, in: shell)
            try SessionFile(of: common.database(in: shell), in: shell).keep(signedIn.token)
            guard !signedIn.session.mustEnrol else { throw CLIError.mustEnrol }
            let held = try await choose(try await daybreak.directory.postings(of: signedIn.session.account), in: shell)
            _ = try await daybreak.identity.take(posting: held.id, token: signedIn.token)
            WhoAmI(held: held).show(asJSON: common.json, in: shell)
            return .done
        }
    }

    private func finish(_ step: SignInStep, _ identity: Identity, in shell: Shell) async throws -> SignedIn {
        switch step {
        case .signedIn(let signedIn): return signedIn
        case .second(let ticket, let factors):
            guard factors.contains(.code) || factors.contains(.recoveryCode) else { throw CLIError.passkeyOnly }
            let code = try shell.ask(shell.text("cli.ask-code"), true)
            let digits = code.filter { !$0.isWhitespace }
            let isCode = digits.count == 6 && digits.allSatisfy(\.isNumber)
            return try await finish(
                isCode
                    ? try await identity.signIn(ticket: ticket, code: code)
                    : try await identity.signIn(ticket: ticket, recoveryCode: code), identity, in: shell)
        }
    }

    private func choose(_ postings: [Directory.Held], in shell: Shell) async throws -> Directory.Held {
        let fitting = postings.filter { posting == nil || $0.posting.role == posting || $0.id == posting }
        guard let first = fitting.first else { throw CLIError.noPosting }
        guard fitting.count == 1 else {
            throw CLIError.unknown(
                option: "--posting", value: posting ?? "",
                known: fitting.map { "\($0.id) (\($0.posting.role), \($0.posting.organisation))" })
        }
        return first
    }
}

/// Signs out.
struct SignOutCommand: ShellCommand {
    static let configuration = CommandConfiguration(commandName: "sign-out", abstract: "End the session.")

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withDaybreak(in: shell) { daybreak in
            let file = SessionFile(of: common.database(in: shell), in: shell)
            if let token = file.token { try await daybreak.identity.signOut(token: token) }
            file.forget()
            return VaultAnswer.done("cli.signed-out", asJSON: common.json, in: shell)
        }
    }
}

/// Says who one is.
struct WhoAmICommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Show with whose eyes you look, and whether the keys are locked away.")

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withDaybreak(in: shell) { daybreak in
            let viewer = try await common.viewer(daybreak, in: shell)
            let held = try await daybreak.directory.postings(of: viewer.standing.account)
                .first {
                    $0.posting.role == viewer.standing.role.rawValue && $0.posting.organisation == viewer.organisation
                }
            guard let held else { throw CLIError.noPosting }
            WhoAmI(held: held).show(asJSON: common.json, in: shell)
            return .done
        }
    }
}

/// A posting in a sentence.
struct WhoAmI {
    var held: Directory.Held

    func show(asJSON: Bool, in shell: Shell) {
        let posting = held.posting
        if asJSON { return shell.print(json: json) }
        shell.print(
            shell.text(
                "cli.whoami",
                [
                    "name": posting.name, "organisation": posting.organisation,
                    "role": shell.text("web.role.\(posting.role)"),
                ]))
    }

    var json: JSONValue {
        [
            "posting": .string(held.id), "account": .string(held.posting.account), "name": .string(held.posting.name),
            "role": .string(held.posting.role), "organisation": .string(held.posting.organisation),
            "unit": .string(held.posting.unit),
        ]
    }
}

/// Lists who works where.
struct PeopleCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List who works where, as what: your organisation, or everybody of a demonstration.")

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withDaybreak(in: shell) { daybreak in
            var people = try await daybreak.directory.everybody()
            if daybreak.standing != .demonstration {
                let viewer = try await common.viewer(daybreak, in: shell)
                people = people.filter { $0.posting.organisation == viewer.organisation }
            }
            var rows: [JSONValue] = []
            for held in people {
                let signIn = try await daybreak.identity.account(held.posting.account)?.name ?? ""
                var json = WhoAmI(held: held).json.object ?? JSONObject()
                json["signIn"] = .string(signIn)
                rows.append(.object(json))
                if !common.json {
                    let posting = held.posting
                    shell.print(
                        shell.text(
                            "cli.person",
                            [
                                "sign-in": signIn, "name": posting.name, "role": posting.role,
                                "organisation": posting.organisation,
                            ]))
                }
            }
            if common.json { shell.print(json: ["people": .array(rows)]) }
            return people.isEmpty ? .nothingFound : .done
        }
    }
}
