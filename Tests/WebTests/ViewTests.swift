import Foundation
import Testing
import Words

@testable import RichPicture
@testable import Web

@Suite("Pages as people read them")
struct ViewTests {
    let reader = Samples.reader

    private func document(_ page: Page) -> String {
        Frame(reader: reader, assets: Assets(libraryFolder: nil), eyes: Samples.eyes).document(page).text
    }

    private var pages: [Page] {
        let entity = EntityPage.Model(
            entity: Samples.entity, timeline: Timeline(events: [], total: 0, histogram: [], bucket: 1), neighbours: nil)
        let home = Home(entities: [], streams: [], recent: [Samples.source], waiting: [Samples.source])
        let lines = SourceView(
            source: Samples.source, lines: [.init(number: 14, text: Samples.hostile, rejected: nil)], lastLine: 100_001,
            rejected: [], highlighted: 14, mentions: [Samples.line])
        let staged = StagedImport(
            source: Samples.source, columns: [Samples.hostile], firstRows: [[Samples.hostile]],
            firstFacts: [
                PreviewFact(subject: .init(kind: .phone, text: Samples.hostile), said: .value(.note, Samples.hostile))
            ],
            rejected: [], profiles: [], alreadyThere: Samples.source)
        return [
            HomePage.view(home, Board(), reader), SourcesPage.view([Samples.source], reader),
            SourcePage.view(SourcePage.Model(view: lines, changes: Relabelling.allCases), reader),
            EntityPage.view(entity, reader, outlines: nil), StagedPage.view(staged, reader), HelpPage.view(reader),
            SearchPageView.view(nil, state: SearchState(text: Samples.hostile), reader),
            ImportForm.view(ImportEntries(), profiles: [], problem: Samples.hostile, reader),
        ]
    }

    @Test("a hostile name is shown, and does nothing")
    func hostileNames() {
        for page in pages {
            let text = document(page)
            #expect(!text.contains("<script>alert"), "\(page.title)")
            #expect(!text.contains("alert(\"1\")"), "\(page.title)")
        }
    }

    @Test("no page has a style or a script inside itself, or speaks with another host")
    func policy() {
        for page in pages {
            let text = document(page)
            #expect(!text.contains(" style="), "\(page.title)")
            #expect(!text.contains(" onclick"), "\(page.title)")
            #expect(!text.contains("http://") && !text.contains("https://"), "\(page.title)")
            for piece in text.components(separatedBy: "<script").dropFirst() { #expect(piece.contains(" src=\"/")) }
        }
    }

    @Test("no text of a page is a key that the catalogue lacks")
    func keys() {
        for page in pages { #expect(!Samples.visible(page.body).contains("web."), "\(page.title)") }
    }

    @Test("R043: values that contradict each other stand side by side and are named as such")
    func contradictions() {
        let model = EntityPage.Model(
            entity: Samples.entity, timeline: Timeline(events: [], total: 0, histogram: [], bucket: 1), neighbours: nil)
        let text = Samples.visible(EntityPage.view(model, reader, outlines: nil).body)
        #expect(text.contains("Born The sources do not agree: 2 values side by side. 1984 2DC"))
        #expect(text.contains("1986 2DC"))
        #expect(!text.contains("Name The sources do not agree"))
    }

    @Test("the first page of an empty picture teaches the first import")
    func emptyHome() {
        let text = Samples.visible(
            HomePage.view(Home(entities: [], streams: [], recent: [], waiting: []), Board(), reader).body)
        #expect(text.hasPrefix("Welcome. The picture is still empty."))
        #expect(text.contains("Import the first file"))
    }

    @Test("R064, RL-33: an unusable file says why, asks for the authority, and cannot be committed")
    func unusable() {
        var source = Samples.source
        (source.state, source.reason) = (.unusable, Phrase("picture.authority-missing", ["stream": "telephony"]))
        let staged = StagedImport(
            source: source, columns: [], firstRows: [], firstFacts: [], rejected: [], profiles: [], alreadyThere: nil)
        let page = StagedPage.view(staged, reader)
        #expect(
            Samples.visible(page.body).contains("It may not enter the picture. telephony data intrudes on private life")
        )
        #expect(page.body.text.contains("action=\"/import/src/authorise\""))
        #expect(!page.body.text.contains("/commit\""))
    }

    @Test("the count is honest when not all is shown")
    func honest() {
        let nodes = (0...200).map { index in
            Neighbourhood.Node(
                entity: EntityLine(id: "\(index)", kind: .phone, caption: "\(index)"), distance: index == 0 ? 0 : 1,
                degree: 1,
                halted: nil, x: 0, y: 0)
        }
        let network = Neighbourhood(nodes: nodes, edges: [], total: 1_043)
        #expect(NetworkPage.showing(network, reader) == "Showing 200 of 1,043 neighbours.")
    }

    @Test("no page says victim")
    func words() {
        for key in reader.catalogue.keys where key.hasPrefix("web.") || key.hasPrefix("api.") {
            #expect(!reader(key).lowercased().contains("victim"), "\(key)")
        }
    }
}
