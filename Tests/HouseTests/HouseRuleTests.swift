import Testing

/// Rules of the house that no compiler checks.
@Suite struct HouseRuleTests {
    /// Files that may be longer than 400 lines, each with a reason that a reader would accept.
    static let longFiles: [String: String] = [:]

    /// Words that a text for people does not use, and what to say instead (the glossary; the last ones presume guilt).
    static let wordsToAvoid: [String: String] = [
        "victim": "person at risk: being a victim is a decision, with consent",
        "victims": "persons at risk",
        "prostitute": "person at risk, or what the work is called by those who do it",
        "prostitutes": "persons at risk",
        "prostitution": "sexual exploitation, when it is that",
        "slave": "person at risk",
        "slaves": "persons at risk",
        "sex ring": "network",
        "vice": "name the offence",
        "rescue of": "bringing to safety of; Rescue alone is the objective's name",
        "saved girls": "persons at risk",
        "illegal immigrant": "person without papers",
        "illegal immigrants": "persons without papers",
        "illegals": "persons without papers",
        "illegal alien": "person without papers",
        "trafficker": "subject: nobody is one before a court has said so",
        "traffickers": "subjects",
        "culprit": "subject",
        "guilty": "the court's word, not ours",
        "criminals": "subjects",
        "offender": "subject",
        "perpetrator": "subject",
    ]

    /// Texts that may use such a word, with the reason.
    static let wordsAllowedIn: [String: String] = [:]

    @Test("no file is longer than 400 lines without a reason")
    func filesAreShort() {
        let files = ["Sources", "Tests", "scripts"].flatMap {
            House.files(below: $0, ending: [".swift", ".py", ".sh"])
        }
        #expect(files.count > 20, "the files could not be read")
        for file in files where Self.longFiles[file.path] == nil {
            let lines = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
            #expect(lines <= 400, "\(file.path) has \(lines) lines: split it, or give its reason in HouseRuleTests")
        }
    }

    @Test("tests are Swift Testing, and nothing imports XCTest")
    func noXCTest() {
        for file in House.files(below: "Tests", ending: [".swift"]) + House.sources {
            #expect(!file.imports.contains { $0.module == "XCTest" }, "\(file.path)")
        }
    }

    @Test("texts for people are calm and say `person at risk`")
    func wordsAreCalm() {
        for entry in CatalogueTests.entries where Self.wordsAllowedIn[entry.key] == nil {
            let text = " " + Self.spaced(entry.text) + " "
            for (word, instead) in Self.wordsToAvoid where text.contains(" " + word + " ") {
                Issue.record("\(entry.place) says “\(word)”. Better: \(instead)")
            }
        }
    }

    /// The words of a text in small letters with one space between.
    static func spaced(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && $0 != "-" }.joined(separator: " ")
    }
}
