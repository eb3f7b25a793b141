import Formats
import Storage

/// Reads a source again as it was read when it came: the same bytes, profile, encoding and zone.
struct Rereading {
    let row: SourceRow

    /// What the bytes hold, counted; `step` is called after every batch.
    func counts(_ bytes: ByteStream, step: () -> Void) throws -> SourceCounts {
        let plan = try row.plan()
        var source = try FactSources.make(plan, bytes, scope: row.source.id, authority: row.source.authority)
        var interner = Interner(normalise: Normaliser(country: plan.country).read)
        var tally = FactTally()
        var facts = FactBatch()
        while try source.read(into: &facts, &interner) {
            _ = tally.add(facts, &interner)
            facts = FactBatch()
            step()
        }
        return tally.total(interner)
    }
}
