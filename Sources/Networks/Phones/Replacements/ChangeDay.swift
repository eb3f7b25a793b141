/// A day on which phones were replaced.
public struct ChangeDay: Sendable, Hashable {
    /// The first moment of the day, ms since 1970 UTC.
    public let start: Int64
    /// How many phones were replaced on it.
    public let count: Int

    /// The days of change, the one with most phones first; days are those of a zone so many ms ahead of UTC.
    public static func days(_ pairs: [Replacement], zoneOffset: Int64 = 0) -> [ChangeDay] {
        var counts: [Int64: Int] = [:]
        for pair in pairs { counts[(pair.evidence.newFrom + zoneOffset).quotient(by: 86_400_000), default: 0] += 1 }
        return counts.map { ChangeDay(start: $0.key * 86_400_000 - zoneOffset, count: $0.value) }
            .sorted { ($1.count, $0.start) < ($0.count, $1.start) }
    }
}
