import Access
import Records

@testable import RichPicture

/// Who is the same: the same people in two lists that are seen and in one that is hidden, and decisions about them.
enum Links {
    private static let header = """
        "Name (Latin)","Name (native)",Nationality,Date of birth,Job,Start date,Monthly wage,Currency,Document no.,Phone,Employer reg. no.

        """
    private static let names = [
        "Anong Made Up", "Prasert Invented", "Kanya Fictional", "Wichai Nobody", "Boonmee Paper", "Suda Example",
        "Arthit Sample", "Pim Story",
    ]

    private static func crew(_ numbers: Range<Int>, born: Int = 1980, job: String = "packer") -> String {
        header
            + numbers.map { number in
                "\(names[number]),,TH,\(born + number)-01-0\(number + 1),\(job),2026-01-01,9000,THB,AA55520\(number),,0105555000001\n"
            }.joined()
    }

    static let crew = crew(0..<8)
    static let crewLater = crew(0..<6, job: "cutter")
    static let hiddenCrew =
        crew(2..<8, job: "lookout") + crew(0..<2, born: 1950, job: "lookout").dropFirst(header.count)

    /// Two merges and a *not the same*, made by one who sees what all see.
    static func decided(_ house: House) async throws {
        let officer = try await house.viewer(.intelOfficer)
        let waiting = try await house.picture.proposals(.people, as: officer).lines
        for (line, verdict) in zip(waiting, [LinkVerdict.same, .same, .notSame]) {
            _ = try await house.picture.decide(verdict, proposal: line.id, because: "looked at both", as: officer)
        }
        guard waiting.count > 4 else { throw House.Missing(what: "proposals on who is the same") }
    }

    /// Decisions about what is seen and what is hidden together, by one who sees all.
    static func hidden(_ house: House, at desk: Desk) async throws {
        let picture = try await RichPicture.open(desk, now: { House.now }, newSecret: [])
        let all = Viewer.seeingAll(People.night)
        let lines = try await picture.proposals(.people, limit: 100, as: all).lines
        guard lines.count > 2 else { throw House.Missing(what: "hidden proposals") }
        for (line, verdict) in zip(lines, [LinkVerdict.same, .notKnown, .same]) {
            _ = try await picture.decide(verdict, proposal: line.id, because: "a secret reason", as: all)
        }
        let apart = lines.last?.entities.map(\.id).prefix(2) ?? []
        _ = try await picture.decide(.notSame, about: Array(apart), because: "a secret reason", as: all)
    }

    /// The proposals of a house, and pairs of entities that can be compared.
    static func proposals(_ house: House) async throws -> (ids: [String], pairs: [[String]]) {
        let lines = try await house.picture.proposals(limit: 100, as: try await house.viewer(.intelOfficer)).lines
        return (lines.map(\.id), lines.map { Array($0.entities.map(\.id).prefix(2)) })
    }
}
