/// R176, RL-06: who is on a list of witnesses. Without the person's own consent, granted and standing, nobody is.
public struct WitnessList: Sendable {
    /// Somebody who could testify, and what was told of their consent.
    public struct Witness: Hashable, Sendable {
        /// A number.
        public var id: String
        /// Whether it is a person at risk.
        public var isPersonAtRisk: Bool
        /// When the consent to testify ends; nil without consent, refused or withdrawn.
        public var consentUntil: Int?

        /// A witness.
        public init(_ id: String, isPersonAtRisk: Bool, consentUntil: Int? = nil) {
            self.id = id
            self.isPersonAtRisk = isPersonAtRisk
            self.consentUntil = consentUntil
        }
    }

    /// The list that leaves: those who agreed, and others who are no persons at risk.
    public static func exported(_ witnesses: [Witness], now: Int) -> [Witness] {
        witnesses.filter { !$0.isPersonAtRisk || ($0.consentUntil.map { now < $0 } ?? false) }
    }
}
