import Access
import ArgumentParser
import Formats
import Records

/// Performs an action on a record of any type.
struct ActCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "act",
        abstract: "Do something with a record: open it, change it, move it on, or take the last step back.",
        discussion: """
            Which actions there are, and what stands in their way, says "daybreak records TYPE show ID". The id "new" opens a \
            record; the action "undo" takes back what you did last.

              daybreak act unit new found --set name=North --set organisation="Unit 4"
              daybreak act posting mzxw6ytboi4dqmjq amend --set teams=harbour,border --because "moved"
              daybreak act unit mzxw6ytboi4dqmjq undo --because "a slip"
            """)

    @Argument(help: ArgumentHelp("The type, such as posting or unit.", valueName: "type"))
    var type: String

    @Argument(help: ArgumentHelp("The record, or \"new\".", valueName: "id"))
    var id: String

    @Argument(help: ArgumentHelp("What to do.", valueName: "action"))
    var action: String

    @Option(help: ArgumentHelp("A field and its new value; may be given several times.", valueName: "field=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("Why.", valueName: "reason"))
    var because = ""

    @Option(
        help: ArgumentHelp(
            "The version that you looked at: what others changed since is not lost.", valueName: "version"))
    var base: Int?

    @Flag(help: "Ask two people of two different organisations to approve it, instead of doing it.")
    var ask = false

    @Option(help: ArgumentHelp("The zone of times without one.", valueName: "name"))
    var zone = "Asia/Bangkok"

    @OptionGroup var once: KeyOption
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withBook(in: shell) { book, viewer in
            let edits = try edits(try book.declaration(type))
            let asking = Asking(base: base, edits: edits, reason: because, key: once.key)
            if ask {
                let request = try await book.askApproval(
                    type, id == "new" ? nil : id, action, asking, as: viewer)
                answer(["id": .string(request)], "cli.approval-asked", ["id": request], shell)
                return .done
            }
            let receipt =
                if id == "new" {
                    try await open(book, asking, viewer)
                } else if action == "undo" {
                    try await book.undo(type, id, because: because, key: once.key, as: viewer)
                } else {
                    try await book.act(type, id, action, asking, as: viewer)
                }
            let state = shell.text("state.\(type).\(receipt.state)")
            answer(
                receipt.json, "cli.act-done", ["id": receipt.id, "version": String(receipt.version), "state": state],
                shell)
            return .done
        }
    }

    private func open(_ book: RecordBook, _ asking: Asking, _ viewer: Viewer) async throws -> Receipt {
        let opening = try book.declaration(type).opening.name
        guard action == opening else { throw CLIError.unknown(option: "<action>", value: action, known: [opening]) }
        return try await book.open(type, asking, as: viewer)
    }

    private func answer(_ json: JSONValue, _ key: String, _ arguments: [String: String], _ shell: Shell) {
        if common.json { shell.print(json: json) } else { shell.print(shell.text(key, arguments)) }
    }

    private func edits(_ declaration: Declaration) throws -> Document {
        var edits: Document = [:]
        for setting in set {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let field = declaration.field(parts[0]) else {
                throw CLIError.unknown(option: "--set", value: setting, known: declaration.shown.map(\.name))
            }
            let value = field.value(of: parts[1]) { try? Instant.start($0, zone: zone) }
            guard let value else { throw DeskError.badValue(field: field.name) }
            edits[field.name] = value
        }
        return edits
    }
}
