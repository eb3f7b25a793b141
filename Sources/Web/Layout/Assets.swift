import Foundation

/// The style sheet, drawings and small scripts: ours embedded in the program, the libraries from a folder on disk.
///
/// Both are addressed with a version in the query (a hash of their bytes) and may be kept for ever. A library that is
/// absent is simply not mentioned: every page works without.
struct Assets: Sendable {
    /// A file and what it is.
    struct File: Sendable {
        var bytes: [UInt8]
        var mediaType: String
        var version: String

        init(bytes: [UInt8], mediaType: String) {
            self.bytes = bytes
            self.mediaType = mediaType
            version = Self.hash(bytes)
        }

        // FNV-1a, 64 bit: it tells versions apart; nothing depends on its being hard to forge.
        private static func hash(_ bytes: [UInt8]) -> String {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            return String(hash, radix: 16)
        }
    }

    private let ours: [String: File]
    private let libraries: [String: File]
    /// The outlines of countries and provinces, if they are there.
    let outlines: Outlines?

    /// The libraries that pages use when they find them.
    static let libraryNames = ["htmx.min.js", "cytoscape.esm.js"]

    /// Ours, and what the folder of libraries holds.
    init(libraryFolder: String?) {
        ours = [
            "daybreak.css": File(bytes: Self.styles, mediaType: "text/css; charset=utf-8"),
            "icon.svg": File(bytes: PackageResources.icon_svg, mediaType: "image/svg+xml"),
            "app.js": File(bytes: PackageResources.app_js, mediaType: Self.script),
            "network.js": File(bytes: PackageResources.network_js, mediaType: Self.script),
            "map.js": File(bytes: PackageResources.map_js, mediaType: Self.script),
            "passkey.js": File(bytes: PackageResources.passkey_js, mediaType: Self.script),
            "links.js": File(bytes: PackageResources.links_js, mediaType: Self.script),
            "import.js": File(bytes: PackageResources.import_js, mediaType: Self.script),
        ]
        var libraries: [String: File] = [:]
        for name in Self.libraryNames {
            guard let folder = libraryFolder, let data = FileManager.default.contents(atPath: folder + "/" + name)
            else { continue }
            libraries[name] = File(bytes: Array(data), mediaType: Self.script)
        }
        self.libraries = libraries
        outlines = libraryFolder.flatMap { Outlines(path: $0 + "/outlines.json") }
    }

    private static let script = "text/javascript; charset=utf-8"

    // One file for the browser, several for the reader of the source.
    private static let styles: [UInt8] =
        PackageResources.base_css + PackageResources.parts_css + PackageResources.pictures_css
        + PackageResources.print_css

    /// The address of one of our files.
    func own(_ name: String) -> SiteURL { .asset(name, version: ours[name]?.version) }

    /// The address of a library, if it is there.
    func vendored(_ name: String) -> SiteURL? {
        libraries[name].map { .vendor(name, version: $0.version) }
    }

    /// One of our files.
    func file(_ name: String) -> File? { ours[name] }

    /// A library.
    func library(_ name: String) -> File? { libraries[name] }

    /// The names of our files, sorted.
    var names: [String] { ours.keys.sorted() }
}
