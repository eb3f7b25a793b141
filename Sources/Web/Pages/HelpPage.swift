/// Help: what this is, how to read grades, and the keys.
enum HelpPage {
    static func view(_ reader: Reader) -> Page {
        let parts = Parts(reader: reader)
        let sections = ["what", "trace", "grades", "persons", "links", "machine"].map { section -> Markup in
            "<section><h2>\(reader("web.help.\(section)"))</h2><p>\(reader("web.help.\(section).text"))</p></section>"
        }
        let keys = ["search", "help", "arrows", "enter", "plus", "minus", "z", "y", "p", "open", "skip"].map {
            key -> [Markup] in
            ["<kbd>\(reader("web.key.\(key)"))</kbd>", "\(reader("web.key.\(key).text"))"]
        }
        let title = reader("web.help.keys")
        return Page(
            title: reader("web.help.title"), section: .help,
            body: """
                <h1>\(reader("web.help.title"))</h1>\(Markup.joined(sections))
                <section id="keys"><h2>\(title)</h2>\
                \(parts.table(title, columns: ["key", "does"].map { reader("web.column.\($0)") }, rows: keys))</section>
                <section><h2>\(reader("web.help.api"))</h2><p>\(reader("web.help.api.text")) <a href="\(url: .openAPI)">\(reader("web.help.api.link"))</a></p></section>
                """)
    }
}
