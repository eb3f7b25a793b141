import Linkage

/// What stands: units, what people have decided of them, and who is therefore proposed to be one.
///
/// A model is learned from the units of the sources that came first, up to a milestone; what came after is linked against them one
/// by one, without a rerun. Milestones depend on nothing but how many units there are, so that an index that has grown and one
/// that is made anew say the same.
struct LinkStand: Sendable {
    private let form: LinkForm
    private var index: LinkageIndex?
    private var base: [String: [String]] = [:]
    private var held: [String: [String]] = [:]
    private var judged: Set<Judgement> = []
    private(set) var threshold: Threshold?
    private(set) var settings: Settings?

    init(_ form: LinkForm) { self.form = form }

    /// Takes in how things are now.
    ///
    /// - Parameters:
    ///   - units: all there are; those of earlier sources first.
    ///   - judgements: what people have decided of units.
    mutating func follow(_ units: [LinkUnit], _ judgements: Set<Judgement>) throws {
        let taught = Self.milestone(units)
        let rows = Dictionary(units.map { ($0.id, $0.row) }) { first, _ in first }
        let learned = Dictionary(taught.map { ($0.id, $0.row) }) { first, _ in first }
        if index == nil || learned != base {
            try learn(taught)
            (base, held, judged) = (learned, learned, [])
        }
        for id in held.keys.sorted() where rows[id] != held[id] { _ = index?.remove(id) }
        for unit in units where held[unit.id] != unit.row {
            let record = record(unit)
            _ = index?.add(record)
        }
        held = rows
        for judgement in judged.subtracting(judgements) { _ = index?.withdraw(judgement) }
        for judgement in judgements.subtracting(judged) { _ = index?.judge(judgement) }
        judged = judgements
    }

    private mutating func learn(_ units: [LinkUnit]) throws {
        var table = Table(columns: form.columns.map(\.name))
        for unit in units { table.append(id: unit.id, fields: unit.row) }
        var linker = try Linker(table, form.settings(records: units.count))
        // What is brought together here is about the same people: of ten records one has a counterpart at least. Without that,
        // few records teach that next to nobody has one.
        let least = Self.counterparts * 2 / Double(max(units.count - 1, 1))
        if let prior = linker.settings.prior, prior < least {
            var settings = linker.settings
            settings.prior = min(least, 0.5)
            linker = try Linker(table, settings)
        }
        (index, threshold, settings) = (LinkageIndex(linker), linker.threshold, linker.settings)
    }

    private static let counterparts = 0.1

    private func record(_ unit: LinkUnit) -> Linkage.Record {
        let fields = zip(form.columns, unit.row).map { ($0.0.name, $0.1) }
        return Linkage.Record(id: unit.id, fields: Dictionary(fields) { first, _ in first })
    }

    /// The units of the earliest sources that are enough to learn from: as many as the last step of a ladder that grows by half
    /// each time, so that learning again costs little for each unit.
    private static func milestone(_ units: [LinkUnit]) -> [LinkUnit] {
        var step = 500
        guard units.count > step else { return units }
        while step * 3 / 2 <= units.count { step = step * 3 / 2 }
        let order = units.enumerated().sorted {
            ($0.element.mentions[0].sources[0], $0.offset) < ($1.element.mentions[0].sources[0], $1.offset)
        }
        let last = order[step - 1].element.mentions[0].sources[0]
        return order.prefix { $0.element.mentions[0].sources[0] <= last }.map(\.element)
    }

    /// The groups of units that the machine takes for one, units by their ids: with what people have decided of them.
    func clusters() -> [[String]] { index?.clusters().map(\.members) ?? [] }

    /// Why two units have the score that they have.
    func explanation(_ a: String, _ b: String) -> Explanation? { index?.explanation(a, b) }
}
