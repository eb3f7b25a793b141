import Access
import Words

@testable import RichPicture
@testable import Web

/// Values as the picture would give them, with hostile names among them.
enum Samples {
    static let hostile = "<script>alert(\"1\")</script>"
    static let reader = Reader(catalogue: .english, zone: Zone(offset: 420))

    /// The eyes of somebody who sees everything.
    static let eyes: Eyes = {
        var eyes = Eyes.nobodys
        eyes.viewer = .owner(of: "Test")
        (eyes.isSignedIn, eyes.isDemonstration, eyes.csrf) = (true, true, "secret")
        return eyes
    }()

    static let citation = Citation(
        source: "src", sourceName: hostile, stream: .telephony, owner: "Police & Co", grade: .untested, line: 14)
    static let line = EntityLine(id: "ent", kind: .person, caption: hostile)

    static var source: Source {
        var counts = SourceCounts()
        counts.rows = 100_000
        counts.rejected = 3
        counts.events = ["call": 99_997]
        return Source(
            id: "src", name: hostile, hash: "ab", size: 1_234, stream: .telephony, owner: "Police & Co",
            grade: .untested,
            conditions: hostile, authority: nil, format: "delimited", profile: "calls-siam", encoding: "utf-8",
            zone: "Asia/Bangkok", state: .committed, reason: nil, counts: counts, receivedAt: 0, receivedBy: "owner",
            committedAt: 0)
    }

    static var entity: EntityView {
        func value(_ property: Property, _ text: String) -> EntityView.Value {
            EntityView.Value(property: property, text: text, raw: nil, link: nil, citation: citation)
        }
        return EntityView(
            entity: line, values: [value(.name, hostile), value(.birthDate, "1984"), value(.birthDate, "1986")],
            inverse: [],
            places: [], appearances: [], contradictions: [.birthDate], stopped: nil, eventCount: 0)
    }

    /// The text that a person sees, a line for each block.
    static func visible(_ markup: Markup) -> String {
        var text = ""
        var isTag = false
        for character in markup.text {
            switch character {
            case "<": isTag = true
            case ">":
                isTag = false
                text += " "
            default: if !isTag { text.append(character) }
            }
        }
        return text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
