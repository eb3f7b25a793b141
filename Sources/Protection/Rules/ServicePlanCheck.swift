public import Values
import Words

/// R150: a plan of help rests on what the person said that they need, one by one.
public enum ServicePlanCheck {
    /// Kinds of help in the plan that rest on no need that was written down, nor on the person's own wish.
    public static func shortcomings(
        _ codes: [String], needs: Set<Need>, wishes: Set<String>, _ catalogue: ServiceCatalogue
    ) -> [Reason] {
        codes.compactMap { code in
            let option = catalogue.all.first { $0.code == code }
            guard option.map({ $0.answers.isDisjoint(with: needs) }) ?? true, !wishes.contains(code) else { return nil }
            return Reason("R150", Phrase("protection.no-need-cited", ["service": code]))
        }
    }
}

/// R180: what follows when somebody declines to be screened. Nothing is taken away.
public enum ScreeningDecline {
    /// What is offered then.
    public enum Offer: String, CaseIterable, Sendable, Codable { case information, safeContact, allServices }

    /// All of it, whatever the reason, also without one.
    public static func offers(reason: String?) -> [Offer] { Offer.allCases }

    /// Reasons as they may be counted: each with eleven people at least, the rest together.
    public static func counted(_ reasons: [String]) -> (shown: [String: Int], rest: Int) {
        let counts = Dictionary(grouping: reasons) { $0 }.mapValues(\.count)
        let shown = counts.filter { $0.value >= 11 }
        return (shown, reasons.count - shown.values.reduce(0, +))
    }
}
