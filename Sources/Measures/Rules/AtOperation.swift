import Foundation
public import Values

/// M07-M10, M14: at the operation.
public enum AtOperation {
    /// M07: places found empty, and how many one would expect because what was known had become old.
    ///
    /// - Parameters:
    ///   - decay: how fast a place moves, per day.
    ///   - ages: days since the last check of each place before its entry.
    /// - Returns: the share of empty places and what is above the expected share.
    public static func emptySites(_ empty: Int, ages: [Int], decay: Double) -> (share: Proportion, excess: Double)? {
        guard let share = Proportion(empty, of: ages.count), let expected = expectedEmpty(ages: ages, decay: decay)
        else {
            return nil
        }
        return (share, Double(empty) / Double(ages.count) - expected)
    }

    /// The mean of 1 − e^(−decay · age).
    public static func expectedEmpty(ages: [Int], decay: Double) -> Double? {
        guard !ages.isEmpty else { return nil }
        return ages.reduce(0) { $0 + 1 - exp(-decay * Double($1)) } / Double(ages.count)
    }

    /// What came of an operation with entry.
    public struct Entry: Hashable, Sendable {
        /// Somebody suspected was arrested.
        public var hasArrest: Bool
        /// Something was seized.
        public var hasSeizure: Bool
        /// Somebody was brought to safety.
        public var hasRemoval: Bool
        /// People at the scene who were not on the roster.
        public var outsiders: Int
        /// Persons arrested for papers or stay. The aim is none.
        public var immigrationArrests: Int
        /// Minutes from securing the scene to the separation of suspects, and to arrival at the safe site.
        public var separationMinutes: Int?
        /// The same, to the safe site.
        public var removalMinutes: Int?

        /// An operation.
        public init(
            hasArrest: Bool, hasSeizure: Bool, hasRemoval: Bool, outsiders: Int = 0, immigrationArrests: Int = 0,
            separationMinutes: Int? = nil, removalMinutes: Int? = nil
        ) {
            self.hasArrest = hasArrest
            self.hasSeizure = hasSeizure
            self.hasRemoval = hasRemoval
            self.outsiders = outsiders
            self.immigrationArrests = immigrationArrests
            self.separationMinutes = separationMinutes
            self.removalMinutes = removalMinutes
        }
    }

    /// M08: operations with all three objectives met.
    public static func allThree(_ entries: [Entry]) -> Proportion? {
        Proportion(entries.count { $0.hasArrest && $0.hasSeizure && $0.hasRemoval }, of: entries.count)
    }

    /// M09: outsiders at scenes, for each operation. The aim is none.
    public static func breaches(_ entries: [Entry]) -> Ratio? {
        Ratio(entries.reduce(0) { $0 + $1.outsiders }, of: entries.count)
    }

    /// M10: minutes to separation and to the safe site, the middle and the worst.
    public static func times(_ entries: [Entry]) -> (separation: Median?, removal: Median?) {
        (Median(entries.compactMap(\.separationMinutes)), Median(entries.compactMap(\.removalMinutes)))
    }

    /// M14: arrests for papers or stay at operations.
    public static func immigrationArrests(_ entries: [Entry]) -> Int {
        entries.reduce(0) { $0 + $1.immigrationArrests }
    }
}
