import Access
import Formats
import TestSupport
import Testing
import Words

@testable import RichPicture

@Suite("Other formats become the same kinds of facts")
struct FormatIntakeTests {
    static let goAML = """
        <report><rentity_id>4711</rentity_id><report_code>STR</report_code><entity_reference>STR-1</entity_reference>
        <submission_date>2026-06-02T09:30:00</submission_date><currency_code_local>THB</currency_code_local>
        <reason>Many small credits from one village</reason>
        <transaction><transactionnumber>T1</transactionnumber><date_transaction>2026-06-01T00:00:00</date_transaction>
        <amount_local>12500.50</amount_local>
        <t_from><from_person><first_name>Somchai</first_name><last_name>Jaidee</last_name>
        <phones><phone><tph_country_prefix>66</tph_country_prefix><tph_number>812345678</tph_number></phone></phones>
        </from_person><from_country>TH</from_country></t_from>
        <t_to><to_account><institution_code>BOT</institution_code><account>123-4-56789</account></to_account>
        <to_country>TH</to_country></t_to></transaction>
        <transaction><transactionnumber>T2</transactionnumber><date_transaction>2020-01-01T00:00:00</date_transaction>
        <amount_local>1.00</amount_local>
        <t_from><from_person><first_name>Outside</first_name><last_name>Period</last_name></from_person></t_from>
        <t_to><to_account><institution_code>BOT</institution_code><account>555-5-55555</account></to_account></t_to></transaction>
        </report>
        """

    @Test("R066: goAML; of a transaction outside the period nobody is named", arguments: Backend.present)
    func goaml(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let from = Moment(year: 2026, month: 1, day: 1, precision: .day, offset: 0).milliseconds
            var request = ImportRequest(name: "str.xml", owner: "fiu", authority: .order, country: "TH")
            request.authority?.from = from
            let source = try await picture.add(Self.goAML, request)
            #expect(source.format == "goaml" && source.stream == .banking)
            #expect(source.counts.events == ["transfer": 1] && source.counts.rejected == 1)
            let person = try #require(try await picture.first("Somchai Jaidee"))
            #expect(person.entity.kind == .person)
            let view = try #require(try await picture.rich.entity(person.entity.id, as: picture.viewer))
            #expect(view.values.contains { $0.property == .phone && $0.text == "+66812345678" })
            #expect(view.inverse.contains { $0.property == .mentions && $0.link?.kind == .report })
            #expect(try await picture.first("Outside Period") == nil)
            #expect(try await picture.first("village")?.entity.kind == .report)
        }
    }

    static let entities = """
        {"id":"own","schema":"Ownership","properties":{"owner":["p1"],"asset":["c1"]}}
        {"id":"dir","schema":"Directorship","properties":{"director":["p1"],"organization":["c1"]}}
        {"id":"acc","schema":"BankAccount","properties":{"accountNumber":["1234567890"],"country":["th"]}}
        {"id":"has","schema":"Ownership","properties":{"owner":["p1"],"asset":["acc"],"role":["account"]}}
        {"id":"pay","schema":"Payment","properties":{"payer":["p1"],"beneficiary":["c1"],"date":["2026-06-01"],"amount":["100.50"],"currency":["THB"]}}
        {"id":"p1","schema":"Person","properties":{"name":["Somchai Jaidee"],"birthDate":["1980-01-02"],"phone":["+66 81 234 5678"]}}
        {"id":"c1","schema":"Company","properties":{"name":["Harbour Trading"],"registrationNumber":["0105551234567"]}}
        {"id":"bad","properties":{}}
        not json

        """

    @Test("FollowTheMoney: edges may come before their ends", arguments: Backend.present)
    func ftm(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let source = try await picture.add(Self.entities, ImportRequest(name: "x.ftm.json", owner: "partner"))
            #expect(source.format == "ftm" && source.stream == .partner)
            #expect(source.counts.rejected == 2 && source.counts.events == ["transfer": 1])
            try await Self.checkPicture(picture)
        }
    }

    @Test("FollowTheMoney statements, in any order", arguments: Backend.present, [UInt64(1), 2])
    func ftmStatements(_ backend: Backend, _ seed: UInt64) async throws {
        var reader = FtMEntityReader(ByteStream(Array(Self.entities.utf8)))
        var statements: [FtMStatement] = []
        while let item = try reader.next() {
            if case .entity(let entity, _, _) = item { statements += FtMStatement.statements(of: entity, dataset: "d") }
        }
        var dice = Dice(seed: seed)
        statements.shuffle(using: &dice)
        var bytes: [UInt8] = []
        FtMStatementWriter.writeHeader(to: &bytes)
        for statement in statements { try FtMStatementWriter.write(statement, to: &bytes) }
        let file = bytes
        try await Picture.open(backend) { picture in
            let source = try await picture.add(file, ImportRequest(name: "statements.csv", owner: "partner"))
            #expect(source.format == "ftm-statements" && source.counts.rejected == 0, "seed \(seed)")
            try await Self.checkPicture(picture)
        }
    }

    static func checkPicture(_ picture: Picture) async throws {
        let person = try #require(try await picture.first("Somchai Jaidee"))
        let view = try #require(try await picture.rich.entity(person.entity.id, as: picture.viewer))
        let links = Set(view.values.compactMap { $0.link == nil ? nil : $0.property.name })
        #expect(links == ["phone", "account"])
        #expect(Set(view.inverse.map(\.property.name)) == ["director", "owner"])
        #expect(view.values.contains { $0.property == .birthDate && $0.text == "1980-01-02" })
        let line = try await picture.rich.timeline(
            of: person.entity.id, filter: PictureFilter(), offset: 0, limit: 9, as: picture.viewer)
        #expect(line?.events.first?.money?.number() == "100.50" && line?.events.first?.to?.caption == "Harbour Trading")
    }

    @Test(
        "R064: what lies outside the period is listed for FollowTheMoney too; numbers that are none do no harm",
        arguments: Backend.present)
    func ftmPeriod(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            let text =
                Self.entities
                + ["1e300", "nan", "-inf", "12"].enumerated().map { index, duration in
                    """
                    {"id":"call\(index)","schema":"Call","properties":{"callerNumber":["+66812345678"],"receiverNumber":["+66898765432"],"date":["2031-06-01T08:15:22"],"duration":["\(duration)"]}}

                    """
                }.joined()
            var request = ImportRequest(name: "x.ftm.json", stream: .banking, owner: "partner", authority: .order)
            request.authority?.from = Moment(year: 2030, month: 1, day: 1, precision: .day, offset: 0).milliseconds
            let source = try await picture.add(text, request)
            #expect(source.counts.events["transfer"] == nil)
            let view = try #require(try await picture.rich.source(source.id, line: nil, context: 9, as: picture.viewer))
            #expect(view.rejected.contains { $0.line == 5 && $0.problem.key == "picture.outside-period" })
        }
    }

    @Test("GeoJSON: sites with a place and its uncertainty; the same id twice is two sites", arguments: Backend.present)
    func geo(_ backend: Backend) async throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"a","properties":{"name":"Pier","kind":"pier"},"geometry":{"type":"Point","coordinates":[100.5,13.5]}},
            {"type":"Feature","id":"a","properties":{"name":"Farm","crop":"rubber"},"geometry":{"type":"Polygon","coordinates":[[[100,13],[100.01,13],[100.01,13.01],[100,13]]]}},
            {"type":"Feature","properties":{"name":"Nowhere"},"geometry":null},
            {"type":"Feature","properties":{"name":"Off"},"geometry":{"type":"Point","coordinates":[500,13.5]}}]}
            """
        try await Picture.open(backend) { picture in
            let source = try await picture.add(text, ImportRequest(name: "sites.geojson", owner: "community"))
            #expect(source.stream == .community && source.counts.rejected == 1)
            let map = try #require(
                try await picture.rich.map(filter: PictureFilter(), around: nil, limit: 9, as: picture.viewer))
            #expect(Set(map.marks.map(\.entity.caption)) == ["Pier", "Farm"] && map.total == 2)
            let farm = try #require(map.marks.first { $0.entity.caption == "Farm" })
            #expect((500...1_500).contains(farm.place.radius ?? 0))
            #expect(try await picture.first("rubber")?.reason == .text)
        }
    }

    @Test("a workbook through a profile, with line numbers of its rows", arguments: Backend.present)
    func workbook(_ backend: Backend) async throws {
        let rows: [[WorkbookCell]] = [
            ["name", "native", "born", "phone", "note"].map { .text($0) },
            [.text("Somchai"), .text("สมชาย"), .text("1980-01-02"), .text("0812345678"), .text("boat")],
            [.text("Bad"), .empty, .text("someday"), .empty, .empty],
            [.text("Hla"), .text("လှ"), .empty, .empty, .text("pier")],
        ]
        let bytes = WorkbookWriter.write([(name: "people", rows: rows)])
        try await Picture.open(backend) { picture in
            let staged = try await picture.stage(bytes, .people("people.xlsx"))
            #expect(staged.source.format == "workbook" && staged.columns.count == 5)
            #expect(staged.rejected.map { [$0.line, $0.column] } == [[3, 3]])
            try await picture.commit(staged.source.id)
            #expect(try await picture.bytes(of: staged.source.id) == bytes)
            let hit = try #require(try await picture.first("สมชาย"))
            #expect(hit.citation?.line == 2)
            let view = try #require(
                try await picture.rich.source(staged.source.id, line: 2, context: 0, as: picture.viewer))
            #expect(view.lines.first?.text.contains("Somchai") == true)
        }
    }
}
