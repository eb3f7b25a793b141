import Formats
import Foundation
import RichPicture
import Testing

@testable import CLI

@Suite struct ExportTests {
    /// A terminal with a small sample province in its database.
    private static func province() async throws -> Terminal {
        let terminal = try Terminal()
        let folder = terminal.path("province")
        let sample = await terminal("sample", "--seed", "11", "--people", "500", "--days", "12", "--out", folder)
        try #require(sample.ending == .done, "\(sample.errors)")
        let answer = await terminal("import", "--manifest", "\(folder)/manifest.json")
        try #require(answer.ending == .done, "\(answer.output)\(answer.errors)")
        return terminal
    }

    private static let files: [(ExportFormat, String)] = [
        (.ftm, "p.ftm.json"), (.ftmStatements, "p.statements.csv"), (.gexf, "p.gexf"), (.graphml, "p.graphml"),
        (.geojson, "p.geojson"), (.csv, ""),
    ]

    @Test(
        "exports of the sample province pass the programs of others",
        .enabled(if: Judges.arePresent, "needs .venv: scripts/setup.sh --test"))
    func exportsAreGood() async throws {
        let terminal = try await Self.province()
        let out = terminal.folder.appendingPathComponent("out")
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        for (format, name) in Self.files {
            let path = name.isEmpty ? out.path : out.appendingPathComponent(name).path
            let answer = try await terminal.export(["--format", format.rawValue, "--out", path])
            #expect(answer.ending == .done, "\(answer.errors)")
        }
        let (isGood, report) = try Judges.check(out)
        #expect(isGood, "\(report)")
        #expect(report.contains("7 files checked, 0 failures"))
    }

    @Test(
        "filtered networks have the edges that the filter lets through, and no loose ends",
        arguments: [
            ["--kind", "transfer"], ["--kind", "handset"], ["--since", "2026-06-05", "--until", "2026-06-06"],
            ["--stream", "ngo"], ["--grade", "3"],
        ])
    func filters(_ filter: [String]) async throws {
        let terminal = try await Self.province()
        let whole = terminal.path("whole"), part = terminal.path("part")
        #expect(try await terminal.export(["--format", "csv", "--out", whole]).ending == .done)
        #expect(try await terminal.export(["--format", "csv", "--out", part] + filter).ending == .done)
        let (all, some) = (try Self.network(whole), try Self.network(part))
        #expect(some.edges.count < all.edges.count)
        #expect(!some.nodes.isEmpty)
        for edge in some.edges {
            #expect(some.nodes.contains(edge[1]) && some.nodes.contains(edge[2]), "\(edge)")
        }
        if filter[0] == "--kind" { #expect(Set(some.edges.map { $0[3] }) == [filter[1]]) }
    }

    private static func network(_ folder: String) throws -> (nodes: Set<String>, edges: [[String]]) {
        func rows(_ name: String) throws -> [[String]] {
            let text = try String(contentsOfFile: "\(folder)/\(name).csv", encoding: .utf8)
            return text.split(separator: "\r\n").dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
        return (Set(try rows("nodes").map { $0[0] }), try rows("edges"))
    }

    private static let register = """
        reg_no,name_th,name_en,type,registered,address,district,director,director_id,shareholder,phone,lat,lon
        0105512345678,บริษัท แพปลา จำกัด,Pier Co.,limited,2010-05-06,1/2 Pier Road,Mueang,สมชาย รักไทย,1101234567897,Ma Ma Aye,0812345678,12.2,102.3

        """

    @Test(
        "FollowTheMoney out and in again keeps names, identifiers and links",
        arguments: [ExportFormat.ftm, .ftmStatements])
    func roundTrip(_ format: ExportFormat) async throws {
        let first = try Terminal()
        #expect(await first("import", try first.file("companies.csv", Self.register)).ending == .done)
        let calls =
            "CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID\n0812345678,0601234567,2026-06-01 08:15:22,205,VOICE,,,520-01-1204-33\n"
        #expect(await first.run(["import", try first.file("calls.csv", calls)] + permitted).ending == .done)
        let ledger =
            "date,time,from_bank,from_account,from_name,to_bank,to_account,to_name,amount,currency,text\n2026-06-01,08:15,PADDTHB0,7101,Ann,RIVRTHB0,7202,Bee,12.50,THB,rent\n"
        #expect(
            await first.run(["import", try first.file("ledger.csv", ledger), "--profile", "bank-ledger"] + permitted)
                .ending == .done)
        let out = first.path(format == .ftm ? "x.ftm.json" : "x.csv")
        var around: [String] = []
        for (text, kind) in [("แพปลา", "company"), ("PADDTHB0:7101", "account")] {
            let page = try await first("search", text, "--kind", kind, "--json").json()
            around += ["--around", try #require(page["hits"][0]["entity"]["id"].text)]
        }
        let written = try await first.export(
            ["--format", format.rawValue, "--out", out, "--hops", "3"] + around)
        #expect(written.ending == .done, "\(written.errors)")

        let second = try Terminal()
        let again = await second("import", out, "--json")
        #expect(again.ending == .done, "\(again.errors)")
        let counts = try again.json()["imports"][0]["source"]["counts"]
        #expect(counts["rejected"].number?.int == 0)
        #expect(counts["events"]["call"].number?.int == 1)
        #expect(counts["events"]["transfer"].number?.int == 1)
        for terminal in [first, second] {
            for (text, kind) in [
                ("สมชาย รักไทย", "person"), ("Ma Ma Aye", "person"), ("แพปลา", "company"), ("+66812345678", "phone"),
                ("+66601234567", "phone"), ("PADDTHB0:7101", "account"),
            ] {
                let page = try await terminal("search", text, "--kind", kind, "--json").json()
                #expect(page["hits"][0]["entity"]["kind"].text == kind, "\(text)")
            }
            let company = try await terminal("search", "แพปลา", "--kind", "company", "--json").json()["hits"][0][
                "entity"]["id"].text
            let view = try await terminal("show", try #require(company), "--json").json()
            let links = view["values"].array?.compactMap { $0["link"]["kind"].text.map { "\($0)" } } ?? []
            #expect(Set(links).isSuperset(of: ["person", "phone", "address", "companyNumber"]), "\(links)")
            let directors = view["values"].array?.filter { $0["property"].text == "director" }.compactMap {
                $0["text"].text
            }
            #expect(directors == ["สมชาย รักไทย"])
            let document = try await terminal(
                "search", "1101234567897", "--kind", "document", "--country", "TH", "--json"
            ).json()
            #expect(document["total"].number?.int == 1)
        }
    }

    @Test("statements say which source, when, in which language, and what stood there")
    func statements() async throws {
        let terminal = try Terminal()
        let report = try await terminal("import", try terminal.file("companies.csv", Self.register), "--json").json()
        let source = try #require(report["imports"][0]["source"]["id"].text)
        let output = try await terminal.export(["--format", "ftm-statements"]).output
        let name = try #require(output.split(separator: "\n").first { $0.contains("บริษัท แพปลา") })
        #expect(name.contains("\"\(source)\""))
        #expect(name.contains("\"tha\""))
        #expect(name.contains("\"companies.csv\""))
        #expect(name.contains("\"20"))
    }

    @Test("RL-20: a whole export leaves people out and says so; a list of people is refused with what to do instead")
    func people() async throws {
        let terminal = try Terminal()
        #expect(await terminal("import", try terminal.file("companies.csv", Self.register)).ending == .done)
        let whole = try await terminal.export(["--format", "ftm"])
        #expect(whole.ending == .done && whole.output.contains("Pier Co.") && !whole.output.contains("สมชาย"))
        #expect(whole.errors.contains("left out: 3 people"))
        let person = try await terminal("search", "สมชาย", "--json").json()["hits"][0]["entity"]["id"].text
        let part = try await terminal.export(["--format", "ftm", "--around", try #require(person)])
        #expect(part.ending == .done && part.output.contains("สมชาย") && !part.errors.contains("left out"))
        #expect(try await terminal.export(["--format", "ftm", "--around", "nothing"]).ending == .nothingFound)

        let list = await terminal("search", "--kind", "person")
        #expect(list.ending == .usage && list.errors.contains("Name somebody, a number, or a place"))
        let all = await terminal("search")
        #expect(all.ending == .done && all.errors.contains("people are not listed") && !all.output.contains("สมชาย"))
    }

    @Test("F14: nothing leaves without a ground and the approvals of two organisations, and it says what is waited for")
    func approvals() async throws {
        let terminal = try Terminal()
        #expect(await terminal("import", try terminal.file("companies.csv", Self.register)).ending == .done)
        let bare = await terminal("export", "--format", "gexf")
        #expect(bare.ending == .usage && bare.output.isEmpty && bare.errors.contains("--ground"))
        let said = await terminal("export", "--format", "gexf", "--ground", "joint case")
        #expect(said.ending == .done && said.output.contains("Two people of two different organisations"))
        let ordered = try await terminal("export", "--format", "gexf", "--ground", "joint case", "--json").json()
        let id = try #require(ordered["order"].text)
        let out = terminal.path("x.gexf")
        let early = await terminal("export", "--order", id, "--out", out)
        #expect(early.ending == .failed && early.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: out) && !FileManager.default.fileExists(atPath: out + ".half"))
        try await terminal.approve(try #require(ordered["request"].text))
        #expect(await terminal("export", "--order", id, "--out", out).ending == .done)
        #expect(await terminal("export", "--order", "nothing").ending == .nothingFound)
    }

    @Test("an export that fails leaves no half of a file behind")
    func noHalves() async throws {
        let terminal = try Terminal(isBare: true)
        let out = terminal.path("x.gexf")
        #expect(await terminal("export", "--order", "x", "--out", out).ending == .database)
        #expect(!FileManager.default.fileExists(atPath: out))
        #expect(!FileManager.default.fileExists(atPath: out + ".half"))
    }
}
