import ArgumentParser
import Formats
import RichPicture

/// Who is the same in the picture: proposed by machine, decided by people, undone when wrong.
struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: "Who is the same: what the machine proposes, what people have decided, and undoing it.",
        discussion: """
            The machine proposes and never merges. A decision says which entity stands for which; what the sources say stays as \
            it is, so that unmerging restores exactly what stood.

              daybreak links
              daybreak links show PROPOSAL
              daybreak links decide same PROPOSAL --because "same passport, same face"
              daybreak links decide not-same ENTITY ENTITY --because "brothers"
              daybreak links unmerge RECORD --because "two passports at once" --not-same
            """,
        subcommands: [List.self, Show.self, Decide.self, Unmerge.self, History.self, Decisions.self],
        defaultSubcommand: List.self)

    /// The queue.
    struct List: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List what the machine proposes, the surest across sources first.")

        @Option(help: ArgumentHelp("people or organisations only.", valueName: "name"))
        var about: String?

        @Option(help: ArgumentHelp("How many come before.", valueName: "number"))
        var offset = 0

        @Option(help: ArgumentHelp("How many to show.", valueName: "number"))
        var limit = 25

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let chosen = try about.map { name throws(CLIError) in
                guard let subject = LinkSubject(rawValue: name) else {
                    throw .unknown(option: "--about", value: name, known: LinkSubject.allCases.map(\.rawValue))
                }
                return subject
            }
            return try await common.withPicture(in: shell) { picture, viewer in
                let progress = Progress(in: shell)
                progress.report(shell.text("cli.link-comparing"), share: nil, count: 0)
                let page = try await picture.proposals(chosen, offset: offset, limit: limit, as: viewer)
                progress.end()
                if common.json { shell.print(json: page.json) } else { LinksText(shell).show(page, from: offset) }
                return page.lines.isEmpty ? .nothingFound : .done
            }
        }
    }

    /// One proposal, or entities side by side.
    struct Show: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show a proposal, or two or more entities side by side: what agrees, what differs, and why.")

        @Argument(help: ArgumentHelp("A proposal, or the entities.", valueName: "id"))
        var id: [String]

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withPicture(in: shell) { picture, viewer in
                let view =
                    id.count == 1
                    ? try await picture.proposal(id[0], as: viewer) : try await picture.sideBySide(id, as: viewer)
                guard let view else { throw CLIError.nothing(id: id.joined(separator: ", ")) }
                if common.json { shell.print(json: view.json(shell)) } else { LinksText(shell).show(view) }
                return .done
            }
        }
    }

    /// A decision.
    struct Decide: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "decide", abstract: "Decide that they are the same, not the same, or that it cannot be known.")

        @Argument(help: ArgumentHelp("same, not-same or not-known.", valueName: "verdict"))
        var verdict: String

        @Argument(help: ArgumentHelp("A proposal, or the entities.", valueName: "id"))
        var id: [String]

        @Option(help: ArgumentHelp("Why.", valueName: "reason"))
        var because: String

        @OptionGroup var once: KeyOption
        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            guard let verdict = LinkVerdict(name: verdict) else {
                throw CLIError.unknown(
                    option: "<verdict>", value: verdict, known: LinkVerdict.allCases.map(\.name))
            }
            return try await common.withPicture(in: shell) { picture, viewer in
                let receipt =
                    id.count == 1
                    ? try await picture.decide(verdict, proposal: id[0], because: because, key: once.key, as: viewer)
                    : try await picture.decide(verdict, about: id, because: because, key: once.key, as: viewer)
                receipt.answer(asJSON: common.json, in: shell)
                return .done
            }
        }
    }

    /// Takes a decision back.
    struct Unmerge: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "unmerge",
            abstract: "Take a decision back, a merge or another: exactly what stood before stands again.")

        @Argument(help: ArgumentHelp("The record of the decision, as \"links history\" names it.", valueName: "record"))
        var record: String

        @Option(help: ArgumentHelp("Why.", valueName: "reason"))
        var because: String

        @Flag(name: .customLong("not-same"), help: "And decide that the two are not the same.")
        var isNotSame = false

        @OptionGroup var once: KeyOption
        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withPicture(in: shell) { picture, viewer in
                let receipt = try await picture.takeBack(
                    record, andNotSame: isNotSame, because: because, key: once.key, as: viewer)
                receipt.answer(asJSON: common.json, in: shell)
                return .done
            }
        }
    }

    /// The decisions about an entity.
    struct History: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "history", abstract: "Show what people have decided about an entity.",
            discussion: "The whole story of one decision: \"daybreak records history link-decision RECORD\".")

        @Argument(help: ArgumentHelp("The entity.", valueName: "id"))
        var id: String

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            try await common.withPicture(in: shell) { picture, viewer in
                guard let stories = try await picture.links(of: id, as: viewer) else { throw CLIError.nothing(id: id) }
                if common.json {
                    shell.print(json: ["decisions": .array(stories.map(\.json)), "total": .number(stories.count)])
                } else {
                    LinksText(shell).show(stories)
                }
                return stories.isEmpty ? .nothingFound : .done
            }
        }
    }

    /// All decisions.
    struct Decisions: ShellCommand {
        static let configuration = CommandConfiguration(
            commandName: "decisions", abstract: "List the decisions that stand, the latest first.")

        @Option(help: ArgumentHelp("same, not-same or not-known only.", valueName: "verdict"))
        var verdict: String?

        @Option(help: ArgumentHelp("How many come before.", valueName: "number"))
        var offset = 0

        @Option(help: ArgumentHelp("How many to show.", valueName: "number"))
        var limit = 50

        @OptionGroup(title: "Common options") var common: CommonOptions

        func run(in shell: Shell) async throws -> Ending {
            let chosen = try verdict.map { name throws(CLIError) in
                guard let verdict = LinkVerdict(name: name) else {
                    throw .unknown(option: "--verdict", value: name, known: LinkVerdict.allCases.map(\.name))
                }
                return verdict
            }
            return try await common.withPicture(in: shell) { picture, viewer in
                let page = try await picture.decisions(chosen, offset: offset, limit: limit, as: viewer)
                if common.json { shell.print(json: page.json) } else { LinksText(shell).show(page.stories) }
                return page.stories.isEmpty ? .nothingFound : .done
            }
        }
    }
}

extension LinkReceipt {
    fileprivate func answer(asJSON: Bool, in shell: Shell) {
        if asJSON {
            shell.print(json: json)
        } else {
            let key = verdict.map { "links.cli.decided-\($0.name)" } ?? "links.cli.taken-back"
            shell.print(shell.text(key, ["record": record, "entity": entity ?? ""]))
        }
    }
}
