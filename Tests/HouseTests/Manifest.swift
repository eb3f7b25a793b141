/// The targets of a `Package.swift` and what each depends on, read from its text.
///
/// `swift package dump-package` would say the same, but cannot run while `swift test` holds the package.
struct Manifest {
    struct Target: Equatable {
        enum Kind: String { case target, executableTarget, testTarget, systemLibrary }
        var kind: Kind
        var name: String
        /// Targets of this package.
        var targets: [String] = []
        /// Where its files are, when not in the usual place.
        var path = ""
        /// Packages whose products it uses.
        var packages: [String] = []
        /// Those products; for all of ours the module has the same name.
        var products: [String] = []

        /// The folder with its files.
        var folder: String { path.isEmpty ? (kind == .testTarget ? "Tests/" : "Sources/") + name : path }
    }

    private(set) var targets: [Target] = []

    init(_ text: String) {
        let tokens = SwiftTokens(text).tokens.map(\.kind)
        for index in tokens.indices.dropLast(2) where tokens[index] == .mark(".") {
            guard case .word(let word) = tokens[index + 1], let kind = Target.Kind(rawValue: word),
                tokens[index + 2] == .mark("(")
            else { continue }
            targets.append(Self.target(kind, Array(tokens[(index + 3)...])))
        }
    }

    /// The targets that a user gets: no tests, and nothing that stands among them.
    var modules: [Target] { targets.filter { $0.kind != .testTarget && !$0.path.hasPrefix("Tests/") } }

    private static func target(_ kind: Target.Kind, _ tokens: [SwiftTokens.Kind]) -> Target {
        var target = Target(kind: kind, name: "")
        var depth = 1
        var labels = [""]  // the argument that each open parenthesis or bracket belongs to
        var label = ""
        for index in tokens.indices {
            switch tokens[index] {
            case .mark("("), .mark("["):
                depth += 1
                labels.append(label)
            case .mark(")"), .mark("]"):
                depth -= 1
                label = labels.removeLast()
                if depth == 0 { return target }
            case .word(let word) where index + 1 < tokens.count && tokens[index + 1] == .mark(":"):
                label = word
            case .literal(let text, _):
                if depth == 1, label == "name" { target.name = text }
                if depth == 1, label == "path" { target.path = text }
                if depth == 2, label == "dependencies" { target.targets.append(text) }
                if depth == 3, labels.contains("dependencies"), label == "package" { target.packages.append(text) }
                if depth == 3, labels.contains("dependencies"), label == "name" {
                    if isTarget(before: index, tokens) {
                        target.targets.append(text)
                    } else {
                        target.products.append(text)
                    }
                }
            default: break
            }
        }
        return target
    }

    /// Whether the literal stands in `.target(name: "…")` rather than in `.product(name: "…")`.
    private static func isTarget(before index: Int, _ tokens: [SwiftTokens.Kind]) -> Bool {
        index >= 4 && tokens[index - 4] == .word("target")
    }
}
