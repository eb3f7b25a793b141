/// Mentions that are the same to the letter in all that is compared, as one record: a trader who crosses the border every day
/// is looked at once. Nothing is merged by that; a proposal holds them all.
struct LinkUnit: Sendable {
    /// The public id of its first mention.
    var id: String
    /// The row that is compared.
    var row: [String]
    /// The mentions, the first first.
    var mentions: [Mention]

    var first: Int { mentions[0].entity }
    var sources: Set<Int> { Set(mentions.flatMap(\.sources)) }
}

/// The units of some mentions, in the order of their first mentions.
struct LinkUnits: Sendable {
    private(set) var list: [LinkUnit] = []

    /// - Parameters:
    ///   - mentions: ascending.
    ///   - form: how they are compared.
    ///   - isUsed: whether an identifier says anything: stop-listed ones, and those that very many have, do not.
    ///   - isAlone: entities about which it was decided that they are not the same as others, or not known to be: each stands by
    ///     itself.
    init(_ mentions: [Mention], _ form: LinkForm, isUsed: (Mention.Held) -> Bool, isAlone: (Int) -> Bool) {
        var places: [[String]: Int] = [:]
        for mention in mentions {
            var compared = mention
            compared.held = mention.held.filter(isUsed)
            let row = form.row(compared)
            let key = [String(mention.sources[0]), mention.isAtRisk ? "1" : "0"] + row
            if !isAlone(mention.entity), let place = places[key] {
                list[place].mentions.append(mention)
            } else {
                if !isAlone(mention.entity) { places[key] = list.count }
                list.append(LinkUnit(id: mention.pid, row: row, mentions: [mention]))
            }
        }
    }

    /// Identifiers that say nothing: those that more people of different names have than can share one.
    static func crowded(_ mentions: [Mention]) -> Set<Int> {
        var names: [Int: Set<String>] = [:]
        for mention in mentions {
            for held in mention.held where names[held.entity, default: []].count <= LinkRules.holderCap {
                names[held.entity, default: []].insert(mention.title)
            }
        }
        return Set(names.filter { $0.value.count > LinkRules.holderCap }.keys)
    }
}
