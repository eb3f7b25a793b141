import Operations
import Testing

@Suite("RL-14: evidence is never altered or deleted")
struct RL14EvidenceUnalteredTests {
    // FNV-1a: enough to see a change; SHA-256 comes in where it counts.
    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        let value = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    static func chain(_ length: Int = 5) -> CustodyChain {
        var chain = CustodyChain()
        for index in 0..<length {
            chain.append(
                CustodyChain.Event(
                    from: "h\(index)", to: "h\(index + 1)", purpose: "store", place: "room", at: index * 10,
                    sealIn: "s\(index)", sealOut: "s\(index + 1)"), hash: hash)
        }
        return chain
    }

    @Test("RL-14: a chain that nobody touched holds")
    func holds() { #expect(Self.chain().breaks(hash: Self.hash) == []) }

    @Test("RL-14: any change, deletion or exchange in the log is found", arguments: 0..<5)
    func tampered(_ at: Int) {
        let whole = Self.chain().links
        let edits: [(inout CustodyChain.Event) -> Void] = [
            { $0.from += "x" }, { $0.to += "x" }, { $0.purpose = "" }, { $0.place = "yard" }, { $0.at += 1 },
            { $0.sealIn = "" }, { $0.sealOut += "x" },
            { ($0.from, $0.to) = ($0.from + String($0.to.prefix(1)), String($0.to.dropFirst())) },
        ]
        for edit in edits {
            var links = whole
            edit(&links[at].event)
            #expect(CustodyChain(links).breaks(hash: Self.hash).contains(.hash(at: at)))
        }
        var links = whole
        links.remove(at: at)
        #expect(at == 4 || !CustodyChain(links).breaks(hash: Self.hash).isEmpty, "the end is what the ledger holds")
        links = whole
        links.swapAt(at, (at + 1) % 5)
        #expect(!CustodyChain(links).breaks(hash: Self.hash).isEmpty)
        links = whole
        links[at].hash[0] ^= 1
        #expect(!CustodyChain(links).breaks(hash: Self.hash).isEmpty)
    }

    @Test("RL-14: hand-overs that do not meet are breaks, though every hash fits")
    func handOvers() {
        func second(_ from: String, _ seal: String, _ at: Int) -> [CustodyChain.Break] {
            var chain = Self.chain(1)
            chain.append(
                CustodyChain.Event(
                    from: from, to: "lab", purpose: "examine", place: "lab", at: at, sealIn: seal, sealOut: "n"),
                hash: Self.hash)
            return chain.breaks(hash: Self.hash)
        }
        #expect(second("h1", "s1", 5) == [] && second("h9", "s1", 5) == [.holder(at: 1)])
        #expect(second("h1", "s9", 5) == [.seal(at: 1)] && second("h1", "s1", -1) == [.time(at: 1)])
    }

    @Test("RL-14: a manifest tells what was added, removed, altered or moved")
    func manifest() {
        typealias File = ExhibitManifest.File
        let files = [File("b/2", size: 5, hash: "22"), File("a", size: 1, hash: "11"), File("c", size: 9, hash: "33")]
        let manifest = ExhibitManifest(of: files)
        #expect(manifest.text == "11  1  a\n22  5  b/2\n33  9  c\n")
        #expect(manifest.differences(from: files) == [])
        #expect(manifest.differences(from: Array(files.dropFirst())) == [.removed("b/2")])
        #expect(manifest.differences(from: files + [File("d", size: 0, hash: "")]) == [.added("d")])
        #expect(manifest.differences(from: [files[0], files[1], File("c", size: 9, hash: "34")]) == [.altered("c")])
        #expect(ExhibitManifest(listed: files).differences(from: files) == [.order])
        #expect(ExhibitManifest(listed: [files[1], files[1]]).differences(from: [files[1]]) == [.order])
    }
}
