import Records

/// The form of an action: its fields with what belongs into each, what stands in the way, and why it is done.
enum RecordForm {
    /// What the form shows.
    struct Model: Sendable {
        /// The record; `nil` for one that is to be opened.
        var record: RecordView?
        var offer: ActionOffer
        /// What was written into it before, when it comes back with a problem.
        var entries: Query?
        /// What was wrong: a sentence, and the field that it belongs to.
        var problem: String?
        var wrongField: String?
    }

    static func view(_ model: Model, _ parts: RecordParts) -> Page {
        let (reader, type) = (parts.reader, parts.type)
        let action = model.offer.action
        let target: SiteURL = model.record.map { .recordAction(type, $0.id, action) } ?? .openRecord(type)
        let fields = parts.declaration.shown.filter { model.offer.sets.contains($0.name) }
        let title = reader.actionName(type, action)
        return Page(
            title: title, section: .records,
            body: """
                \(kicker(model, parts))<h1>\(title)</h1><p class="lead">\(reader.actionHelp(type, action))</p>
                \(model.problem.map { problem($0, reader) })\(parts.obstacles(model.offer.obstacles))
                <form class="sheet" method="post" action="\(url: target)">
                \(model.record.map { "<input type=\"hidden\" name=\"(base)\" value=\"\($0.version)\">" })
                \(Markup.joined(parts.groups(fields).map { group($0, model, parts) }))
                \(why(model, parts))
                </form>
                """)
    }

    private static func kicker(_ model: Model, _ parts: RecordParts) -> Markup {
        guard let record = model.record else {
            let list = SiteURL.recordList(RecordsState(type: parts.type))
            return "<p class=\"kicker\"><a href=\"\(url: list)\">\(parts.reader.typesName(parts.type))</a></p>"
        }
        return """
            <p class="kicker"><a href="\(url: .record(parts.type, record.id))"><bdi>\(parts.title(record.fields))</bdi></a></p>
            """
    }

    private static func problem(_ text: String, _ reader: Reader) -> Markup {
        "<div class=\"notice\" role=\"alert\"><strong>\(reader("web.records.not-done"))</strong> \(text)</div>"
    }

    private static func group(
        _ group: (heading: String, fields: [Field]), _ model: Model, _ parts: RecordParts
    ) -> Markup {
        let legend = group.heading.isEmpty ? parts.reader("web.records.fields") : group.heading
        return """
            <fieldset><legend>\(legend)</legend>\(Markup.joined(group.fields.map { input($0, model, parts) }))</fieldset>
            """
    }

    private static func input(_ field: Field, _ model: Model, _ parts: RecordParts) -> Markup {
        let reader = parts.reader
        let isWrong = model.wrongField == field.name
        let (hint, name) = ("hint-\(field.name)", reader.fieldName(parts.type, field.name))
        let described: Markup = "aria-describedby=\"\(hint)\"\(if: isWrong, " aria-invalid=\"true\"")"
        let wrong: Markup =
            isWrong ? "<p class=\"wrong\">\(reader("web.records.wrong"))</p>" : .empty
        let control = control(field, entry(field, model, reader), described, parts)
        let label: Markup =
            switch field.holds {
            case .flag: "<label class=\"check\">\(control) \(name)</label>"
            case .choices: "<p class=\"label\">\(name)</p>\(control)"
            default: "<label>\(name)\(control)</label>"
            }
        return """
            <div class="entry">\(label)\(wrong)\
            <p class="hint" id="\(hint)">\(reader.fieldHelp(parts.type, field))</p></div>
            """
    }

    /// What stands in a field of the form: what was written, else what the record says.
    static func entry(_ field: Field, _ model: Model, _ reader: Reader) -> String {
        if let entries = model.entries { return entries.entry(field) }
        return text(model.record?.fields[field.name], field, reader)
    }

    /// A value as a form's field has it.
    static func text(_ value: Tree?, _ field: Field, _ reader: Reader) -> String {
        switch (field.holds, value) {
        case (.moment, .integer(let moment)): moment == 0 ? "" : reader.zone.text(moment)
        case (_, .text(let text)): text
        case (_, .flag(let flag)): flag ? "true" : ""
        case (_, .integer(let number)): String(number)
        case (_, .number(let number)): String(number)
        case (_, .list(let items)):
            items.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: "\n")
        default: ""
        }
    }

    private static func control(
        _ field: Field, _ value: String, _ described: Markup, _ parts: RecordParts
    ) -> Markup {
        let name = field.name
        switch field.holds {
        case .text, .account, .record:
            return "<input name=\"\(name)\" value=\"\(value)\" maxlength=\"400\" autocomplete=\"off\" \(described)>"
        case .longText:
            return "<textarea name=\"\(name)\" rows=\"4\" maxlength=\"8000\" \(described)>\(value)</textarea>"
        case .list, .records:
            return "<textarea name=\"\(name)\" rows=\"3\" maxlength=\"8000\" \(described)>\(value)</textarea>"
        case .flag:
            return
                "<input type=\"checkbox\" name=\"\(name)\" value=\"true\"\(if: value == "true", " checked") \(described)>"
        case .number: return "<input type=\"number\" name=\"\(name)\" value=\"\(value)\" step=\"any\" \(described)>"
        case .moment:
            let kind = value.count > 10 ? "datetime-local" : "date"
            return "<input type=\"\(kind)\" name=\"\(name)\" value=\"\(value)\" \(described)>"
        case .choices(let choices): return boxes(choices, field, value, described, parts)
        case .choice(let choices):
            let options = choices.map { choice -> Markup in
                """
                <option value="\(choice)"\(if: choice == value, " selected")>\
                \(parts.reader.choiceName(parts.type, field, choice))</option>
                """
            }
            return """
                <select name="\(name)" \(described)><option value="">\(parts.reader("web.records.choose"))</option>\
                \(Markup.joined(options))</select>
                """
        }
    }

    // Several of a few: a box for each.
    private static func boxes(
        _ choices: [String], _ field: Field, _ value: String, _ described: Markup, _ parts: RecordParts
    ) -> Markup {
        let chosen = Set(value.split(whereSeparator: \.isNewline).map(String.init))
        let boxes = choices.map { choice -> Markup in
            """
            <label class="check"><input type="checkbox" name="\(field.name)" value="\(choice)"\
            \(if: chosen.contains(choice), " checked")> \(parts.reader.choiceName(parts.type, field, choice))</label>
            """
        }
        return "<div class=\"boxes\" role=\"group\" \(described)>\(Markup.joined(boxes))</div>"
    }

    private static func why(_ model: Model, _ parts: RecordParts) -> Markup {
        let reader = parts.reader
        let (offer, reason) = (model.offer, model.entries?["(reason)"] ?? "")
        let isNeeded = offer.needsReason || offer.needsApproval
        let hint = offer.needsApproval ? "web.records.approval.hint" : "web.records.reason.hint"
        let button = offer.needsApproval ? reader("web.records.ask") : reader.actionName(parts.type, offer.action)
        return """
            <fieldset><legend>\(reader(isNeeded ? "web.records.reason" : "web.records.reason.optional"))</legend>
            <label><span class="hidden">\(reader("web.records.reason"))</span>\
            <input name="(reason)" value="\(reason)" maxlength="500"\(if: isNeeded, " required") aria-describedby="hint-reason"></label>
            <p class="hint" id="hint-reason">\(reader(hint))</p></fieldset>
            <p class="row"><button class="primary">\(button)</button></p>
            """
    }
}

extension Query {
    /// What a form sent for a field; the boxes of one that holds several stand one a line, in the order declared.
    func entry(_ field: Field) -> String {
        let values = items.filter { $0.name == field.name }.map(\.value)
        guard case .choices = field.holds else { return values.first ?? "" }
        return values.joined(separator: "\n")
    }
}
