/// Who may import whom: the figure of the report, as a table (docs/architecture.md).
///
/// Imports run downwards: faces, rooms, engines and ground, C libraries; between rooms only along the figure's
/// arrows. `Protection` and `Justice` do not see each other: that is the wall between the two tracks.
enum Arrows {
    /// What everything may stand on. The database drivers are not part of it: rooms compile without them.
    static let ground: Set = [
        "Words", "Values", "Access", "Storage", "Records", "Measures", "Ledger", "Vault", "Identity",
    ]
    static let drivers: Set = ["StorageSQLite", "StoragePostgres"]
    static let engines: Set = ["Names", "Linkage", "Networks", "Disclosure", "PrivateMatch", "Formats"]
    static let libraries: Set = ["CExpat", "CZlib", "CLibPQ", "CICU"]

    /// The rooms of the figure, and what each may import besides the ground.
    static let rooms: [String: Set<String>] = [
        "RichPicture": engines.union(["CZlib"]),
        "Monitoring": ["RichPicture", "PrivateMatch", "Formats"],
        "Capacity": [],
        "Planning": ["RichPicture", "Monitoring", "Capacity", "PrivateMatch"],
        "Operations": ["Planning", "Protection", "Formats"],
        "Justice": ["RichPicture", "Operations"],
        "Protection": [],  // nothing of the figure: services cannot depend on what the other track knows
        "Resolution": ["Operations", "Justice", "Protection"],
        "Publicity": ["Disclosure"],
        "Strategy": [],
    ]

    /// Engines and ground, from the bottom up.
    static let below: [String: Set<String>] = [
        "CExpat": [], "CZlib": [], "CLibPQ": [], "CICU": [],
        "Words": [],
        "Values": ["Words"],
        "Access": ["Words"],
        "Storage": ["Words"],
        "StorageSQLite": ["Storage", "Words"],
        "StoragePostgres": ["Storage", "Words", "CLibPQ"],
        "Ledger": ["Words", "Storage"],
        "Vault": ["Words", "Storage", "Ledger", "CZlib"],
        "Identity": ["Words", "Storage"],
        "Records": ["Words", "Values", "Access", "Storage", "Ledger", "Vault"],
        "Measures": ["Words", "Values", "Access", "Storage", "Records"],
        "Names": ["Words", "CICU"],
        "Formats": ["Words", "CExpat", "CZlib"],
        "Linkage": ["Words", "Names"],
        "Networks": ["Words"],
        "Disclosure": ["Words"],
        "PrivateMatch": ["Words", "Names"],
    ]

    /// What stands above the rooms.
    static let above: [String: Set<String>] = [
        // The sample must not be made by what is measured on it: it sees formats, not rooms.
        "Sample": ["Formats", "Names", "Words"],
        "Web": everything.subtracting(["Web", "Daybreak", "CLI", "Bench"]).subtracting(drivers),
        "Daybreak": everything.subtracting(["Web", "Daybreak", "CLI", "Bench"]),
        "CLI": everything.subtracting(["CLI", "Bench"]).subtracting(drivers),
        "Bench": everything.subtracting(["CLI", "Bench"]),
    ]

    private static let everything = Set(rooms.keys).union(below.keys).union([
        "Sample", "Web", "Daybreak", "CLI", "Bench",
    ])

    /// What a target may depend on; nil when the design knows no such target.
    static func allowed(_ target: String) -> Set<String>? {
        rooms[target].map { $0.union(ground) } ?? below[target] ?? above[target]
    }

    /// Which targets may use which package from elsewhere: each stays in few hands.
    static let packages: [String: Set<String>] = [
        "GRDB.swift": ["StorageSQLite"],
        "swift-crypto": ["RichPicture", "Records", "Ledger", "Vault", "Identity", "PrivateMatch", "Bench"],
        "jwt-kit": ["Identity"],
        "swift-nio-ssl": ["Web"],
        "hummingbird": ["Web"],
        "swift-http-types": ["Web"],
        "swift-nio": ["Web"],
        "swift-log": ["Web", "Daybreak", "CLI"],
        "swift-argument-parser": ["CLI"],
    ]

    /// What in a manifest the table does not allow, in words.
    static func violations(of manifest: Manifest) -> [String] {
        manifest.modules.flatMap { target -> [String] in
            guard let allowed = allowed(target.name) else {
                return ["\(target.name) is not in the table of Arrows.swift: say there what it may import"]
            }
            let targets = target.targets.filter { !allowed.contains($0) }
            let packages = target.packages.filter { Self.packages[$0]?.contains(target.name) != true }
            return targets.map { "\(target.name) may not import \($0)" }
                + Set(packages).sorted().map { "\(target.name) may not use the package \($0)" }
        }
    }
}
