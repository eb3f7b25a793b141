/// What a bundle of exhibits holds: one line for each file, in order of path (RL-14; domain.md 2.10).
public struct ExhibitManifest: Hashable, Sendable {
    /// A file.
    public struct File: Hashable, Sendable {
        /// Its path within the bundle.
        public var path: String
        /// Its size in bytes.
        public var size: Int
        /// Its hash in hexadecimal digits.
        public var hash: String

        /// A file.
        public init(_ path: String, size: Int, hash: String) {
            self.path = path
            self.size = size
            self.hash = hash
        }
    }

    /// A difference between what is listed and what is there.
    public enum Difference: Hashable, Sendable {
        case added(String)
        case removed(String)
        case altered(String)
        /// The list is not in the order that it must have, or names a path twice.
        case order
    }

    /// The files, as they are listed.
    public let files: [File]

    /// A manifest as it was read.
    public init(listed files: [File]) { self.files = files }

    /// The manifest of these files.
    public init(of files: [File]) { self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }

    /// Its text, which is what gets signed: `hash  size  path`.
    public var text: String { files.map { "\($0.hash)  \($0.size)  \($0.path)\n" }.joined() }

    /// What differs from the files that are there.
    public func differences(from found: [File]) -> [Difference] {
        var differences: [Difference] = []
        let isOrdered = zip(files, files.dropFirst()).allSatisfy {
            $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
        if !isOrdered { differences.append(.order) }
        let there = Dictionary(found.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for file in files {
            guard let other = there[file.path] else {
                differences.append(.removed(file.path))
                continue
            }
            if other != file { differences.append(.altered(file.path)) }
        }
        let listed = Set(files.map(\.path))
        return differences + found.filter { !listed.contains($0.path) }.map { .added($0.path) }
    }
}
