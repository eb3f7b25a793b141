import Testing

/// There is no second path to what is restricted (R128, RL-26): who may speak to the database, who opens one, and that
/// nobody reads the picture without saying through whose eyes.
@Suite struct OneDoorTests {
    /// The modules that may speak SQL. `Bench` measures against bare tables of its own.
    static let speakers = [
        "Storage", "StorageSQLite", "StoragePostgres", "Ledger", "Vault", "Identity", "Records", "RichPicture", "Bench",
    ]
    /// Folders of the rich picture in which it is spoken; `RichPicture.swift` reads its own key.
    static let rooms = ["Store", "Queries", "Search", "Graph", "Intake", "Import", "Export", "Verify", "Links"]
    /// Files elsewhere that may, with the reason.
    static let exceptions = [
        "Sources/Daybreak/FoundedState.swift": "whether anything was founded is known before there is anybody to ask"
    ]
    /// Functions of the picture that need no viewer, with the reason.
    static let withoutEyes = [
        "open": "puts the picture together", "ledgerContent": "compares hashes, shows nothing",
    ]

    @Test("only the modules that keep something speak SQL, and in the rich picture only its stores and queries")
    func speakers() {
        for file in House.sources {
            let parts = file.path.split(separator: "/").map(String.init)
            let isRoom = parts[1] != "RichPicture" || Self.rooms.contains(parts[2]) || parts[2] == "RichPicture.swift"
            guard !(Self.speakers.contains(parts[1]) && isRoom), Self.exceptions[file.path] == nil else { continue }
            for line in Self.statements(in: file.text) {
                Issue.record("\(file.path):\(line) speaks SQL")
            }
        }
    }

    @Test("a statement is recognised, and a sentence is not")
    func statements() {
        #expect(Self.statements(in: #"let a = "SELECT 1 FROM x"; b("DELETE FROM y WHERE \(c)")"#) == [1, 1])
        #expect(Self.statements(in: "let a = \"\"\"\n  INSERT INTO x (y)\n  \"\"\"") == [1])
        #expect(Self.statements(in: #"print("Select a file"); print("update it"); // SELECT 1 FROM x"#) == [])
    }

    private static func statements(in text: String) -> [Int] {
        let beginnings = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "DROP ", "CREATE TABLE ", "ALTER "]
        return SwiftTokens(text).tokens.compactMap { token in
            guard case .literal(let literal, _) = token.kind else { return nil }
            let words = literal.drop(while: \.isWhitespace)
            return beginnings.contains { words.hasPrefix($0) } ? token.line : nil
        }
    }

    /// Where changes of what people keep begin, with the reason. All that somebody wishes goes through the first two, which
    /// look at its key: what is sent twice is done once.
    static let beginnings = [
        "Sources/Records/Desk/Desk+Once.swift": "every wish that is no action, through Desk.fulfil",
        "Sources/Records/Desk/Desk+Clock.swift": "nobody wishes it: a deadline has passed, and is closed with it",
        "Sources/Records/Desk/Door.swift": "every action, through Desk.fulfil",
        "Sources/Records/Desk/ReadLog.swift": "who has seen what is no wish",
        "Sources/Records/Directory/Founding.swift": "is done once, before there is anybody to wish",
        "Sources/RichPicture/RichPicture.swift": "makes the picture's own secret",
        "Sources/RichPicture/Intake/Stage.swift": "gives labels their numbers; the staging itself is an action",
    ]

    @Test("every wish goes one way, on which its key is looked at")
    func oneWay() {
        let modules = ["Records", "RichPicture", "Web", "CLI"].map { "Sources/\($0)/" }
        let writing = House.sources.filter { file in
            modules.contains { file.path.hasPrefix($0) } && file.text.contains("database.write")
        }
        #expect(Set(writing.map(\.path)) == Set(Self.beginnings.keys))
    }

    @Test("only the composition root opens databases")
    func opening() {
        for file in House.sources {
            let module = file.path.split(separator: "/")[1]
            guard !["Daybreak", "Bench", "StorageSQLite", "StoragePostgres"].contains(module) else { continue }
            let opened = SwiftTokens(file.text).tokens.first {
                $0.kind == .word("SQLiteDatabase") || $0.kind == .word("PostgresDatabase")
            }
            #expect(opened == nil, "\(file.path):\(opened?.line ?? 0) opens a database")
        }
    }

    @Test("nobody reads or changes the picture without saying as whom")
    func eyes() {
        var seen = 0
        for file in House.sources where file.path.hasPrefix("Sources/RichPicture/") {
            for function in Self.publicFunctions(of: "RichPicture", in: file.text) {
                seen += 1
                let isFine = function.signature.contains("Viewer") || Self.withoutEyes[function.name] != nil
                #expect(isFine, "\(file.path):\(function.line): \(function.name) takes no viewer")
            }
        }
        #expect(seen > 20, "the public functions of the picture could not be found")
    }

    @Test("a function without a viewer is found")
    func eyesAreNeeded() {
        let text = """
            extension RichPicture { public func a(as viewer: Viewer) {} ; public func b(id: String) async {} }
            struct Other { public func c() {} }
            """
        let found = Self.publicFunctions(of: "RichPicture", in: text)
        #expect(found.map(\.name) == ["a", "b"])
        #expect(found.map { $0.signature.contains("Viewer") } == [true, false])
    }

    private struct Function {
        var name: String
        var line: Int
        var signature: [String]
    }

    /// The public functions in the body of a type and its extensions.
    private static func publicFunctions(of type: String, in text: String) -> [Function] {
        let tokens = SwiftTokens(text).tokens
        let words = tokens.map { token -> String in
            switch token.kind {
            case .word(let word): word
            case .mark(let mark): String(mark)
            case .literal: ""
            }
        }
        var found: [Function] = []
        var (depth, isInside) = (0, false)
        for (index, word) in words.enumerated() {
            if depth == 0, ["extension", "struct"].contains(word) { isInside = words[safe: index + 1] == type }
            if word == "{" { depth += 1 }
            if word == "}" { depth -= 1 }
            guard isInside, depth == 1, word == "func" else { continue }
            guard words[max(0, index - 2)..<index].contains("public") else { continue }
            var open = 0
            let signature = words[index...].prefix { word in
                open += word == "(" ? 1 : word == ")" ? -1 : 0
                return open > 0 || word != "{"
            }
            found.append(
                Function(name: words[safe: index + 1] ?? "", line: tokens[index].line, signature: Array(signature)))
        }
        return found
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
