import ArgumentParser
import Daybreak
import Formats
import Records

/// Opens one record in an emergency.
struct BreakGlassCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "break-glass",
        abstract: "Open one record for four hours, because a life is in immediate danger.",
        discussion: """
            Oversight and the organisation whose record it is are told at once. Somebody else reviews it within 72 hours; if \
            nobody has, your account is suspended until somebody does.
            """)

    @Argument(help: ArgumentHelp("The type of the record.", valueName: "type"))
    var type: String

    @Argument(help: ArgumentHelp("The record.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("What the danger is.", valueName: "reason"))
    var because: String

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withDaybreak(in: shell) { daybreak in
            let viewer = try await common.viewer(daybreak, in: shell)
            try await common.prove(daybreak, in: shell)
            let glass = try await daybreak.book.breakGlass(
                type, id, because: because, isFresh: true, key: once.key, as: viewer)
            if common.json {
                shell.print(json: glass.json)
            } else {
                shell.print(shell.text("cli.glass-broken", ["until": Figures.instant(glass.until) ?? ""]))
            }
            return .done
        }
    }
}

/// Reviews who opened what in an emergency.
struct ReviewGlassCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "review-glass", abstract: "List the emergency openings that wait for a review, or review one.")

    @Argument(help: ArgumentHelp("The emergency opening; without it, all are listed.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("What the review found.", valueName: "words"))
    var outcome = ""

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withBook(in: shell) { book, viewer in
            if let id {
                try await book.desk.review(id, outcome: outcome, key: once.key, as: viewer)
                if common.json {
                    shell.print(json: ["id": .string(id)])
                } else {
                    shell.print(shell.text("cli.reviewed"))
                }
                return .done
            }
            let glasses = try await book.desk.brokenGlasses(as: viewer)
            if common.json {
                shell.print(json: .array(glasses.map(\.json)))
            } else {
                let rows = glasses.map { [$0.id, Figures.instant($0.reviewDue) ?? "", $0.organisation, $0.reason] }
                for line in Figures.columns(rows) { shell.print(line) }
            }
            return glasses.isEmpty ? .nothingFound : .done
        }
    }
}
