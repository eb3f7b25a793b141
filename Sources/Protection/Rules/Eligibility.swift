/// What a person is offered (R166, R167, RL-03).
///
/// There is no input here for cooperation, testimony, papers, nationality or status, and there must never be one: what
/// cannot be told cannot be held against anybody. Needs decide the order of the list, never its content.
public enum Eligibility {
    /// A kind of help as it is shown to the person.
    public struct Offer: Hashable, Sendable {
        /// What it is.
        public let option: HelpOption
        /// The person has named a need that it answers.
        public let isNamed: Bool
        /// There is a provider in the area; when not, one is looked for elsewhere.
        public let isNear: Bool
    }

    /// Everything that exists, what answers a named need first.
    public static func offers(needs: Set<Need>, near: Set<String>, _ catalogue: ServiceCatalogue) -> [Offer] {
        let offers = catalogue.all.map { option in
            Offer(
                option: option, isNamed: !option.answers.isDisjoint(with: needs), isNear: near.contains(option.code))
        }
        return offers.filter(\.isNamed) + offers.filter { !$0.isNamed }
    }

    /// R153: how many of all kinds of help were shown, as a share of the catalogue.
    public static func coverage(shown: Set<String>, _ catalogue: ServiceCatalogue) -> (shown: Int, of: Int) {
        (catalogue.all.count { shown.contains($0.code) }, catalogue.all.count)
    }
}
