/// The frame around every page: head, navigation, search box, footer.
struct Frame: Sendable {
    var reader: Reader
    var assets: Assets
    var eyes = Eyes.nobodys

    /// The whole document.
    func document(_ page: Page) -> Markup {
        """
        <!doctype html>
        <html lang="\(reader.language)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(reader("web.title", ["page": page.title]))</title>
        <link rel="stylesheet" href="\(url: assets.own("daybreak.css"))">
        <link rel="icon" type="image/svg+xml" href="\(url: assets.own("icon.svg"))">
        \(page.refresh.map { refreshing($0, page.refreshTo) })\(htmx)<script type="module" src="\(url: assets.own("app.js"))"></script>
        \(each: page.scripts, module)</head>
        <body\(if: page.isWide, " class=\"wide\"")>
        <a class="skip" href="#main">\(reader("web.skip"))</a>
        \(bar)\(header(page))
        <main id="main" tabindex="-1">
        \(page.body)
        </main>
        \(footer)
        </body>
        </html>

        """
    }

    private func module(_ name: String) -> Markup {
        "<script type=\"module\" src=\"\(url: assets.own(name))\"></script>\n"
    }

    private func refreshing(_ seconds: Int, _ url: SiteURL?) -> Markup {
        guard let url else { return "<meta http-equiv=\"refresh\" content=\"\(seconds)\">\n" }
        return "<meta http-equiv=\"refresh\" content=\"\(seconds);url=\(url: url)\">\n"
    }

    // htmx would put a style element into the page and evaluate text as script: both are switched off, and the
    // content security policy forbids them besides.
    private var htmx: Markup? {
        assets.vendored("htmx.min.js").map {
            """
            <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true}'>
            <script src="\(url: $0)" defer></script>

            """
        }
    }

    private func header(_ page: Page) -> Markup {
        """
        <header class="top">
        <a class="brand" href="\(url: .home)"><svg class="sun" viewBox="0 0 24 24" aria-hidden="true">\(Icons.sun)</svg>\
        <span>\(reader("web.brand"))</span></a>
        \(if: eyes.viewer != nil, rooms(page))
        </header>
        """
    }

    private func rooms(_ page: Page) -> Markup {
        """
        <form class="find" role="search" action="\(url: .search(SearchState()))">
        <label class="hidden" for="q">\(reader("web.search.label"))</label>
        <input id="q" name="q" type="search" value="\(page.searched)" placeholder="\(reader("web.search.placeholder"))" \
        autocomplete="off" spellcheck="false" hx-get="\(url: .suggest)" hx-trigger="input changed delay:200ms" \
        hx-target="#suggestions" hx-swap="innerHTML" aria-describedby="suggestions">
        <button>\(reader("web.search.button"))</button>
        <div id="suggestions" class="suggestions" aria-live="polite"></div>
        </form>
        <nav class="rooms" aria-label="\(reader("web.navigation"))"><ul>\(entries(page))</ul></nav>
        """
    }

    private func entries(_ page: Page) -> Markup {
        Markup.joined(Page.Section.allCases.map { entry($0, page) })
    }

    private func entry(_ section: Page.Section, _ page: Page) -> Markup {
        "<li><a href=\"\(url: section.url)\"\(if: section == page.section, " aria-current=\"page\"")>\(reader("web.section.\(section.rawValue)"))</a></li>"
    }

    private var footer: Markup {
        "<footer class=\"foot\"><p>\(reader("web.footer", ["zone": reader.zone.name]))</p></footer>"
    }
}
