// swift-tools-version:6.2
import PackageDescription

// The rooms of the house (docs/architecture.md). A target is a folder of the same name under Sources/;
// imports run downwards and, between rooms, only along the arrows of the report's figure.
// `HouseTests` reads this file and fails when an arrow is added that the design does not have.

let package = Package(
    name: "daybreak",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "daybreak", targets: ["CLI"]),
        .executable(name: "daybreak-bench", targets: ["Bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        // C libraries from Debian.
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

        // Engines: values in, values out; no database, no clock.
        .target(name: "Names"),
        .target(name: "Linkage", dependencies: ["Names", "Words"]),
        .target(name: "Networks", dependencies: ["Words"]),
        .target(name: "Formats", dependencies: ["CExpat", "CZlib", "Words"]),

        // Ground.
        .target(name: "Words", resources: [.embedInCode("Catalogue")]),
        .target(name: "Values", dependencies: ["Words"], resources: [.embedInCode("Data")]),
        .target(name: "Access", dependencies: ["Words"]),
        .target(name: "Storage", dependencies: ["Words"]),
        .target(
            name: "StorageSQLite",
            dependencies: [
                "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "StoragePostgres", dependencies: ["Storage", "CLibPQ"]),
        .target(
            name: "Ledger", dependencies: ["Storage", "Words", .product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "Vault",
            dependencies: [
                "Storage", "Words", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "Identity",
            dependencies: [
                "Storage", "Words", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"), .product(name: "JWTKit", package: "jwt-kit"),
            ]),
        .target(
            name: "Records",
            dependencies: [
                "Access", "Ledger", "Vault", "Storage", "Values", "Words",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // 1 before and all the time.
        .target(
            name: "RichPicture",
            dependencies: [
                "Access", "Ledger", "Records", "Storage", "Names", "Linkage", "Formats", "Words", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Profiles"), .embedInCode("StopLists")]),

        // The rooms' rules: pure, before their records come (docs/decisions/0017).
        .target(
            name: "Capacity", dependencies: ["Access", "Records", "Storage", "Values", "Words"],
            resources: [.embedInCode("Data")]),
        .target(
            name: "Monitoring", dependencies: ["Access", "Records", "Values", "Words"],
            resources: [.embedInCode("Data")]),
        .target(name: "Planning", dependencies: ["Values", "Words"], resources: [.embedInCode("Data")]),
        .target(name: "Measures", dependencies: ["Values"]),
        .target(name: "Operations", dependencies: ["Planning", "Values", "Words"], resources: [.embedInCode("Data")]),
        .target(name: "Justice", dependencies: ["Values", "Words"], resources: [.embedInCode("Data")]),
        .target(name: "Protection", dependencies: ["Values", "Words"], resources: [.embedInCode("Data")]),
        .target(name: "Resolution", dependencies: ["Values", "Words"]),
        .target(name: "Publicity", dependencies: ["Values", "Words"]),
        .target(name: "Strategy", dependencies: ["Values", "Words"]),

        // A synthetic province with a known truth, written in the real formats.
        .target(name: "Sample", dependencies: ["Formats"]),

        // Faces, and the one place where the live world is put together.
        .target(
            name: "Web",
            dependencies: [
                "RichPicture", "Formats", "Linkage", "Access", "Identity", "Ledger", "Records", "Values", "Vault",
                "Words",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("Assets")]),
        .target(
            name: "Daybreak",
            dependencies: [
                "Capacity", "Monitoring", "RichPicture", "Identity", "Ledger", "Records", "Vault", "Access", "Storage",
                "StorageSQLite",
                "StoragePostgres", "Words",
            ]),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Daybreak", "RichPicture", "Access", "Formats", "Identity", "Ledger", "Linkage", "Networks", "Records",
                "Sample",
                "Storage", "Values", "Vault", "Web", "Words",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "Bench",
            dependencies: [
                "Daybreak", "RichPicture", "Access", "Formats", "Ledger", "Linkage", "Names", "Networks", "Records",
                "Storage", "StoragePostgres", "StorageSQLite", "Vault",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),

        // Tests mirror the rooms.
        .target(
            name: "TestSupport", dependencies: ["Storage", "StorageSQLite", "StoragePostgres"], path: "Tests/Support"),
        .target(name: "RoomSupport", dependencies: ["Access", "Records"], path: "Tests/RoomSupport"),
        .testTarget(name: "NamesTests", dependencies: ["Names"], exclude: ["LaoPlaces.txt"]),
        .testTarget(name: "ValuesTests", dependencies: ["Values"]),
        .testTarget(name: "LinkageTests", dependencies: ["Linkage", "Words"]),
        .testTarget(name: "NetworksTests", dependencies: ["Networks", "Words"]),
        // Tests of the rules.
        .testTarget(name: "PlanningTests", dependencies: ["Planning", "RoomSupport", "Values"]),
        .testTarget(name: "MeasuresTests", dependencies: ["Measures", "Values"]),
        .testTarget(
            name: "MonitoringTests", dependencies: ["Access", "Monitoring", "Records", "RoomSupport", "Values"]),
        .testTarget(name: "CapacityTests", dependencies: ["Access", "Capacity", "Records", "RoomSupport", "Values"]),
        .testTarget(name: "OperationsTests", dependencies: ["Operations", "Planning", "Values"]),
        .testTarget(name: "JusticeTests", dependencies: ["Justice", "RoomSupport", "Values"]),
        .testTarget(name: "ProtectionTests", dependencies: ["Protection", "RoomSupport", "Values", "Words"]),
        .testTarget(name: "ResolutionTests", dependencies: ["Resolution", "Values"]),
        .testTarget(name: "PublicityTests", dependencies: ["Publicity", "Values", "Words"]),
        .testTarget(name: "StrategyTests", dependencies: ["Strategy", "Values"]),
        .testTarget(name: "FormatsTests", dependencies: ["Formats", "CZlib", "Words"]),
        .testTarget(
            name: "AccessTests", dependencies: ["Access", "Words", .product(name: "Crypto", package: "swift-crypto")]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger", "Storage", "TestSupport", "Words"]),
        .testTarget(name: "VaultTests", dependencies: ["Vault", "Storage", "TestSupport", "Words"]),
        .testTarget(
            name: "IdentityTests",
            dependencies: [
                "Identity", "Storage", "TestSupport", "Words", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "Records", "Daybreak", "Access", "Ledger", "Vault", "Storage", "TestSupport", "Values", "Words",
            ]),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "StorageSQLite", "StoragePostgres", "TestSupport"]),
        .testTarget(
            name: "RichPictureTests",
            dependencies: [
                "RichPicture", "Daybreak", "Access", "Ledger", "Records", "Storage", "StorageSQLite", "StoragePostgres",
                "Formats", "Linkage", "Words",
                "TestSupport",
            ]),
        .testTarget(
            name: "SampleTests", dependencies: ["Sample", "RichPicture", "Daybreak", "Formats", "TestSupport"]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Daybreak", "RichPicture", "Formats", "Words", "Access", "Identity", "Ledger", "Records",
                "Storage", "Vault", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(
            name: "CLITests",
            dependencies: [
                "CLI", "Daybreak", "RichPicture", "Ledger", "Sample", "Formats", "Words", "Access", "Storage", "Vault",
                "Identity", "Records",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], exclude: ["Snapshots"]),
        // What no room can show alone: that nothing leaks, through the faces and on the disk.
        .testTarget(
            name: "WorldsTests",
            dependencies: [
                "Web", "CLI", "Daybreak", "RichPicture", "Records", "Identity", "Ledger", "Vault", "Access", "Storage",
                "Words",
                "StorageSQLite", "StoragePostgres", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(name: "HouseTests", dependencies: ["Words", "Daybreak", "Records", "Values"]),
    ],
    swiftLanguageModes: [.v6]
)

// The compiler as reviewer, for every target of ours.
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
