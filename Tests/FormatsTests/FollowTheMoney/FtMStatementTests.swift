import Testing
import Words

@testable import Formats

@Suite("FollowTheMoney statements")
struct FtMStatementTests {
    private func items(_ text: String) throws -> [FtMStatementReader.Item] {
        var reader = FtMStatementReader(ByteStream(text))
        var items: [FtMStatementReader.Item] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    @Test("the language counts in the id for texts, not for dates; suggestions from outside differ") func ids() {
        var name = FtMStatement(entityID: "e1", property: "name", schema: "Person", value: "อาเย", dataset: "d")
        #expect(name.computedID == SHA1.hexadecimal(Array("d.e1.name.อาเย".utf8)))
        name.language = "tha"
        #expect(name.computedID == SHA1.hexadecimal(Array("d.e1.name.อาเย@tha".utf8)))
        name.isExternal = true
        #expect(name.computedID == SHA1.hexadecimal(Array("d.e1.name.อาเย@tha.ext".utf8)))
        var date = FtMStatement(entityID: "e1", property: "birthDate", schema: "Person", value: "1990", dataset: "d")
        date.language = "tha"
        #expect(date.computedID == SHA1.hexadecimal(Array("d.e1.birthDate.1990".utf8)))
    }

    /// Values made with `followthemoney` 4.11.2: `Statement(...).id`.
    @Test(
        "ids are those of FollowTheMoney 4.11.2",
        arguments: [
            ("name", "Aye Aye", nil, false, "f6443e71513990e55776513334a3fbf612624901"),
            ("name", "อาเย", "tha", false, "90ac4eee7da7a0560f1e01d7fb0a66d431016cb3"),
            ("country", "th", "tha", false, "f3fd14f11984f8b16256ff129acf6dc6df22be6b"),
            ("name", "Aye Aye", nil, true, "0cad1034b3d838044abf8c11eb718de503919da4"),
            ("id", "e1", nil, false, "5c84f971321141a88c8628eac6133583e1667014"),
            ("summary", "a.b@c\n\"d\"", "eng", true, "1af47593360ca9ec8ff009546bce7ff3569255ee"),
        ] as [(String, String, String?, Bool, String)])
    func peer(_ property: String, _ value: String, _ language: String?, _ isExternal: Bool, _ id: String) {
        var statement = FtMStatement(
            entityID: "e1", property: property, schema: "Person", value: value, dataset: "daybreak")
        statement.language = language
        statement.isExternal = isExternal
        #expect(statement.computedID == id)
    }

    @Test("an entity amounts to its existence and its values, written as FtM writes them") func written() throws {
        var entity = FtMEntity(id: "e1", schema: "Person")
        entity.add("name", "Aye \"A\"")
        entity.firstSeen = "2026-01-01"
        var bytes: [UInt8] = []
        FtMStatementWriter.writeHeader(to: &bytes)
        for statement in FtMStatement.statements(of: entity, dataset: "d") {
            try FtMStatementWriter.write(statement, to: &bytes)
        }
        let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(rows.count == 3)
        #expect(rows[0].hasPrefix("\"canonical_id\",\"entity_id\",\"prop\",\"prop_type\",\"schema\",\"value\""))
        #expect(rows[1].hasPrefix(#""e1","e1","id","id","Person","e1","d","","","","f","2026-01-01","2026-01-01",""#))
        #expect(rows[2].hasPrefix(#""e1","e1","name","name","Person","Aye ""A""","d","","","","f""#))
    }

    @Test("columns are found by name; a bad row is rejected with its cell") func read() throws {
        let found = try items(
            """
            id,value,prop,schema,entity_id,dataset,external,lang,canonical_id
            x1,Aye,name,Person,e1,d,t,eng,c1
            ,Aye,name,Yeti,e1,d,f,,
            ,Aye,wings,Person,e1,d,f,,
            ,,name,Person,e1,d,f,,
            ,Aye,name,Person,e1,d,maybe,,
            ,"two
            lines",name,Person,e1,d,,,
            ,e1,id,Person,e1,d,f,,
            """)
        var first = FtMStatement(entityID: "e1", property: "name", schema: "Person", value: "Aye", dataset: "d")
        (first.givenID, first.canonicalID, first.language, first.isExternal) = ("x1", "c1", "eng", true)
        #expect(found.first == .statement(first, line: 2))
        let errors = found.compactMap { item -> FormatError? in
            if case .rejected(let error, _) = item { error } else { nil }
        }
        let keys = ["ftm.unknown-schema", "ftm.unknown-property", "ftm.empty-cell", "ftm.not-true-or-false"]
        #expect(errors.map(\.problem.key) == keys)
        #expect(errors.map(\.line) == [3, 4, 5, 6])
        #expect(errors.map(\.column) == [4, 3, 2, 7])
        guard case .statement(let long, 7)? = found.dropFirst(5).first else { return #expect(Bool(false)) }
        #expect(long.value == "two\nlines" && long.givenID == nil && long.canonicalID == "e1")
        #expect(found.count == 7)
    }

    @Test("a file that is no statements file is refused") func missingColumn() throws {
        let error = try #require(throws: FormatError.self) { try items("a,b\n1,2\n") }
        #expect(error.problem == Phrase("ftm.missing-column", ["column": "entity_id"]))
    }

    @Test("what is written is read back", arguments: 0..<20 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var bytes: [UInt8] = []
        FtMStatementWriter.writeHeader(to: &bytes)
        var expected: [FtMStatement] = []
        for number in 1...10 {
            for var statement in FtMStatement.statements(of: dice.entity(number), dataset: "d", origin: "o") {
                if statement.value.contains("\0") { continue }  // a zero byte stands in no CSV
                statement.isExternal = Bool.random(using: &dice)
                statement.givenID = statement.computedID
                try FtMStatementWriter.write(statement, to: &bytes)
                expected.append(statement)
            }
        }
        let found = try items(String(decoding: bytes, as: UTF8.self)).compactMap { item -> FtMStatement? in
            if case .statement(let statement, _) = item { statement } else { nil }
        }
        #expect(found == expected, "seed \(seed)")
    }
}
