/// A day on which phones were replaced.
public struct ChangeDay: Sendable, Hashable {
    /// The first moment of the day, ms since 1970 UTC.
    public let start: Int64
    /// How many phones were replaced on it.
    public let count: Int

    /// The days of change, the one with most phones first; days are those of a zone so many ms ahead of UTC.
    ///
    /// A phone is replaced somewhere between the last call of the old one and the first of the new one. Phones whose
    /// intervals have a moment in common are held to have been replaced together, on the day of the first new call.
    public static func days(_ pairs: [Replacement], zoneOffset: Int64 = 0) -> [ChangeDay] {
        // Whoever speaks on both for a while has changed when the new one began.
        var left = pairs.map { pair in
            (from: min(pair.evidence.oldUntil, pair.evidence.newFrom), until: pair.evidence.newFrom)
        }
        var counts: [Int64: Int] = [:]
        while !left.isEmpty {
            // The most intervals have in common a moment at which one of them ends.
            let covers = left.map { end in left.count { $0.from <= end.until && end.until <= $0.until } }
            let most = covers.max() ?? 0
            guard let moment = left.indices.filter({ covers[$0] == most }).map({ left[$0].until }).min() else { break }
            counts[(moment + zoneOffset).quotient(by: 86_400_000), default: 0] += most
            left.removeAll { $0.from <= moment && moment <= $0.until }
        }
        return counts.map { ChangeDay(start: $0.key * 86_400_000 - zoneOffset, count: $0.value) }
            .sorted { ($1.count, $0.start) < ($0.count, $1.start) }
    }
}
