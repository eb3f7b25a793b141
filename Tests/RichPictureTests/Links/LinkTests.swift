import Access
import Linkage
import Storage
import TestSupport
import Testing

@testable import RichPicture

@Suite("Who is the same: proposed by machine, decided by people, undone when wrong")
struct LinkTests {
    @Test(
        "the same people in two registers are proposed, with weights that sum to the score", arguments: Backend.present)
    func proposes(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Village.settle(picture)
            let page = try await picture.rich.proposals(as: picture.viewer)
            #expect(page.total == 12 && page.lines.allSatisfy { $0.entities.count == 2 && $0.sources == 2 })
            for line in page.lines {
                #expect(Set(line.entities.map(\.caption)).count == 1)
                let view = try #require(try await picture.rich.proposal(line.id, as: picture.viewer))
                let why = try #require(view.why)
                #expect(why.lines.reduce(0) { $0 + $1.weight.raw } == line.score.raw, "bit for bit")
                #expect(!why.leftSources.isEmpty && !why.rightSources.isEmpty)
            }
        }
    }

    @Test("R043: unmerging is an exact inverse, for every read", arguments: Backend.present, 1...3)
    func inverse(_ backend: Backend, _ seed: UInt64) async throws {
        try await Picture.open(backend) { picture in
            try await Village.settle(picture)
            var dice = Dice(seed: seed)
            let proposals = try await picture.rich.proposals(as: picture.viewer).lines
            let ids = proposals.flatMap { $0.entities.map(\.id) }
            // What stood before may itself be full of decisions.
            for line in proposals.prefix(4) {
                _ = try await picture.rich.decide(
                    LinkVerdict.allCases[dice.number(0...2)], proposal: line.id, because: "before", as: picture.viewer)
            }
            let before = try await Reads.all(picture, ids: ids)
            let stood = try await picture.proposed()
            var undo: [String] = []
            for line in proposals.dropFirst(4) {
                undo.append(
                    try await picture.rich.decide(.same, proposal: line.id, because: "alike", as: picture.viewer).record
                )
            }
            #expect(try await Reads.all(picture, ids: ids) != before)
            for record in undo.shuffled(using: &dice) {
                _ = try await picture.rich.takeBack(record, because: "wrong", as: picture.viewer)
            }
            #expect(try await Reads.all(picture, ids: ids) == before, "seed \(seed)")
            #expect(try await picture.proposed() == stood, "seed \(seed)")
        }
    }

    @Test(
        "a merge changes who stands for whom: page, search, network, timeline, map and count follow it",
        arguments: Backend.present)
    func merged(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Village.settle(picture)
            let rich = picture.rich
            let count = try await rich.home(as: picture.viewer).entities.first { $0.kind == .person }?.count
            let line = try #require(try await rich.proposals(as: picture.viewer).lines.first)
            let receipt = try await rich.decide(.same, proposal: line.id, because: "alike", as: picture.viewer)
            let id = try #require(receipt.entity)
            for old in line.entities.map(\.id) {
                let view = try #require(try await rich.entity(old, as: picture.viewer))
                #expect(view.entity.id == id && view.appearances.count == 2, "each old id leads to what they are now")
                #expect(Set(view.values.map(\.citation.sourceName)) == ["first.csv", "second.csv"])
            }
            let hits = try await rich.search(SearchQuery(line.entities[0].caption), as: picture.viewer).hits
            #expect(hits.filter { $0.entity.id == id }.count == 1 && hits.first { $0.entity.id == id }?.sources == 2)
            #expect(!hits.contains { line.entities.map(\.id).filter { $0 != id }.contains($0.entity.id) })
            let network = try await rich.neighbours(
                of: [id], hops: 1, filter: PictureFilter(), limit: 10, as: picture.viewer)
            #expect(network?.nodes.map(\.entity.kind) == [.person, .phone] && network?.edges.first?.count == 2)
            #expect(
                try await rich.home(as: picture.viewer).entities.first { $0.kind == .person }?.count
                    == count.map { $0 - 1 })
            let stories = try #require(try await rich.links(of: line.entities[1].id, as: picture.viewer))
            #expect(stories.map(\.verdict) == [.same] && stories[0].isReadable && stories[0].members.count == 2)
            #expect(try await SourceRecordTests.entries(picture, kind: "link-decision").contains("change decideSame"))
        }
    }

    @Test(
        "a not the same is kept, also transitively, and a wish against it is refused in words",
        arguments: Backend.present)
    func negative(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Village.settle(picture)
            // A third mention of the same person.
            try await picture.add(TestProfiles.people([Village.line(0)]), .people("third.csv"))
            let rich = picture.rich
            let line = try #require(
                try await rich.proposals(as: picture.viewer).lines.first { $0.entities.count == 3 })
            let ids = line.entities.map(\.id)
            _ = try await rich.decide(.same, about: [ids[0], ids[1]], because: "alike", as: picture.viewer)
            _ = try await rich.decide(.notSame, about: [ids[1], ids[2]], because: "brothers", as: picture.viewer)
            await #expect(throws: LinkRefusal.apart(organisation: "police", day: "2026-11-23")) {
                try await rich.decide(.same, about: [ids[0], ids[2]], because: "alike", as: picture.viewer)
            }
            let left = try await rich.proposals(as: picture.viewer).lines
            #expect(!left.contains { $0.entities.map(\.id).contains(ids[2]) }, "it is never proposed again")
            #expect(left.count == 11)
            let side = try #require(try await rich.sideBySide([ids[0], ids[2]], as: picture.viewer))
            #expect(side.obstacle != nil)
            await #expect(throws: LinkRefusal.decided(.same)) {
                try await rich.decide(.notSame, about: [ids[0], ids[1]], because: "no", as: picture.viewer)
            }
            // What follows from two decisions is as firm as what was decided itself.
            let other = try #require(try await rich.proposals(as: picture.viewer).lines.first).entities.map(\.id)
            _ = try await rich.decide(.same, about: other, because: "alike", as: picture.viewer)
            _ = try await rich.decide(.same, about: [other[1], ids[0]], because: "alike", as: picture.viewer)
            await #expect(throws: LinkRefusal.together(organisation: "police", day: "2026-11-23")) {
                try await rich.decide(.notSame, about: [other[0], ids[1]], because: "no", as: picture.viewer)
            }
            await #expect(throws: LinkRefusal.alreadyOne) {
                try await rich.decide(.same, about: [other[0], ids[1]], because: "alike", as: picture.viewer)
            }
            await #expect(throws: LinkRefusal.apart(organisation: "police", day: "2026-11-23")) {
                try await rich.decide(.same, about: [other[0], ids[2]], because: "alike", as: picture.viewer)
            }
        }
    }

    @Test("unmerging and saying that they are not the same is one step", arguments: Backend.present)
    func apart(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Village.settle(picture)
            let rich = picture.rich
            let line = try #require(try await rich.proposals(as: picture.viewer).lines.first)
            let ids = line.entities.map(\.id)
            let merged = try await rich.decide(
                .same, proposal: line.id, because: "alike", key: "first", as: picture.viewer)
            let again = try await rich.decide(
                .same, proposal: line.id, because: "alike", key: "first", as: picture.viewer)
            #expect(again.record == merged.record, "sent twice, done once")
            await #expect(throws: LinkRefusal.gone) {
                try await rich.decide(.same, proposal: line.id, because: "alike", key: "other", as: picture.viewer)
            }
            for _ in 1...2 {
                let back = try await rich.takeBack(
                    merged.record, andNotSame: true, because: "two passports at once", key: "once", as: picture.viewer)
                #expect(back.verdict == .notSame, "the same wish again is done already")
            }
            #expect(try await rich.entity(ids[0], as: picture.viewer)?.appearances.count == 1)
            #expect(try await rich.proposals(as: picture.viewer).total == 11, "the same wrong merge never returns")
            await #expect(throws: LinkRefusal.decided(.notSame)) {
                try await rich.decide(.same, about: ids, because: "and yet", key: "x", as: picture.viewer)
            }
            _ = try await rich.takeBack(merged.record, because: "looked again", as: picture.viewer)
            #expect(try await rich.proposals(as: picture.viewer).total == 12)
        }
    }

    @Test("adding somebody unrelated changes no decision and no other proposal", arguments: Backend.present)
    func unrelated(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Village.settle(picture)
            let rich = picture.rich
            let first = try await rich.proposals(as: picture.viewer).lines
            for (line, verdict) in zip(first, LinkVerdict.allCases) {
                _ = try await rich.decide(verdict, proposal: line.id, because: "so it is", as: picture.viewer)
            }
            let decided = try await rich.decisions(as: picture.viewer).stories.map { "\($0)" }
            let proposed = Set(try await picture.proposed().map { $0.dropLast() })
            try await picture.add(
                TestProfiles.people(["Khamla Unrelated,,1931-01-31,0898765432,"]), .people("unrelated.csv"))
            #expect(try await rich.decisions(as: picture.viewer).stories.map { "\($0)" } == decided)
            #expect(Set(try await picture.proposed().map { $0.dropLast() }) == proposed)
        }
    }

    @Test("what has grown says the same as what is made anew", arguments: [1, 2, 3])
    func incremental(_ seed: UInt64) async throws {
        try await Picture.open(.sqlite) { picture in
            var dice = Dice(seed: seed)
            // More than the first milestone, so that the last file is linked without a rerun.
            let lines = (0..<560).map { Village.line($0 * 13) }
            try await picture.add(TestProfiles.people(lines), .people("large.csv"))
            _ = try await picture.proposed()
            for name in ["a", "b", "c"] {
                let some = (0..<8).map { _ in lines[dice.number(0...559)].replacing(",", with: " ,", maxReplacements: 1)
                }
                try await picture.add(TestProfiles.people(some), .people("\(name).csv"))
                _ = try await picture.proposed()
            }
            let grown = try await picture.proposed()
            let fresh = try await RichPicture.open(
                Picture.desk(picture.database), now: { Picture.noon }, newSecret: [], profiles: TestProfiles.all())
            let anew = try await fresh.proposals(limit: 500, as: picture.viewer).lines
                .map { line in line.entities.map(\.id).sorted() + ["\(line.score.raw)"] }
            #expect(grown == anew && grown.count > 10, "seed \(seed)")
        }
    }

    @Test("stop-listed numbers, and numbers that very many have, link nobody", arguments: Backend.present)
    func stopped(_ backend: Backend) async throws {
        try await Picture.open(backend) { picture in
            try await Village.settle(picture)
            let shared = (0..<14).map { "Guest Number\($0),,,0899990000," }
            try await picture.add(
                TestProfiles.people(shared + ["Strange Name,,,0899990001,", "Other Words,,,0899990001,"]),
                .people("hotel.csv"))
            let rich = picture.rich
            func isNamed(_ word: String) async throws -> Bool {
                try await rich.proposals(limit: 500, as: picture.viewer).lines
                    .contains { $0.entities.contains { $0.caption.contains(word) } }
            }
            #expect(try await !isNamed("Guest"), "fourteen people of other names have that number")
            let pair = try await ["Strange Name", "Other Words"].asyncMap { name in
                try await picture.first(name)?.entity.id ?? ""
            }
            let before = try #require(try await rich.sideBySide(pair, as: picture.viewer)?.why)
            #expect(before.lines.contains { $0.explanation.comparison == "telephone" && $0.weight > .zero })
            try await rich.stop(.phone, "+66899990001", because: "taxi rank", as: picture.viewer)
            let view = try #require(try await rich.sideBySide(pair, as: picture.viewer))
            #expect(view.why?.lines.contains { $0.explanation.comparison == "telephone" && $0.weight > .zero } == false)
            #expect(view.rows.contains { $0.property == .phone && $0.isUnused })
        }
    }

    @Test("RL-20: nationality and sex are no inputs: exchanging them changes no score")
    func protected() async throws {
        func scores(_ values: [String]) async throws -> [[String]] {
            try await Picture.open(.sqlite) { picture in
                let lines = (0..<60).map { number -> String in
                    let parts = Village.line(number).split(separator: ",", omittingEmptySubsequences: false)
                    return "\(parts[0]),\(parts[2]),\(values[number % 2]),\(values[2 + number % 2]),th,\(parts[3])"
                }
                let header = "name,born,sex,nation,speech,phone\n"
                for name in ["a.csv", "b.csv"] {
                    try await picture.add(
                        header + (name == "a.csv" ? lines : Array(lines.prefix(9))).joined(separator: "\n") + "\n",
                        ImportRequest(name: name, owner: "police", profile: "test-protected"))
                }
                return try await picture.proposed().map { Array($0.suffix(1)) }
            }
        }
        let one = try await scores(["F", "M", "TH", "KH"])
        #expect(try await scores(["M", "F", "MM", "TH"]) == one && !one.isEmpty)
    }
}

extension Array {
    fileprivate func asyncMap<Other>(_ body: (Element) async throws -> Other) async rethrows -> [Other] {
        var result: [Other] = []
        for element in self { result.append(try await body(element)) }
        return result
    }
}
