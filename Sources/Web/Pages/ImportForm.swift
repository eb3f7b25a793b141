import RichPicture

/// What somebody wrote into the import form, kept so that nothing has to be written twice after a mistake.
struct ImportEntries: Sendable {
    var query = Query()

    subscript(_ name: String) -> String { query[name] ?? "" }
}

/// The import form: which file, from whom, how far to trust it, what permits it, how to read it.
enum ImportForm {
    static func view(_ entries: ImportEntries, profiles: [Profile], problem: String?, _ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        return Page(
            title: reader("web.import.title"), section: .import,
            body: """
                <h1>\(reader("web.import.title"))</h1><p class="lead">\(reader("web.import.lead"))</p>
                \(problem.map { parts.notice($0, title: reader("web.import.problem")) })
                <form class="sheet" method="post" action="\(url: .importForm)" enctype="multipart/form-data" data-import>
                \(file(entries, reader))\(trust(entries, reader))
                \(AuthorityFields.view(entries, reader, isRequired: false))\(reading(entries, profiles, reader))
                <p class="row"><button class="primary">\(reader("web.import.do"))</button> <span class="quiet">\(reader("web.import.staged-first"))</span></p>
                </form>
                """,
            scripts: ["import.js"])
    }

    private static func file(_ entries: ImportEntries, _ reader: Reader) -> Markup {
        """
        <fieldset><legend>\(reader("web.import.file"))</legend>
        <label>\(reader("web.import.file.label"))<input type="file" name="file" required></label>
        <p class="hint">\(reader("web.import.file.hint"))</p>
        <label>\(reader("web.column.stream"))<select name="stream">\
        <option value="">\(reader("web.import.stream.detect"))</option>\(streams(entries, reader))</select></label>
        \(legs(entries, reader))
        <label>\(reader("web.import.owner"))<input name="owner" required maxlength="200" value="\(entries["owner"])"></label>
        <p class="hint">\(reader("web.import.owner.hint"))</p>\(eyes(entries, reader))</fieldset>
        """
    }

    // Who may see it besides its owner and whoever brings it in.
    private static func eyes(_ entries: ImportEntries, _ reader: Reader) -> Markup {
        let isOpen = ["team", "release", "hide-from"].contains { !entries[$0].isEmpty }
        return """
            <details\(if: isOpen, " open")><summary>\(reader("web.import.eyes"))</summary><p class="hint">\(reader("web.import.eyes.hint"))</p>
            <label>\(reader("web.import.team"))<input name="team" maxlength="200" value="\(entries["team"])"></label>
            <label>\(reader("web.import.release"))<textarea name="release" rows="2" maxlength="2000">\(entries["release"])</textarea></label>
            <label>\(reader("web.import.hide-from"))<textarea name="hide-from" rows="2" maxlength="2000">\(entries["hide-from"])</textarea></label></details>
            """
    }

    private static func legs(_ entries: ImportEntries, _ reader: Reader) -> Markup {
        let options = Leg.allCases.map { leg -> Markup in
            "<option value=\"\(leg.rawValue)\"\(if: entries["leg"] == leg.rawValue, " selected")>\(reader.name(leg))</option>"
        }
        return """
            <label>\(reader("web.import.leg"))<select name="leg"><option value="">\(reader("web.import.leg.none"))</option>\
            \(Markup.joined(options))</select></label>
            """
    }

    private static func streams(_ entries: ImportEntries, _ reader: Reader) -> Markup {
        Markup.joined(
            StreamKind.allCases.map { stream in
                """
                <option value="\(stream.rawValue)"\(if: stream.isIntrusive, " data-intrusive")\
                \(if: entries["stream"] == stream.rawValue, " selected")>\(reader.name(stream))</option>
                """
            })
    }

    // The codes of both schemes stand in the same three lists, under the scheme's name: it works without a script,
    // and a mixture of schemes is refused with a reason.
    private static func trust(_ entries: ImportEntries, _ reader: Reader) -> Markup {
        """
        <fieldset><legend>\(reader("web.import.trust"))</legend><p class="hint">\(reader("web.import.trust.hint"))</p>
        \(codes("source", [("3x5x2", "123"), ("5x5x5", "ABCDE")], entries, standard: "2", reader))
        \(codes("information", [("3x5x2", "ABCDE"), ("5x5x5", "12345")], entries, standard: "D", reader))
        \(codes("handling", [("3x5x2", "PC"), ("5x5x5", "12345")], entries, standard: "C", reader))
        <label>\(reader("web.import.conditions"))<textarea name="conditions" rows="2" maxlength="2000">\(entries["conditions"])</textarea></label>
        <p class="hint">\(reader("web.import.conditions.hint"))</p></fieldset>
        """
    }

    private static func codes(
        _ name: String, _ schemes: [(scheme: String, codes: String)], _ entries: ImportEntries, standard: String,
        _ reader: Reader
    ) -> Markup {
        let chosen = entries[name].isEmpty ? standard : entries[name]
        let groups = schemes.map { scheme, codes -> Markup in
            let options = codes.map(String.init).map { code -> Markup in
                """
                <option value="\(code)"\(if: code == chosen, " selected")>\(code) · \(reader("web.grade.\(scheme).\(name).\(code)"))</option>
                """
            }
            return "<optgroup label=\"\(scheme)\">\(Markup.joined(options))</optgroup>"
        }
        return
            "<label>\(reader("web.grade.\(name)"))<select name=\"\(name)\" data-grade=\"\(name)\">\(Markup.joined(groups))</select></label>"
    }

    private static func reading(_ entries: ImportEntries, _ profiles: [Profile], _ reader: Reader) -> Markup {
        let options = profiles.map { profile -> Markup in
            "<option value=\"\(profile.name)\"\(if: entries["profile"] == profile.name, " selected")>\(profile.title)</option>"
        }
        let isOpen = ["profile", "encoding", "zone", "country"].contains { !entries[$0].isEmpty }
        return """
            <details\(if: isOpen, " open")><summary>\(reader("web.import.reading"))</summary><p class="hint">\(reader("web.import.reading.hint"))</p>
            <label>\(reader("web.import.profile"))<select name="profile"><option value="">\(reader("web.import.detect"))</option>\
            \(Markup.joined(options))</select></label>
            <label>\(reader("web.import.encoding"))<select name="encoding"><option value="">\(reader("web.import.detect"))</option>\
            \(encodings(entries))</select></label>
            <label>\(reader("web.import.zone"))<input name="zone" value="\(entries["zone"])" placeholder="Asia/Bangkok" maxlength="60"></label>
            <label>\(reader("web.import.country"))<input name="country" value="\(entries["country"])" placeholder="TH" maxlength="2" size="4"></label></details>
            """
    }

    private static func encodings(_ entries: ImportEntries) -> Markup {
        let names = ["utf-8", "utf-16le", "utf-16be", "windows-874", "windows-1252", "windows-1258", "gb18030"]
        return Markup.joined(names.map { "<option\(if: entries["encoding"] == $0, " selected")>\($0)</option>" })
    }
}
