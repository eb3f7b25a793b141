import Formats
import Foundation
import Testing
import Words

@testable import CLI

@Suite struct ImportTests {
    private static let header = "CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID\n"
    private static let row = "0812345678,0898765432,2026-06-01 08:15:22,205,VOICE,,,520-01-1204-33\n"

    @Test(
        "R043: the VAST calls are 9,834 between 400 numbers and 30 towers",
        .enabled(if: Shared.isPresent, "needs ../shared"))
    func vast() async throws {
        let terminal = try Terminal()
        let file = Shared.path("vast2008/CellPhoneCallRecords.csv")
        let answer = await terminal.run(["import", file, "--profile", "vast2008"] + permitted)
        #expect(answer.ending == .done)
        #expect(
            answer.output.contains(
                "9,834 calls between 400 numbers and 30 towers, 2006-06-01 to 2006-06-10; 0 rows refused"))
        let again = await terminal.run(["import", file, "--profile", "vast2008"] + permitted)
        #expect(again.ending == .done)
        #expect(again.output.contains("nothing added"))
        #expect(try await terminal("sources", "--json").json()["sources"].array?.count == 1)
    }

    @Test("R066: AMLSim is 20,000 accounts and 120,558 transfers", .enabled(if: Shared.isPresent, "needs ../shared"))
    func amlsim() async throws {
        let terminal = try Terminal()
        let archive = Shared.path("amlsim/20K_fanin200cycle200.tgz")
        let unpacked = try Judges.run("/usr/bin/env", ["tar", "xzf", archive, "-C", terminal.folder.path])
        try #require(unpacked.isGood, "\(unpacked.report)")
        let folder = terminal.path("20K_fanin200cycle200")
        let answer = await terminal.run(["import", "\(folder)/transactions.csv", "\(folder)/nodes.csv"] + permitted)
        #expect(answer.ending == .done)
        #expect(answer.output.contains("120,558 transfers between "))
        #expect(answer.output.contains("20,000 accounts; 0 rows refused"))
        #expect(answer.output.contains("2 files with 120,558 transfers; the picture now has 20,000 accounts\n"))
    }

    @Test("three bad lines in 100,000 are refused by name, and 99,997 are taken")
    func threeBadLines() async throws {
        var text = Self.header
        for line in 2...100_001 {
            switch line {
            case 17: text += "0812345678,0898765432,yesterday,205,VOICE,,,520-01-1204-33\n"
            case 5_000: text += "0812345678,,2026-06-01 08:15:22,205,VOICE,,,520-01-1204-33\n"
            case 99_999: text += "0812345678,0898765432,2026-06-01 08:15:22,long,VOICE,,,520-01-1204-33\n"
            default: text += Self.row
            }
        }
        let terminal = try Terminal()
        let file = try terminal.file("calls.csv", text)
        let answer = await terminal.run(["import", file, "--json"] + permitted)
        #expect(answer.ending == .done)
        let report = try answer.json()["imports"][0]
        #expect(report["source"]["counts"]["events"]["call"].number?.int == 99_997)
        #expect(report["source"]["counts"]["rejected"].number?.int == 3)
        #expect(report["refused"].array?.compactMap { $0["line"].number?.int } == [17, 5_000, 99_999])
        #expect(report["refused"].array?.compactMap { $0["column"].number?.int } == [3, 2, 4])
        #expect(await terminal("verify").ending == .done)
    }

    @Test("the sample's planted bad rows, and no others, are refused: as truth.json says of each file")
    func plantedRows() async throws {
        let terminal = try Terminal()
        let folder = terminal.path("province")
        #expect(await terminal("sample", "--seed", "11", "--people", "500", "--out", folder).ending == .done)
        let answer = await terminal("import", "--manifest", "\(folder)/manifest.json", "--json")
        #expect(answer.ending == .done, "\(answer.errors)")
        var found: [String: [Int]] = [:]
        var silent: [String: Int] = [:]
        for report in try answer.json()["imports"].array ?? [] {
            let name = try #require(report["source"]["name"].text)
            found[name] = report["refused"].array?.compactMap { $0["line"].number?.int }
            silent[name] = report["source"]["counts"]["silent"].number?.int
        }
        let truth = try Data(contentsOf: URL(filePath: "\(folder)/truth.json"))
        let whole = try #require(try JSONSerialization.jsonObject(with: truth) as? [String: Any])
        let stated = try #require(whole["files"] as? [[String: Any]])
        #expect(stated.count == found.count)
        for file in stated {
            let path = file["path"] as? String ?? ""
            let lines = (file["badLines"] as? [[String: Any]] ?? []).compactMap { $0["line"] as? Int }
            let refused = found[path] ?? []
            // A call of a type that the layout does not know is not wrong, it says nothing that is read.
            #expect(Set(refused).isSubset(of: lines), "\(path): \(refused) \(lines)")
            #expect(refused.count + (silent[path] ?? 0) == lines.count, "\(path): \(refused) \(lines)")
            #expect(path.hasPrefix("calls-") || silent[path] == 0, "\(path)")
        }
    }

    @Test("rows that say nothing that is read are counted apart, and said")
    func silentRows() async throws {
        let terminal = try Terminal()
        let data = "0812345678,0898765432,2026-06-01 08:15:22,205,DATA,,,520-01-1204-33\n"
        let file = try terminal.file("calls.csv", Self.header + Self.row + data + data)
        let answer = await terminal.run(["import", file] + permitted)
        #expect(answer.output.contains("0 rows refused and 2 rows that say nothing that is read"), "\(answer.output)")
        let counts = try await terminal("sources", "--json").json()["sources"][0]["counts"]
        #expect(counts["rows"].number?.int == 3 && counts["silent"].number?.int == 2)
        #expect(await terminal("verify").ending == .done)
    }

    @Test("RL-33: an intrusive file without an authority is kept unusable, until somebody names it")
    func authority() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("calls.csv", Self.header + Self.row)
        let refused = await terminal.run(["import", file, "--json"])
        #expect(refused.ending == .unusable)
        let report = try refused.json()["imports"][0]
        #expect(report["outcome"].text == "unusable")
        let id = try #require(report["source"]["id"].text)
        #expect(await terminal("search", "0812345678", "--country", "TH").ending == .nothingFound)
        #expect(await terminal("commit", id).ending == .failed)
        #expect(await terminal.run(["import", file]).ending == .unusable)

        #expect(await terminal("authorise", id, "--authority", "X").ending == .usage)
        #expect(await terminal.run(["authorise", id] + permitted).ending == .done)
        #expect(await terminal("commit", id).ending == .done)
        #expect(await terminal("search", "0812345678", "--country", "TH").ending == .done)
        #expect(await terminal("verify").ending == .done)
    }

    @Test("R065: an authority about persons at risk permits nothing")
    func personsAtRisk() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("calls.csv", Self.header + Self.row)
        #expect(await terminal.run(["import", file, "--subject", "person-at-risk"] + permitted).ending == .unusable)
    }

    @Test("a staged file waits: nothing of it is found before its commit, nothing of it stays after its discard")
    func stages() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("calls.csv", Self.header + Self.row)
        let staged = await terminal.run(["import", file, "--stage", "--json"] + permitted)
        #expect(staged.ending == .done)
        let id = try #require(try staged.json()["imports"][0]["source"]["id"].text)
        #expect(await terminal("search", "0812345678", "--country", "TH").ending == .nothingFound)
        #expect(await terminal("discard", id).ending == .done)
        #expect(await terminal("sources").ending == .nothingFound)
        #expect(await terminal.run(["import", file] + permitted).ending == .done)
    }

    @Test("what was withdrawn is not found, and is found again when it is restored")
    func withdraws() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("calls.csv", Self.header + Self.row)
        let report = try await terminal.run(["import", file, "--json"] + permitted).json()
        let id = try #require(report["imports"][0]["source"]["id"].text)
        #expect(await terminal("withdraw", id, "--because", "wrong person").ending == .done)
        #expect(await terminal("search", "0812345678", "--country", "TH").ending == .nothingFound)
        #expect(try await terminal.export(["--format", "ftm"]).ending == .nothingFound)
        #expect(await terminal("reinstate", id).ending == .done)
        #expect(await terminal("search", "0812345678", "--country", "TH").ending == .done)
    }

    @Test("R071: the leg on which an owner works is said at import, shown, and filtered by")
    func legs() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("calls.csv", Self.header + Self.row)
        #expect(await terminal.run(["import", file, "--leg", "home"] + permitted).ending == .usage)
        let report = try await terminal.run(["import", file, "--leg", "transit", "--json"] + permitted).json()
        #expect(report["imports"][0]["source"]["leg"].text == "transit")
        for (leg, ending) in [("transit", Ending.done), ("source", .nothingFound)] {
            #expect(await terminal("search", "0812345678", "--country", "TH", "--leg", leg).ending == ending)
        }
    }

    @Test("who sees a source is changed, once under one key, and from the next look on")
    func relabels() async throws {
        let terminal = try Terminal()
        let file = try terminal.file("calls.csv", Self.header + Self.row)
        let report = try await terminal.run(["import", file, "--json"] + permitted).json()
        let id = try #require(report["imports"][0]["source"]["id"].text)
        let hide = ["relabel", id, "hide", "Arun Samut Police", "--because", "under inquiry", "--key", "k"]
        #expect(await terminal.run(["relabel", id, "loosen", "x", "--because", "y"]).ending == .usage)
        #expect(await terminal.run(hide).ending == .done)
        #expect(await terminal("search", "0812345678", "--country", "TH").ending == .nothingFound)
        #expect(await terminal("sources").ending == .nothingFound)
    }

    @Test(
        "exit codes say what is wrong",
        arguments: [
            (["import", "nowhere.csv"], Ending.refused), (["search", "x", "--kind", "ghost"], .usage),
            (["import", "calls.csv", "--grade", "9ZZ"], .usage),
            (["import", "other.csv", "--profile", "nobody's"], .usage),
            (["import", "calls.csv", "--from", "1 June"], .usage), (["show", "aaaaaaaaaaaaaaaa"], .nothingFound),
            (["commit", "aaaaaaaaaaaaaaaa"], .nothingFound), (["import", "bad.csv"], .refused),
            (["import", "empty.csv"], .refused), (["import", "unknown.csv"], .refused),
            (["search", "x", "--db", "nowhere/x.db"], .database), (["search", "x", "--db", "none.db"], .database),
            (["export", "--format", "pdf"], .usage), (["neighbours", "aaaaaaaaaaaaaaaa"], .nothingFound),
        ])
    func exitCodes(_ arguments: [String], _ ending: Ending) async throws {
        let terminal = try Terminal()
        _ = try terminal.file("bad.csv", Self.header + "0812345678,0898765432,never,1,VOICE,,,\n")
        _ = try terminal.file("empty.csv", "")
        _ = try terminal.file("other.csv", Self.header + Self.row + Self.row)
        _ = try terminal.file("unknown.csv", "colour,taste\nred,sweet\n")
        let good = try terminal.file("calls.csv", Self.header + Self.row)
        #expect(await terminal.run(["import", good] + permitted).ending == .done)
        let resolved = arguments.map { $0.hasSuffix(".csv") || $0.hasSuffix(".db") ? terminal.path($0) : $0 }
        let isBad = resolved.contains { $0.hasSuffix("bad.csv") }
        let answer = await terminal.run(resolved + (isBad ? permitted : []) + ["--json"])
        #expect(answer.ending == ending, "\(answer.errors)")
        // Whatever happens, one document stands on standard output.
        if ending != .usage || !answer.output.isEmpty { _ = try answer.json() }
    }

    @Test("progress shows a rate and the time left, and nothing when it is quick")
    func progress() throws {
        let clock = Ticks()
        let lines = Lines()
        let shell = Shell(
            output: { _ in }, errors: { lines.append($0) }, isTerminal: false, variables: [:], clock: { clock.now },
            words: .english)
        let progress = Progress(in: shell)
        progress.report("reading x", share: 0.1, count: 100)
        clock.advance(2_000)
        progress.report("reading x", share: 0.5, count: 1_000)
        clock.advance(1_000)
        progress.report("reading x", share: 0.6, count: 1_500)
        clock.advance(4_000)
        progress.report("reading x", share: 0.7, count: 7_000)
        #expect(
            lines.text == """
                reading x: 50 %, 1,000 done, 500 a second, about 2 s left
                reading x: 70 %, 7,000 done, 1,000 a second, about 3 s left

                """)
    }
}
