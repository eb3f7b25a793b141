import Testing
import Words

@testable import Formats

@Suite("SHA-1, for ids only")
struct SHA1Tests {
    @Test(
        "the published vectors",
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
            ), (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ])
    func vector(_ message: String, _ digest: String) {
        #expect(SHA1.hexadecimal(Array(message.utf8)) == digest)
    }

    @Test("lengths around the block: all differ") func lengths() {
        let digests = Set((50..<140).map { SHA1.hexadecimal([UInt8](repeating: 0x61, count: $0)) })
        #expect(digests.count == 90)
    }
}

@Suite("The vocabulary of FollowTheMoney")
struct FtMModelTests {
    @Test("is complete: 71 schemata, inherited properties, links with their ends") func model() throws {
        let model = FtMModel.standard
        #expect(model.names.count == 71)
        #expect(model.names.filter { model.schema($0)?.edge != nil }.count == 17)
        // The three numbers are what the Python package itself counts.
        #expect(model.names.reduce(0) { $0 + (model.schema($1)?.properties.count ?? 0) } == 2_698)
        let company = try #require(model.schema("Company"))
        #expect(company.isA("Asset") && company.isA("LegalEntity") && company.isA("Thing") && !company.isA("Person"))
        #expect(company.type(of: "name") == "name" && company.type(of: "amount") == "number")
        #expect(company.type(of: "ownershipOwner") == nil, "stubs take no values")
        #expect(model.schema("Ownership")?.edge == FtMEdge(source: "owner", target: "asset"))
        #expect(model.schema("Thing")?.isAbstract == true)
        #expect(model.schema("") == nil)
    }

    @Test(
        "has what we use",
        arguments: [
            "Person", "Company", "Organization", "LegalEntity", "Vehicle", "Address", "BankAccount", "Call", "Message",
            "Payment", "Directorship", "Ownership", "Employment", "Family", "UnknownLink", "Identification", "Passport",
            "Event", "Note", "Mention", "RealEstate", "Trip",
        ])
    func has(_ name: String) {
        #expect(FtMModel.standard.schema(name) != nil)
    }
}

@Suite("FollowTheMoney entities")
struct FtMEntityTests {
    private func items(_ text: String) throws -> [FtMEntityReader.Item] {
        var reader = FtMEntityReader(ByteStream(Array(text.utf8), chunk: 11))
        var items: [FtMEntityReader.Item] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }

    @Test("are read with everything that the line says") func entity() throws {
        let text =
            #"{"id":"a1","schema":"Person","caption":"Aye","properties":{"name":["Aye","အေး","Aye"],"topics":[""]},"#
            + #""datasets":["x"],"referents":["a0"],"first_seen":"2026-01-01","last_seen":null,"target":true}"#
        guard case .entity(let entity, 2, [])? = try items("\r\n" + text + "\r\n").first else {
            return #expect(Bool(false))
        }
        #expect(entity.id == "a1" && entity.schema == "Person" && entity.caption == "Aye")
        #expect(entity["name"] == ["Aye", "အေး"] && entity["topics"].isEmpty)
        #expect(entity.datasets == ["x"] && entity.referents == ["a0"])
        #expect(entity.firstSeen == "2026-01-01" && entity.lastSeen == nil)
        #expect(entity.others == ["target": true])
    }

    @Test("an unknown property is a warning, and is kept apart") func warning() throws {
        let line = #"{"id":"a","schema":"Person","properties":{"nam":["x"],"name":["y"]}}"#
        guard case .entity(let entity, 1, let warnings)? = try items(line).first else { return #expect(Bool(false)) }
        #expect(entity.unknownProperties == [.init("nam", ["x"])] && entity["name"] == ["y"])
        #expect(warnings.map(\.problem.key) == ["ftm.unknown-property"])
        #expect(warnings.first?.column == 49)
    }

    @Test(
        "a bad line is rejected with its place, and reading goes on",
        arguments: [
            ("[1]", "ftm.not-an-entity", 1), ("{\"id\":\"a\" \"schema\":1}", "json.expected-comma-or-brace", 11),
            ("{\"schema\":\"Person\"}", "ftm.missing", 1), ("{\"id\":7,\"schema\":\"Person\"}", "ftm.missing", 7),
            ("{\"id\":\"a\",\"schema\":\"person\"}", "ftm.unknown-schema-near", 20),
            ("{\"id\":\"a\",\"schema\":\"Yeti\"}", "ftm.unknown-schema", 20),
            ("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":\"x\"}}", "ftm.not-texts", 50),
            ("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[7]}}", "ftm.not-texts", 50),
            ("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":[]}", "ftm.not-texts", 42),
        ])
    func rejected(_ line: String, _ key: String, _ column: Int) throws {
        let good = #"{"id":"z","schema":"Note","properties":{}}"#
        let found = try items("\(good)\n\(line)\n\(good)")
        #expect(found.count == 3)
        guard case .rejected(let error, let text) = found[1] else { return #expect(Bool(false)) }
        #expect(error.problem.key == key && error.line == 2 && error.column == column)
        #expect(text == line)
    }

    @Test("a line without end stops the reading") func tooLong() {
        #expect(throws: FormatError.self) { try items("{\"a\":\"" + String(repeating: "x", count: 2 << 20)) }
    }

    @Test("are written with the id first, and only what the model has") func written() throws {
        var entity = FtMEntity(id: "p", schema: "Person")
        entity.add("name", "ก \"ข\"")
        entity.add("name", "ก \"ข\"")
        entity.add("birthDate", nil)
        entity.datasets = ["d"]
        var bytes: [UInt8] = []
        try FtMEntityWriter.write(entity, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"id":"p","schema":"Person","properties":{"name":["ก \"ข\""]},"referents":[],"datasets":["d"]}"#
                + "\n")
        entity.add("wings", "2")
        #expect(throws: FtMFault.unknownProperty("wings", schema: "Person")) {
            try FtMEntityWriter.write(entity, to: &bytes)
        }
        #expect(throws: FtMFault.unknownSchema("Yeti")) {
            try FtMEntityWriter.write(FtMEntity(id: "y", schema: "Yeti"), to: &bytes)
        }
    }

    @Test("what is written is read back", arguments: 0..<30 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var bytes: [UInt8] = []
        var expected: [FtMEntityReader.Item] = []
        for line in 1...20 {
            let entity = dice.entity(line)
            try FtMEntityWriter.write(entity, to: &bytes)
            expected.append(.entity(entity, line: line, warnings: []))
        }
        #expect(try items(String(decoding: bytes, as: UTF8.self)) == expected, "seed \(seed)")
    }
}

extension Dice {
    mutating func entity(_ number: Int) -> FtMEntity {
        let names = FtMModel.standard.names.filter { FtMModel.standard.schema($0)?.isAbstract == false }
        let schema = names.randomElement(using: &self) ?? "Note"
        let properties = FtMModel.standard.schema(schema)?.properties ?? []
        var entity = FtMEntity(id: "e\(number)", schema: schema)
        for _ in 0..<6 {
            if let property = properties.randomElement(using: &self) { entity.add(property, text()) }
        }
        entity.datasets = ["sample"]
        entity.firstSeen = "2026-01-0\(1 + number % 9)"
        entity.lastSeen = entity.firstSeen
        return entity
    }
}
