/// Looks for typologies in transfers.
///
///     let found = try Typologies(transfers)
///     for hit in found.hits { print(hit.typology, hit.score, hit.accounts) }
///
/// Every hit says how many like it chance would make in the whole table, from the accounts' own habits and from how common such
/// amounts are; so shops, banks and other busy accounts do not stand out by being busy. Of each typology as many hits are kept
/// as leave no more than `falseShare` of them to chance (Benjamini and Hochberg 1995).
public struct Typologies: Sendable {
    /// The hits, the least likely by chance first.
    public let hits: [TypologyHit]

    /// Looks for them. Throws `CancellationError` when the work is stopped.
    public init(
        _ transfers: Transfers, _ options: TypologyOptions = TypologyOptions(), work: Work = .quiet
    ) throws(CancellationError) {
        let context = MoneyContext(transfers, options)
        let wanted = options.wanted
        var found: [TypologyHit] = []
        if wanted.contains(.cycle) {
            var cycles = Cycles(context)
            found += try cycles.hits(work)
        }
        if !wanted.isDisjoint(with: [.layering, .scatterGather]) {
            let handings = try context.handings(work)
            // A row that is part of a cycle is told about once.
            let round = Set(found.flatMap(\.transfers))
            if wanted.contains(.layering) {
                found += Layering(context, handings).hits().filter { !round.isSuperset(of: $0.transfers) }
            }
            if wanted.contains(.scatterGather) { found += ScatterGather(context: context, handings: handings).hits() }
        }
        found += try Self.fans(context, work)
        if wanted.contains(.passThrough) { found += try PassThrough(context: context).hits(work) }
        if wanted.contains(.structuring) { found += try Structuring(context: context).hits(work) }
        let habits = AccountHabits(context: context)
        if wanted.contains(.roundSums) { found += habits.roundSums() }
        if wanted.contains(.dormant) { found += habits.dormant() }
        if wanted.contains(.sharedDevice) { found += habits.sharedDevices() }
        hits = Self.kept(found, options)
    }

    private static func fans(_ context: MoneyContext, _ work: Work) throws(CancellationError) -> [TypologyHit] {
        let wanted = context.options.wanted
        guard !wanted.isDisjoint(with: [.fanIn, .fanOut, .gatherScatter, .splitting]) else { return [] }
        let splits = Splits(context)
        var hits = wanted.contains(.splitting) ? splits.hits() : []
        guard !wanted.isDisjoint(with: [.fanIn, .fanOut, .gatherScatter]) else { return hits }
        var into = Fans(context, context.received, splits, looksForAlike: true)
        var out = Fans(context, context.paid, splits, looksForAlike: false)
        let (fansIn, fansOut) = (try into.all(work), try out.all(work))
        if wanted.contains(.fanIn) { hits += into.hits(fansIn, .fanIn) }
        if wanted.contains(.fanOut) { hits += out.hits(fansOut, .fanOut) }
        if wanted.contains(.gatherScatter) { hits += GatherScatter(context: context).hits(fansIn, fansOut) }
        return hits
    }

    private static func kept(_ found: [TypologyHit], _ options: TypologyOptions) -> [TypologyHit] {
        var kept: [TypologyHit] = []
        for typology in Typology.allCases {
            let sorted = found.filter { $0.typology == typology }.sorted(by: isBefore)
            let last = sorted.indices.last {
                sorted[$0].expected <= Chance.log10(options.falseShare * Double($0 + 1))
            }
            kept += sorted.prefix((last ?? -1) + 1)
        }
        return kept.sorted(by: isBefore)
    }

    private static func isBefore(_ one: TypologyHit, _ other: TypologyHit) -> Bool {
        one.expected != other.expected
            ? one.expected < other.expected
            : (one.typology.rawValue, one.transfers.first ?? 0, one.accounts.first ?? 0)
                < (other.typology.rawValue, other.transfers.first ?? 0, other.accounts.first ?? 0)
    }
}
