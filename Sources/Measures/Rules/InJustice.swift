public import Values

/// M17-M21, M30: what came of it in court, and what it cost those who helped.
public enum InJustice {
    /// M17, R198: convicted of the first two tiers, of all convicted.
    public static func higherUp(tiers: [Int]) -> Proportion? { Proportion(tiers.count { $0 <= 2 }, of: tiers.count) }

    /// M17: of those charged in a cohort, convicted within 36 months. A cohort that is younger has no number yet.
    public static func cohort(_ charged: [(charged: Day, convicted: Day?)], today: Day) -> Proportion? {
        guard charged.allSatisfy({ $0.charged.adding(months: 36) <= today }) else { return nil }
        return Proportion(
            charged.count { entry in entry.convicted.map { $0 <= entry.charged.adding(months: 36) } ?? false },
            of: charged.count)
    }

    /// M18, R034: admissible items that are no testimony; elements with one; cases that have nothing but testimony.
    public static func evidence(
        items: (other: Int, all: Int), elements: (other: Int, all: Int), cases: (testimonyOnly: Int, all: Int)
    ) -> (items: Proportion?, elements: Proportion?, testimonyOnly: Proportion?) {
        (
            Proportion(items.other, of: items.all), Proportion(elements.other, of: elements.all),
            Proportion(cases.testimonyOnly, of: cases.all)
        )
    }

    /// M19, R157: interviews, repeats twice, days in court, months in a shelter twice; the middle over consenting witnesses.
    public static func burden(_ witnesses: [(interviews: Int, repeats: Int, courtDays: Int, months: Int)]) -> Median? {
        Median(witnesses.map { $0.interviews + 2 * $0.repeats + $0.courtDays + 2 * $0.months })
    }

    /// M20, R164: operations with any sign of a broker whose linkage was investigated to a result within ninety days.
    public static func brokers(_ resultAfterDays: [Int?]) -> Proportion? {
        Proportion(resultAfterDays.count { $0.map { $0 <= 90 } ?? false }, of: resultAfterDays.count)
    }

    /// M21, R158: brokers and exploiters identified, for each person at risk identified.
    public static func balance(subjects: Int, persons: Int) -> Ratio? { Ratio(subjects, of: persons) }

    /// M30, R117: suspects who admit within thirty days, of those arrested, by what was known before (band of sufficiency).
    public static func earlyCooperation(_ arrested: [(sufficiency: Int, admittedAfterDays: Int?)]) -> [Int: Proportion]
    {
        Dictionary(grouping: arrested) { $0.sufficiency / 20 * 20 }.compactMapValues { band in
            Proportion(band.count { $0.admittedAfterDays.map { $0 <= 30 } ?? false }, of: band.count)
        }
    }
}
