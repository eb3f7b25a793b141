import Access
import Linkage

@testable import RichPicture

/// People of a village in two registers: enough that a machine can learn what is rare.
enum Village {
    private static let given = [
        "Somchai", "Malee", "Anong", "Prasert", "Kanya", "Wichai", "Nid", "Boonmee", "Suda", "Arthit", "Pim", "Chai",
    ]
    private static let family = [
        "Jaidee", "Thongdee", "Saetang", "Wongsa", "Rakthai", "Boonsri", "Kaewmanee", "Srisuk", "Meesuk", "Phrom",
    ]

    /// A person of a number: `name,native,born,phone,note`.
    static func line(_ number: Int, phone: Bool = true, note: String = "") -> String {
        let name = "\(given[number % given.count]) \(family[number / given.count % family.count])"
        let born = "19\(60 + number % 40)-\(two(1 + number % 12))-\(two(1 + number * 7 % 28))"
        return "\(name),,\(born),\(phone ? "08\(10_000_000 + number * 7_919)" : ""),\(note)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Brings in the first register, with eighty people, and a second one with twelve of them and thirty others.
    static func settle(_ picture: Picture, _ change: (inout ImportRequest) -> Void = { _ in }) async throws {
        let first = (0..<80).map { line($0) }
        let second = (0..<12).map { line($0 * 5, note: "again") } + (80..<110).map { line($0) }
        try await picture.add(TestProfiles.people(first), .people("first.csv"))
        try await picture.add(TestProfiles.people(second), ImportRequest.people("second.csv").with(change))
    }
}

extension Picture {
    /// The proposals as what a person sees of them.
    func proposed(as viewer: Viewer? = nil) async throws -> [[String]] {
        try await rich.proposals(limit: 500, as: viewer ?? self.viewer).lines
            .map { line in line.entities.map(\.id).sorted() + ["\(line.score.raw)"] }
    }
}
