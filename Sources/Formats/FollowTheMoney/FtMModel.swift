/// The vocabulary of FollowTheMoney: which schemata there are, what each *is*, and which properties it takes.
///
///     FtMModel.standard.schema("Person")?.type(of: "birthDate")   // "date"
public struct FtMModel: Sendable {
    /// One kind of thing or link, with what it inherits.
    public struct Schema: Sendable {
        /// The name, such as `Company`.
        public let name: String
        /// Whether it only gathers what its heirs share, as `Thing` does.
        public let isAbstract: Bool
        /// The properties that hold the two ends, when the schema is a link between two entities.
        public let edge: FtMEdge?
        /// The names of all schemata that this one is, itself included.
        public let ancestry: Set<String>
        let types: [String: String]

        /// The type of a property's values, such as `name`, `date` or `entity`; `nil` when there is no such property.
        public func type(of property: String) -> String? { types[property] }

        /// Whether this schema is the given one or descends from it.
        public func isA(_ name: String) -> Bool { ancestry.contains(name) }

        /// The names of all its properties, sorted.
        public var properties: [String] { types.keys.sorted() }
    }

    /// The version of the Python package `followthemoney` whose model this is.
    public static let version = "4.11.2"

    /// The model that this program knows.
    public static let standard = FtMModel(table: table)

    private let schemata: [String: Schema]

    /// A schema by its name, or `nil`.
    public func schema(_ name: String) -> Schema? { schemata[name] }

    /// The names of all schemata, sorted.
    public var names: [String] { schemata.keys.sorted() }

    /// The schema that a misspelt name most likely means: the same letters in another case.
    func near(_ name: String) -> String? {
        names.first { $0.lowercased() == name.lowercased() }
    }

    /// Reads the table of `FtMTable.swift`.
    init(table: String) {
        var entries: [String: FtMTableEntry] = [:]
        var entry = FtMTableEntry()
        for word in table.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) {
            if word == "schema" {
                entries[entry.name] = entry
                entry = FtMTableEntry()
            } else {
                entry.take(word)
            }
        }
        entries[entry.name] = entry
        entries[""] = nil
        schemata = entries.mapValues { $0.schema(among: entries) }
    }
}

/// The two ends of a link.
public struct FtMEdge: Hashable, Sendable {
    /// The property that holds where the link starts, such as `owner`.
    public let source: String
    /// The property that holds where the link leads, such as `asset`.
    public let target: String
}

/// One schema of the table, before it has inherited.
private struct FtMTableEntry {
    private enum Part {
        case name, parents, edge, properties(String)
    }

    var name = ""
    private var isAbstract = false
    private var parents: [String] = []
    private var ends: [String] = []
    private var types: [String: String] = [:]
    private var part = Part.name

    mutating func take(_ word: String) {
        if word.hasSuffix(":") {
            part = .properties(String(word.dropLast()))
            return
        }
        switch (part, word) {
        case (.properties(let type), _): types[word] = type
        case (_, "is"): part = .parents
        case (_, "edge"): part = .edge
        case (_, "abstract"): isAbstract = true
        case (.name, _): name = word
        case (.parents, _): parents.append(word)
        case (.edge, _): ends.append(word)
        }
    }

    func schema(among entries: [String: FtMTableEntry]) -> FtMModel.Schema {
        var ancestry: Set<String> = []
        var types: [String: String] = [:]
        inherit(from: entries, &ancestry, &types)
        let edge = ends.count == 2 ? FtMEdge(source: ends[0], target: ends[1]) : nil
        return FtMModel.Schema(name: name, isAbstract: isAbstract, edge: edge, ancestry: ancestry, types: types)
    }

    private func inherit(
        from entries: [String: FtMTableEntry], _ ancestry: inout Set<String>, _ types: inout [String: String]
    ) {
        guard ancestry.insert(name).inserted else { return }
        types.merge(self.types) { heir, _ in heir }
        for parent in parents { entries[parent]?.inherit(from: entries, &ancestry, &types) }
    }
}
