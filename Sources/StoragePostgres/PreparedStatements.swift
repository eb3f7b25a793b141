import CLibPQ
import Storage

/// The statements that a connection has prepared, by their text and the types of their values.
///
/// The server must know the type of each value when it prepares. A `NULL` fits any type; so a statement that was prepared
/// with types serves again when some values are `NULL`, and one text has a few variants at the most.
struct PreparedStatements {
    private struct Variant {
        var name: String
        var types: [Oid]

        func serves(_ wanted: [Oid]) -> Bool { zip(types, wanted).allSatisfy { $1 == 0 || $0 == $1 } }
    }

    /// After this many texts new ones are no longer kept under names of their own: the last name is used again.
    static let limit = 500

    private var variants: [String: [Variant]] = [:]
    private var count = 0

    /// The name of the prepared statement; calls `prepare` with a name, the text and types when there is none yet.
    mutating func name(
        for text: String, _ types: [Oid], prepare: (String, String, [Oid]) throws -> Void
    ) throws -> String {
        let known = variants[text] ?? []
        if let variant = known.first(where: { $0.serves(types) }) { return variant.name }
        guard count < Self.limit else {
            try prepare("", text, types)  // The unnamed statement, which the next one replaces.
            return ""
        }
        // Where this one has NULL, take the type that another call had there.
        let merged = types.indices.map { at in
            types[at] != 0 ? types[at] : known.lazy.map { $0.types[at] }.first { $0 != 0 } ?? 0
        }
        count += 1
        let name = "s\(count)"
        try prepare(name, text, merged)
        variants[text, default: []].append(Variant(name: name, types: merged))
        return name
    }
}
