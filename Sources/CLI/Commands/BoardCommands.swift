import ArgumentParser
import Formats
import Foundation
import Records

/// What is due.
struct DueCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "What is due to you, your unit or your organisation, the most urgent first.")

    /// Whose deadlines.
    enum Whose: String, CaseIterable, ExpressibleByArgument { case mine, unit, organisation }

    @Option(help: ArgumentHelp("mine, unit or organisation.", valueName: "whose"))
    var scope = Whose.mine

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withBook(in: shell) { book, viewer in
            let scope = BoardScope(rawValue: scope.rawValue) ?? .mine
            let (due, now) = (try await book.desk.due(scope, as: viewer), shell.now())
            if common.json {
                shell.print(json: .array(due.map { $0.json(at: now) }))
            } else {
                let rows = due.map { deadline in
                    [
                        shell.text("cli.level-\(deadline.level(at: now).rawValue)"),
                        Figures.instant(deadline.due) ?? "", shell.text("deadline.\(deadline.name)"), deadline.type,
                        deadline.record,
                    ]
                }
                for line in Figures.columns(rows) { shell.print(line) }
            }
            return due.isEmpty ? .nothingFound : .done
        }
    }
}

/// What there is to know.
struct NoticesCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices", abstract: "What you have been told; put away what you have read.")

    @Option(help: ArgumentHelp("Put this notice away.", valueName: "id"))
    var putAway: String?

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withBook(in: shell) { book, viewer in
            if let putAway, try await !book.desk.putAway(putAway, key: once.key, as: viewer) {
                throw CLIError.nothing(id: putAway)
            }
            let notices = try await book.desk.notices(as: viewer)
            if common.json {
                shell.print(json: .array(notices.map { $0.json(shell) }))
            } else {
                let rows = notices.map {
                    [$0.id, Figures.instant($0.at) ?? "", shell.text($0.phrase), $0.type, $0.record]
                }
                for line in Figures.columns(rows) { shell.print(line) }
            }
            return notices.isEmpty && putAway == nil ? .nothingFound : .done
        }
    }
}

/// What two people of two organisations have to approve.
struct ApprovalsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "approvals",
        abstract: "What waits for your approval, and what you have asked for.",
        discussion: """
              daybreak approvals
              daybreak approvals approve mzxw6ytboi4dqmjq
              daybreak approvals carry-out mzxw6ytboi4dqmjq
            """)

    /// What is done.
    enum Verb: String, CaseIterable, ExpressibleByArgument {
        case list, approve
        case carryOut = "carry-out"
    }

    @Argument(help: ArgumentHelp("list, approve or carry-out.", valueName: "verb"))
    var verb = Verb.list

    @Argument(help: ArgumentHelp("The request; not for list.", valueName: "id"))
    var id: String?

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withBook(in: shell) { book, viewer in
            switch verb {
            case .list:
                let requests = try await book.desk.requests(as: viewer) + book.desk.ownRequests(as: viewer)
                if common.json {
                    shell.print(json: .array(requests.map { $0.json(viewer) }))
                } else {
                    let rows = requests.map { [$0.id, $0.organisation, $0.type, $0.action, $0.reason] }
                    for line in Figures.columns(rows) { shell.print(line) }
                }
                return requests.isEmpty ? .nothingFound : .done
            case .approve:
                guard let id else { throw CLIError.nothing(id: "") }
                _ = try await book.desk.approve(id, key: once.key, as: viewer)
                if common.json {
                    shell.print(json: ["id": .string(id)])
                } else {
                    shell.print(shell.text("cli.approved"))
                }
            case .carryOut:
                guard let id else { throw CLIError.nothing(id: "") }
                let receipt = try await book.carryOut(id, key: once.key, as: viewer)
                if common.json {
                    shell.print(json: receipt.json)
                } else {
                    shell.print(shell.text("cli.carried-out", ["id": receipt.id]))
                }
            }
            return .done
        }
    }
}
