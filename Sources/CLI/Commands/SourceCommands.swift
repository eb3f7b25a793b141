import ArgumentParser
import Formats
import RichPicture

/// Takes a waiting source into the picture.
struct CommitCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit", abstract: "Take a file that waits into the picture: all of it, or nothing.")

    @Argument(help: ArgumentHelp("The source, as \"daybreak sources\" names it.", valueName: "id"))
    var id: String

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withPicture(in: shell) { picture, viewer in
            let progress = Progress(in: shell)
            defer { progress.end() }
            let source = try await picture.commit(
                id, key: once.key, progress: progress.ofImport(id), as: viewer)
            progress.end()
            return SourceAnswer.show(source, as: "cli.now-committed", asJSON: common.json, in: shell)
        }
    }
}

/// Throws a waiting source away.
struct DiscardCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard",
        abstract: "Throw away a file that waits, bytes and all. It never was in the picture.")

    @Argument(help: ArgumentHelp("The source, as \"daybreak sources\" names it.", valueName: "id"))
    var id: String

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withPicture(in: shell) { picture, viewer in
            try await picture.discard(id, key: once.key, as: viewer)
            if common.json {
                shell.print(json: ["discarded": .string(id)])
            } else {
                shell.print(shell.text("cli.now-discarded", ["id": id]))
            }
            return .done
        }
    }
}

/// Records the authority that an unusable source lacked.
struct AuthoriseCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorise",
        abstract: "Record the authority that an intrusive file lacked; it then waits to be committed.")

    @Argument(help: ArgumentHelp("The source, as \"daybreak sources\" names it.", valueName: "id"))
    var id: String

    @OptionGroup(title: "The authority") var authority: AuthorityOptions
    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withPicture(in: shell) { picture, viewer in
            guard let waiting = try await picture.sources(as: viewer).first(where: { $0.id == id }) else {
                throw CLIError.nothing(id: id)
            }
            guard let authority = try authority.authority(zone: waiting.zone) else {
                throw CLIError.authorityInPart(missing: ["--authority", "--basis", "--from", "--until"])
            }
            let source = try await picture.authorise(id, authority: authority, key: once.key, as: viewer)
            return SourceAnswer.show(source, as: "cli.now-authorised", asJSON: common.json, in: shell)
        }
    }
}

/// Takes a committed source out of the picture.
struct WithdrawCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a file out of the picture again, with a reason. Its bytes stay; \"reinstate\" undoes it."
    )

    @Argument(help: ArgumentHelp("The source, as \"daybreak sources\" names it.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("Why; it is kept with the record.", valueName: "reason"))
    var because: String

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withPicture(in: shell) { picture, viewer in
            let source = try await picture.withdraw(id, because: because, key: once.key, as: viewer)
            return SourceAnswer.show(source, as: "cli.now-withdrawn", asJSON: common.json, in: shell)
        }
    }
}

/// Puts a withdrawn source back.
struct ReinstateCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "reinstate", abstract: "Put a file that was withdrawn back into the picture.")

    @Argument(help: ArgumentHelp("The source, as \"daybreak sources\" names it.", valueName: "id"))
    var id: String

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withPicture(in: shell) { picture, viewer in
            let source = try await picture.restore(id, key: once.key, as: viewer)
            return SourceAnswer.show(source, as: "cli.now-restored", asJSON: common.json, in: shell)
        }
    }
}

/// Changes who sees a source beyond its owner.
struct RelabelCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "relabel",
        abstract: "Release a file to organisations or units, hide it from somebody, or take either back.")

    @Argument(help: ArgumentHelp("The source, as \"daybreak sources\" names it.", valueName: "id"))
    var id: String

    @Argument(help: ArgumentHelp("What: release, recall, hide or unhide.", valueName: "change"))
    var change: String

    @Argument(
        help: ArgumentHelp(
            "Organisations or units; to hide it, also accounts. Everybody else keeps what they had.",
            valueName: "name"))
    var names: [String]

    @Option(help: ArgumentHelp("Why; it is kept with the record.", valueName: "reason"))
    var because: String

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard let wished = Relabelling(rawValue: change) else {
            let known = Relabelling.allCases.map(\.rawValue)
            throw CLIError.unknown(option: "<change>", value: change, known: known)
        }
        return try await common.withPicture(in: shell) { picture, viewer in
            let source = try await picture.relabel(id, wished, Set(names), because: because, key: once.key, as: viewer)
            return SourceAnswer.show(source, as: "cli.now-relabelled", asJSON: common.json, in: shell)
        }
    }
}

/// Lists the sources.
struct SourcesCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "List the files that came in, newest first, and what became of them.")

    @Option(
        help: ArgumentHelp("Only those in this state: staged, unusable, committed or withdrawn.", valueName: "state"))
    var state: String?

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let known = Source.State.allCases.map(\.rawValue)
        if let state, !known.contains(state) { throw CLIError.unknown(option: "--state", value: state, known: known) }
        return try await common.withPicture(in: shell) { picture, viewer in
            let sources = try await picture.sources(as: viewer).filter {
                state == nil || $0.state.rawValue == state
            }
            if common.json {
                shell.print(json: ["sources": .array(sources.map { $0.json(shell) })])
            } else {
                let rows = sources.map { source in
                    [
                        source.id, source.state.rawValue, source.stream.rawValue, source.grade.code, source.name,
                        CountSentence.text(source, in: shell),
                    ]
                }
                for line in Figures.columns(rows) { shell.print(line) }
                if sources.isEmpty { shell.print(shell.text("cli.no-sources")) }
            }
            return sources.isEmpty ? .nothingFound : .done
        }
    }
}

/// The answer to a step in a source's life.
enum SourceAnswer {
    static func show(_ source: Source, as key: String, asJSON: Bool, in shell: Shell) -> Ending {
        if asJSON {
            shell.print(json: ["source": source.json(shell)])
        } else {
            shell.print(shell.text(key, ["name": source.name, "id": source.id]))
            shell.print("  " + CountSentence.text(source, in: shell))
        }
        return .done
    }
}
