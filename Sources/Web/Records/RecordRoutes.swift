import Hummingbird
import Records

/// The pages of records: one set for every declared type.
enum RecordRoutes {
    static let all: [Route] = [
        .page(.records, "web.route.records") { visit in
            var lines: [RecordsPage.Line] = []
            for declaration in visit.book.declarations {
                let query = RecordQuery(limit: 1)
                let total = try await visit.book.list(declaration.name, query, as: visit.viewer).total
                let canOpen = visit.book.opening(of: declaration, for: visit.viewer) != nil
                guard total > 0 || canOpen else { continue }
                lines.append(RecordsPage.Line(type: declaration.name, count: total, canOpen: canOpen))
            }
            return Answer.page(RecordsPage.view(lines, visit.reader), visit)
        },
        .page(.recordList(RecordsState(type: "{type}")), "web.route.record-list", list),
        .page(.openRecord("{type}"), "web.route.open-form") { try await openForm($0, nil) },
        .form(.openRecord("{type}"), "web.route.open", open),
        .page(.record("{type}", "{id}"), "web.route.record") { visit in
            let (view, declaration) = try await read(visit)
            return Answer.page(RecordPage.view(view, try await parts(declaration, [view.fields], visit)), visit)
        },
        .page(.recordHistory("{type}", "{id}"), "web.route.history") { visit in
            let (view, declaration) = try await read(visit)
            guard let steps = try await visit.book.history(visit.type, visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            let told = steps.flatMap(\.changes).flatMap { change -> [Document] in
                [change.before, change.after].compactMap { $0 }.map { [change.field: $0] }
            }
            let parts = try await parts(
                declaration, told + [view.fields], accounts: Set(steps.map(\.account)), visit)
            return Answer.page(HistoryPage.view(steps, of: view, parts), visit)
        },
        .page(.recordReaders("{type}", "{id}"), "web.route.readers") { visit in
            let (view, declaration) = try await read(visit)
            guard let readers = try await visit.book.readers(visit.type, visit.id, as: visit.viewer) else {
                throw Problem.notFound
            }
            let parts = try await parts(
                declaration, [view.fields], accounts: Set(readers.map(\.account)), visit)
            return Answer.page(ReadersPage.view(readers, of: view, parts), visit)
        },
        .page(.recordAction("{type}", "{id}", "{action}"), "web.route.action-form") { try await actionForm($0, nil) },
        .form(.recordAction("{type}", "{id}", "{action}"), "web.route.act", act),
        .form(.undoRecord("{type}", "{id}"), "web.route.undo") { visit in
            let fields = try await Body.form(visit)
            _ = try await visit.book.undo(
                visit.type, visit.id, because: fields["reason"] ?? "", key: fields.key, as: visit.viewer)
            return Answer.see(.record(visit.type, visit.id))
        },
        .page(.conflict("{id}"), "web.route.conflict") { try await conflict($0, problem: nil) },
        .form(.conflict("{id}"), "web.route.settle", settle),
    ]

    // MARK: Reading

    private static func read(_ visit: Visit) async throws -> (RecordView, Declaration) {
        let declaration = try visit.book.declaration(visit.type)
        guard let view = try await visit.book.read(visit.type, visit.id, as: visit.viewer) else {
            throw Problem.notFound
        }
        return (view, declaration)
    }

    /// The parts of a page that speaks of these documents and people.
    static func parts(
        _ declaration: Declaration, _ documents: [Document], accounts: Set<String> = [], _ visit: Visit
    ) async throws -> RecordParts {
        let told = accounts.union(RecordParts.accounts(declaration, documents))
        return RecordParts(
            declaration: declaration, reader: visit.reader, names: try await visit.book.desk.names(of: told))
    }

    @Sendable private static func list(_ visit: Visit) async throws -> Response {
        let declaration = try visit.book.declaration(visit.type)
        let state = RecordsState(type: visit.type, visit.query)
        let listing = try await visit.book.list(visit.type, state.search(), as: visit.viewer)
        let canOpen = visit.book.opening(of: declaration, for: visit.viewer) != nil
        let parts = try await parts(declaration, listing.records.map(\.fields), visit)
        return Answer.page(RecordListPage.view(listing, state: state, canOpen: canOpen, parts), visit)
    }

    // MARK: Forms

    /// A form that comes back: what was written, and what was wrong with it.
    private struct Retry: Sendable {
        var entries: Query
        var problem: Problem
    }

    private static func openForm(_ visit: Visit, _ retry: Retry?) async throws -> Response {
        let declaration = try visit.book.declaration(visit.type)
        guard let offer = visit.book.opening(of: declaration, for: visit.viewer) else { throw Problem.notFound }
        return try await form(declaration, nil, offer, retry, visit)
    }

    private static func actionForm(_ visit: Visit, _ retry: Retry?) async throws -> Response {
        let (view, declaration) = try await read(visit)
        guard let offer = view.actions.first(where: { $0.action == visit.places["action"] }) else {
            throw retry?.problem ?? Problem.notFound
        }
        return try await form(declaration, view, offer, retry, visit)
    }

    private static func form(
        _ declaration: Declaration, _ view: RecordView?, _ offer: ActionOffer, _ retry: Retry?, _ visit: Visit
    ) async throws -> Response {
        var model = RecordForm.Model(record: view, offer: offer)
        if let retry {
            model.entries = retry.entries
            model.problem = visit.reader(retry.problem.phrase)
            switch retry.problem.refusal {
            case .badValue(let field), .cannotSet(let field, _):
                model.wrongField = field
                // Said in the form's own words, beside the field itself.
                if declaration.field(field) != nil {
                    let name = visit.reader.fieldName(declaration.name, field)
                    model.problem = visit.reader("web.records.wrong-field", ["field": name])
                }
            default: break
            }
        }
        let parts = try await parts(declaration, [view?.fields ?? [:]], visit)
        return Answer.page(RecordForm.view(model, parts), visit, status: retry?.problem.status ?? .ok)
    }

    @Sendable private static func open(_ visit: Visit) async throws -> Response {
        let declaration = try visit.book.declaration(visit.type)
        let entries = try await Body.form(visit)
        guard let offer = visit.book.opening(of: declaration, for: visit.viewer) else { throw Problem.notFound }
        do {
            let asking = try asking(entries, offer, declaration, nil, visit)
            guard !offer.needsApproval else {
                _ = try await visit.book.askApproval(visit.type, nil, offer.action, asking, as: visit.viewer)
                return Answer.see(.approvals)
            }
            let receipt = try await visit.book.open(visit.type, asking, as: visit.viewer)
            return Answer.see(.record(visit.type, receipt.id))
        } catch let error as DeskError {
            return try await openForm(visit, Retry(entries: entries, problem: Problem(error)))
        }
    }

    @Sendable private static func act(_ visit: Visit) async throws -> Response {
        let (view, declaration) = try await read(visit)
        let (entries, action) = (try await Body.form(visit), visit.places["action"] ?? "")
        do {
            // What is not on offer is tried all the same: the desk says why not.
            let offer = view.actions.first { $0.action == action }
            let asking = try asking(entries, offer, declaration, view, visit)
            if let offer, offer.needsApproval {
                _ = try await visit.book.askApproval(visit.type, visit.id, action, asking, as: visit.viewer)
                return Answer.see(.approvals)
            }
            _ = try await visit.book.act(visit.type, visit.id, action, asking, as: visit.viewer)
            return Answer.see(.record(visit.type, visit.id))
        } catch DeskError.conflict(let id) {
            return Answer.see(.conflict(id))
        } catch let error as DeskError {
            return try await actionForm(visit, Retry(entries: entries, problem: Problem(error)))
        }
    }

    // Only what was changed in the form is a wish: a field that the viewer cannot see, and left empty, stays as it is.
    private static func asking(
        _ entries: Query, _ offer: ActionOffer?, _ declaration: Declaration, _ view: RecordView?, _ visit: Visit
    ) throws -> Asking {
        var edits: Document = [:]
        for field in declaration.shown where offer?.sets.contains(field.name) == true {
            let text = entries.entry(field)
            let before = RecordForm.text(view?.fields[field.name], field, visit.reader)
            if view != nil, text.trimmed == before.trimmed { continue }
            guard let value = field.value(of: text.trimmed, moment: { visit.reader.zone.instant($0) }) else {
                throw DeskError.badValue(field: field.name)
            }
            edits[field.name] = value
        }
        return Asking(
            base: entries["(base)"].flatMap { Int($0) }, edits: edits, reason: entries["(reason)"] ?? "",
            key: entries.key)
    }

    // MARK: Conflicts

    private static func conflict(_ visit: Visit, problem: Problem?) async throws -> Response {
        guard let view = try await visit.book.conflict(visit.id, as: visit.viewer) else { throw Problem.notFound }
        let parts = try await parts(
            try visit.book.declaration(view.record.type), [view.record.fields, view.wish], visit)
        let words = problem.map { visit.reader($0.phrase) }
        return Answer.page(ConflictPage.view(view, problem: words, parts), visit, status: problem?.status ?? .ok)
    }

    @Sendable private static func settle(_ visit: Visit) async throws -> Response {
        let entries = try await Body.form(visit)
        do {
            try await visit.book.settle(
                visit.id, taking: entries["taking"] == "true", because: entries["reason"] ?? "",
                key: entries.key, as: visit.viewer)
            return Answer.see(.conflict(visit.id))
        } catch let error as DeskError where error != .notFound {
            return try await conflict(visit, problem: Problem(error))
        }
    }
}
