import Testing

/// RL-35: synthetic data only in the public repository, demos and tests.
@Suite struct RL35SyntheticDataTests {
    /// Files that may hold real numbers, with the reason.
    static let exceptions: [String: String] = [
        "Sources/RichPicture/StopLists/hotlines.txt": "numbers that public services publish so that people call them"
    ]

    static let endings = [
        ".swift", ".txt", ".md", ".py", ".sh", ".csv", ".json", ".xml", ".profile", ".yaml", ".yml", ".html", ".css",
        ".js", ".sta", ".mt940", ".geojson",
    ]

    @Test("RL-35: no text of the repository holds a number or address that looks like a real person's")
    func noRealLookingData() {
        var files = ["Sources", "Tests", "docs", "scripts"].flatMap { House.files(below: $0, ending: Self.endings) }
        for name in ["README.md", "CONTRIBUTING.md", "SECURITY.md", "NOTICE", "Makefile", "Package.swift", ".ci/run"] {
            files.append(House.TextFile(path: name, text: House.text(name)))
        }
        #expect(files.count > 50, "the files could not be read")
        for file in files where Self.exceptions[file.path] == nil {
            for find in PersonalNumbers.find(in: file.text) {
                let place = "\(file.path):\(find.line)"
                Issue.record("\(place): \(find.text) looks like a real \(find.what); see PersonalNumbers.swift")
            }
        }
    }

    // Put together here, so that this file passes its own test.
    @Test(
        "RL-35: what looks real is found",
        arguments: [
            ("call +66 81 " + "629 4075", "telephone number"), ("+856" + "2091847362", "telephone number"),
            ("phone,081-" + "629-4075", "telephone number"), ("id 1-1017-" + "00203-45-0", "Thai national number"),
            ("id 1101700" + "203450;", "Thai national number"), ("110105194" + "91231002X", "Chinese resident number"),
            ("880412-" + "10-5873", "Malaysian identity card"), ("Passport no. AB" + "2907461", "passport number"),
            ("write to somchai" + "@mail.co.th", "mail address"),
        ])
    func realIsFound(text: String, what: String) {
        #expect(PersonalNumbers.find(in: text).map(\.what) == [what])
    }

    @Test(
        "RL-35: what is made up, or something else, passes",
        arguments: [
            "+66 60000 1234", "+66812345678", "+1 202 555 0147", "+44 7700 900461", "2026-01-09T08:00:00+07:00",
            "1101700203453 has a wrong check digit", "sum + 1048576913", "passport ZL0000123", "git@example.org",
            "a.b@example.com", "name@tha.ext", "x@escaping", "AB2907461 is an invoice", "20260109-071530",
            "@Test(\"x\")", "+0700",
        ])
    func madeUpPasses(text: String) {
        #expect(PersonalNumbers.find(in: text) == [])
    }
}
