import Records

/// All types of record that the viewer has anything of, or may open.
enum RecordsPage {
    struct Line: Sendable {
        var type: String
        var count: Int
        var canOpen: Bool
    }

    static func view(_ lines: [Line], _ reader: Reader) -> Page {
        let rows = lines.map { line -> [Markup] in
            let open: Markup =
                line.canOpen
                ? "<a href=\"\(url: .openRecord(line.type))\">\(reader("web.records.new"))</a>" : .empty
            return [
                "<a href=\"\(url: .recordList(RecordsState(type: line.type)))\">\(reader.typesName(line.type))</a>",
                "\(reader.typeHelp(line.type))", "\(reader.number(line.count))", open,
            ]
        }
        let columns = ["record-type", "what-it-is", "count", "do"].map { reader("web.column.\($0)") }
        let parts = Parts(reader: reader)
        return Page(
            title: reader("web.records.title"), section: .records,
            body: """
                <h1>\(reader("web.records.title"))</h1><p class="lead">\(reader("web.records.lead"))</p>
                \(rows.isEmpty ? parts.empty(reader("web.records.none")) : parts.table(reader("web.records.title"), columns: columns, rows: rows, numbers: [2]))
                """)
    }
}

/// The records of one type, the last changed first.
enum RecordListPage {
    static func view(_ listing: RecordListing, state: RecordsState, canOpen: Bool, _ parts: RecordParts) -> Page {
        let (reader, type) = (parts.reader, parts.type)
        let open: Markup =
            canOpen
            ? "<a class=\"button primary\" href=\"\(url: .openRecord(type))\">\(reader("web.records.new"))</a>" : .empty
        return Page(
            title: reader.typesName(type), section: .records,
            body: """
                <p class="kicker"><a href="\(url: .records)">\(reader("web.records.title"))</a></p>
                <div class="heading"><h1>\(reader.typesName(type))</h1>\(open)</div>
                <p class="lead">\(reader.typeHelp(type))</p>
                \(filter(state, parts))\(table(listing, parts))
                \(Parts(reader: reader).pager(offset: state.offset, shown: listing.records.count, total: listing.total, size: RecordsState.pageSize) { offset in
                    var next = state
                    next.offset = offset
                    return .recordList(next)
                })
                """)
    }

    private static func filter(_ state: RecordsState, _ parts: RecordParts) -> Markup {
        let (reader, declaration) = (parts.reader, parts.declaration)
        let states = declaration.states.map { name -> Markup in
            "<option value=\"\(name)\"\(if: name == state.state, " selected")>\(reader.stateName(parts.type, name))</option>"
        }
        let fields = declaration.indexed.map { field -> Markup in
            "<option value=\"\(field.name)\"\(if: field.name == state.field, " selected")>\(reader.fieldName(parts.type, field.name))</option>"
        }
        let find: Markup =
            fields.isEmpty
            ? .empty
            : """
            <label>\(reader("web.records.find-by"))<select name="field">\(Markup.joined(fields))</select></label>
            <label>\(reader("web.records.find"))<input name="value" value="\(state.value ?? "")" maxlength="200"></label>
            """
        return """
            <form class="inline" action="\(url: .recordList(RecordsState(type: parts.type)))">
            <label>\(reader("web.column.state"))<select name="state"><option value="">\(reader("web.records.any-state"))</option>\
            \(Markup.joined(states))</select></label>\(find)<button>\(reader("web.records.show"))</button></form>
            """
    }

    // The first three fields that say something in a line, the state, and when it was last changed.
    private static func table(_ listing: RecordListing, _ parts: RecordParts) -> Markup {
        let (reader, type) = (parts.reader, parts.type)
        guard !listing.records.isEmpty else { return Parts(reader: reader).empty(reader("web.records.none")) }
        let fields = Array(parts.declaration.shown.filter { $0.holds != .longText && $0.holds != .list }.prefix(4))
        let rows = listing.records.map { view -> [Markup] in
            let cells = fields.enumerated().map { index, field -> Markup in
                let words = parts.words(view.fields[field.name], field)
                guard index == 0 else { return "<bdi>\(words)</bdi>" }
                let name = words.isEmpty ? parts.title(view.fields) : words
                return "<a href=\"\(url: .record(type, view.id))\"><bdi>\(name)</bdi></a>"
            }
            return cells + [parts.state(view.state), "\(reader.time(view.changed))"]
        }
        let columns =
            fields.map { reader.fieldName(type, $0.name) } + ["state", "changed"].map { reader("web.column.\($0)") }
        return Parts(reader: reader).table(reader.typesName(type), columns: columns, rows: rows)
    }
}
