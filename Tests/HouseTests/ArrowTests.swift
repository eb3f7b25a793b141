import Testing

/// `Package.swift` has the arrows of the figure, and no others.
@Suite struct ArrowTests {
    static let manifest = Manifest(House.text("Package.swift"))

    @Test("every arrow of Package.swift is one of the design's")
    func everyArrowIsAllowed() {
        #expect(Self.manifest.modules.count > 10, "Package.swift could not be read")
        #expect(Arrows.violations(of: Self.manifest) == [])
    }

    @Test("an arrow through the wall between the tracks is found")
    func theWallHolds() {
        let text = """
            let package = Package(name: "x", targets: [
                .target(name: "Protection", dependencies: ["Words", "RichPicture", .product(name: "GRDB", package: "GRDB.swift")]),
                .target(name: "Justice", dependencies: ["Access", .target(name: "Protection")]), // "Strategy"
                .target(name: "Kitchen"),
            ])
            """
        #expect(
            Arrows.violations(of: Manifest(text)) == [
                "Protection may not import RichPicture", "Protection may not use the package GRDB.swift",
                "Justice may not import Protection",
                "Kitchen is not in the table of Arrows.swift: say there what it may import",
            ])
    }

    @Test("the table itself keeps the wall: Protection sees no room, and Justice does not see Protection")
    func theTableKeepsTheWall() {
        #expect(Arrows.allowed("Protection")?.isDisjoint(with: Arrows.rooms.keys) == true)
        #expect(Arrows.allowed("Justice")?.contains("Protection") == false)
        for room in Arrows.rooms.keys {
            #expect(Arrows.allowed(room)?.isDisjoint(with: Arrows.drivers) == true, "\(room) sees a database driver")
        }
        for engine in Arrows.engines {
            #expect(Arrows.allowed(engine)?.isDisjoint(with: Arrows.rooms.keys) == true, "\(engine) sees a room")
            #expect(Arrows.allowed(engine)?.contains("Storage") == false, "\(engine) sees the database")
        }
    }

    @Test("the table has no circle")
    func theTableHasNoCircle() {
        var done: Set<String> = []
        var left = Set(Arrows.rooms.keys).union(Arrows.below.keys).union(Arrows.above.keys)
        while let next = left.sorted().first(where: { Arrows.allowed($0)?.isSubset(of: done) == true }) {
            done.insert(next)
            left.remove(next)
        }
        #expect(left == [], "these import one another")
    }

    @Test("folders and targets are the same")
    func foldersAreTargets() {
        let tests = Self.manifest.targets.filter { $0.kind == .testTarget }.map(\.name)
        #expect(Self.manifest.modules.map(\.name).sorted() == House.folders(below: "Sources"))
        #expect(Set(tests).isSubset(of: House.folders(below: "Tests")))
    }

    @Test("what a file imports is declared by its target, and what a module declares is imported")
    func importsAreDeclared() {
        let toolchain: Set = ["Foundation", "FoundationNetworking", "Dispatch", "Glibc", "Synchronization", "Testing"]
        for target in Self.manifest.targets where target.kind != .systemLibrary {
            let declared = Set(target.targets).union(target.products)
            var imported: Set<String> = []
            for file in House.files(below: target.folder, ending: [".swift"]) {
                for (module, line) in file.imports {
                    imported.insert(module)
                    let isKnown = declared.contains(module) || toolchain.contains(module)
                    #expect(isKnown, "\(file.path):\(line) imports \(module), undeclared")
                }
            }
            guard target.kind != .testTarget else { continue }
            #expect(declared.subtracting(imported) == [], "\(target.name) declares what it does not import")
        }
    }
}
