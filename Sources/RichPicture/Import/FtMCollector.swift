import Formats

/// Turns FollowTheMoney entities into facts, value by value, whether they come whole (JSON lines) or one statement at a
/// time (CSV).
///
/// What stands for itself is stated at once. What is made of several values (an account and its number, the two ends of
/// a directorship) waits until the end of the file, because a statement's neighbours may be anywhere in it.
struct FtMCollector {
    /// An entity that waits.
    struct Waiting {
        var schema: String
        var line: Int
        var values: [String: [String]] = [:]

        var identified: FtMMapping.Identified? {
            FtMMapping.identified(by: schema, service: values["service"]?.first)
        }
    }

    let context: ImportContext
    private(set) var things: [String: EntityRef] = [:]
    private var waiting: [String: Waiting] = [:]
    private var order: [String] = []

    init(context: ImportContext) { self.context = context }

    /// Adds one value of an entity.
    mutating func add(
        id: String, schema: String, property: String, value: String, language: String?, line: Int,
        _ facts: inout FactBatch, _ interner: inout Interner
    ) {
        guard let kind = FtMMapping.kind(of: schema) else {
            if waiting[id] == nil { order.append(id) }
            waiting[id, default: Waiting(schema: schema, line: line)].values[property, default: []].append(value)
            return
        }
        let ref = thing(id, kind, line, &facts, &interner)
        if let (link, target) = FtMMapping.identifier(property, schema) {
            guard let object = interner.identifier(target, value) else {
                facts.statements.append(ref, .note, "\(property): \(value)", language: language, line: line)
                return
            }
            facts.touched.append((object, line))
            facts.statements.append(ref, link, to: object, line: line)
        } else {
            let known = FtMMapping.property(property)
            let text = known == nil ? "\(property): \(value)" : value
            facts.statements.append(ref, known ?? .note, text, language: language, line: line)
        }
    }

    /// Adds an entity of which nothing is said but that it is there.
    mutating func add(id: String, schema: String, line: Int, _ facts: inout FactBatch, _ interner: inout Interner) {
        if let kind = FtMMapping.kind(of: schema) {
            _ = thing(id, kind, line, &facts, &interner)
        } else if waiting[id] == nil {
            order.append(id)
            waiting[id] = Waiting(schema: schema, line: line)
        }
    }

    private mutating func thing(
        _ id: String, _ kind: EntityKind, _ line: Int, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> EntityRef {
        if let ref = things[id] { return ref }
        let ref = interner.ref(kind, key: "\(context.scope)/\(id)")
        things[id] = ref
        facts.touched.append((ref, line))
        return ref
    }

    /// States what waited.
    mutating func finish(_ facts: inout FactBatch, _ interner: inout Interner) {
        for id in order {
            guard let item = waiting[id], let kind = item.identified else { continue }
            identify(id, item, kind, &facts, &interner)
        }
        for id in order {
            guard let item = waiting[id], item.identified == nil else { continue }
            connect(item, &facts, &interner)
        }
        waiting = [:]
        order = []
    }

    // An account, plate, document or address: the identifier itself is the entity.
    private mutating func identify(
        _ id: String, _ item: Waiting, _ identified: FtMMapping.Identified, _ facts: inout FactBatch,
        _ interner: inout Interner
    ) {
        var value = identified.properties.lazy.compactMap { item.values[$0]?.first }.first ?? ""
        if let country = item.values["country"]?.first, country.utf8.count == 2, !value.contains(":") {
            value = "\(country):\(value)"
        }
        let ref =
            interner.identifier(identified.kind, value)
            ?? interner.ref(identified.kind, key: "\(context.scope)/\(id)")
        things[id] = ref
        facts.touched.append((ref, item.line))
        for (property, values) in item.values.sorted(by: { $0.key < $1.key })
        where !identified.properties.contains(property) {
            guard let known = FtMMapping.property(property) else { continue }
            for value in values { facts.statements.append(ref, known, value, line: item.line) }
        }
        for (property, link) in identified.holders {
            for holder in item.values[property] ?? [] {
                guard let person = things[holder] else { continue }
                facts.statements.append(person, link, to: ref, line: item.line)
            }
        }
    }

    // Two ends and what joins them, or an event between them.
    private func connect(_ item: Waiting, _ facts: inout FactBatch, _ interner: inout Interner) {
        if let kind = FtMMapping.event(of: item.schema) { return happen(kind, item, &facts, &interner) }
        guard let edge = FtMMapping.edge(of: item.schema, role: item.values["role"]?.first) else { return }
        for from in item.values[edge.from] ?? [] {
            for to in item.values[edge.to] ?? [] {
                guard let start = things[from], let end = things[to] else { continue }
                facts.statements.append(start, edge.property, to: end, line: item.line)
            }
        }
    }
}
