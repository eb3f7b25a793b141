import Access
import ArgumentParser
import Formats
import Records

/// Reads records of any type.
struct RecordsCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract: "List the records of a type, or show one: what it says, its story, who has read it.",
        discussion: """
              daybreak records posting
              daybreak records posting list --state active --where organisation="Baan Mai"
              daybreak records posting show mzxw6ytboi4dqmjq
              daybreak records posting history mzxw6ytboi4dqmjq
            """)

    /// What is shown.
    enum Verb: String, CaseIterable, ExpressibleByArgument { case list, show, history, readers }

    @Argument(help: ArgumentHelp("The type, such as posting or unit.", valueName: "type"))
    var type: String

    @Argument(help: ArgumentHelp("list, show, history or readers.", valueName: "verb"))
    var verb = Verb.list

    @Argument(help: ArgumentHelp("The record; not for list.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("Only those in this state.", valueName: "state"))
    var state: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("Only those whose indexed field has this value.", valueName: "field=value"))
    var condition: String?

    @Option(help: ArgumentHelp("How many to pass over.", valueName: "number"))
    var offset = 0

    @Option(help: ArgumentHelp("How many to list at most.", valueName: "number"))
    var limit = 50

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (1...1_000).contains(limit) else { throw CLIError.outOfRange(option: "--limit", range: "1-1000") }
        guard offset >= 0 else { throw CLIError.outOfRange(option: "--offset", range: "0-") }
        return try await common.withBook(in: shell) { book, viewer in
            let declaration = try book.declaration(type)
            guard verb != .list else { return try await list(book, declaration, viewer, shell) }
            guard let id, let view = try await book.read(type, id, as: viewer) else {
                throw CLIError.nothing(id: id ?? "")
            }
            let names = try await book.desk.names(of: Set(view.fields.values.compactMap(\.text)))
            let text = RecordText(declaration: declaration, shell: shell, names: names)
            switch verb {
            case .history: return try await history(book, id, viewer, text)
            case .readers: return try await readers(book, id, viewer, text)
            default:
                if common.json { shell.print(json: view.json(shell)) } else { text.show(view) }
                return .done
            }
        }
    }

    private func list(_ book: RecordBook, _ declaration: Declaration, _ viewer: Viewer, _ shell: Shell)
        async throws -> Ending
    {
        let parts = condition.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let query = RecordQuery(
            state: state, field: parts?.first, value: parts.map { $0.count > 1 ? $0[1] : "" }, offset: offset,
            limit: limit)
        let listing = try await book.list(type, query, as: viewer)
        let text = RecordText(declaration: declaration, shell: shell)
        if common.json {
            let records = listing.records.map { $0.json(shell) }
            shell.print(json: ["records": .array(records), "total": .number(listing.total)])
        } else {
            for line in Figures.columns(listing.records.map { text.line($0) }) { shell.print(line) }
        }
        return listing.records.isEmpty ? .nothingFound : .done
    }

    private func history(_ book: RecordBook, _ id: String, _ viewer: Viewer, _ text: RecordText) async throws -> Ending
    {
        guard let steps = try await book.history(type, id, as: viewer) else { throw CLIError.nothing(id: id) }
        let names = try await book.desk.names(
            of: Set(steps.map(\.account)).union(steps.flatMap(\.changes).compactMap { $0.after?.text }))
        if common.json {
            text.shell.print(json: .array(steps.map { $0.json(names) }))
        } else {
            let text = RecordText(declaration: text.declaration, shell: text.shell, names: names)
            for step in steps { text.tell(step) }
        }
        return .done
    }

    private func readers(_ book: RecordBook, _ id: String, _ viewer: Viewer, _ text: RecordText) async throws -> Ending
    {
        guard let readers = try await book.readers(type, id, as: viewer) else { throw CLIError.nothing(id: id) }
        let names = try await book.desk.names(of: Set(readers.map(\.account)))
        if common.json {
            text.shell.print(json: .array(readers.map { $0.json(names) }))
        } else {
            let rows = readers.map {
                [Figures.instant($0.at) ?? "", names[$0.account] ?? $0.account, $0.organisation, $0.action]
            }
            for line in Figures.columns(rows) { text.shell.print(line) }
        }
        return readers.isEmpty ? .nothingFound : .done
    }
}

extension Tree {
    /// The text, where it is one.
    var text: String? { if case .text(let text) = self { text } else { nil } }
}
