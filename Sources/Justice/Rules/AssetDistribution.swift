public import Values
public import Words

/// How what was taken from a crime is paid out (R168, R170; SM13). Every unit is accounted for.
public struct AssetDistribution: Hashable, Sendable {
    /// What gives the title to pay.
    public enum Title: Hashable, Sendable {
        case confiscationOrder(number: String)
        /// The State pays before there is an order, and takes its place.
        case stateAdvance(number: String)
    }

    /// Somebody with a claim.
    public struct Claim: Hashable, Sendable {
        /// A number.
        public var id: String
        /// How much.
        public var amount: Amount
        /// Whether it is an award to a person at risk.
        public var isAward: Bool

        /// A claim.
        public init(_ id: String, _ amount: Amount, isAward: Bool) {
            self.id = id
            self.amount = amount
            self.isAward = isAward
        }
    }

    /// Why nothing can be paid.
    public enum Problem: Explained, Equatable {
        case noTitle, oneApprover, openThirdParty
        case amounts(Amount.Problem)
        case negative(String)
        case claimTwice(String)

        /// The problem in words.
        public var phrase: Phrase {
            switch self {
            case .noTitle: Phrase("justice.no-title")
            case .oneApprover: Phrase("justice.one-approver")
            case .openThirdParty: Phrase("justice.third-party-open")
            case .amounts(let problem): problem.phrase
            case .negative(let id): Phrase("justice.negative-claim", ["claim": id])
            case .claimTwice(let id): Phrase("justice.claim-twice", ["claim": id])
            }
        }
    }

    /// What each claim is paid.
    public let payments: [String: Amount]
    /// What goes to the State.
    public let remainder: Amount

    /// Distributes what was realised. Awards to persons at risk come first where the law says so; where there is not enough,
    /// each has its share, and the last units go to the largest fractions.
    public init(
        realised: Amount, claims: [Claim], title: Title?, approvers: Set<String>, hasOpenThirdParty: Bool,
        in law: Jurisdiction
    ) throws(Problem) {
        guard let title, Self.isNamed(title) else { throw .noTitle }
        guard approvers.count >= 2 else { throw .oneApprover }
        guard !hasOpenThirdParty else { throw .openThirdParty }
        guard realised.minor >= 0 else { throw .negative("") }
        if let bad = claims.first(where: { $0.amount.minor < 0 }) { throw .negative(bad.id) }
        do { _ = try Amount.sum(claims.map(\.amount), in: realised.currency) } catch { throw .amounts(error) }
        var left = realised.minor
        var paid: [String: Amount] = [:]
        let rounds = law.paysPersonsFirst ? [claims.filter(\.isAward), claims.filter { !$0.isAward }] : [claims]
        for round in rounds {
            for (claim, minor) in zip(round, Self.shares(of: left, for: round.map(\.amount.minor))) {
                guard paid.updateValue(Amount(minor, realised.currency), forKey: claim.id) == nil else {
                    throw .claimTwice(claim.id)
                }
            }
            left = realised.minor - paid.values.reduce(0) { $0 + $1.minor }
        }
        payments = paid
        remainder = Amount(left, realised.currency)
    }

    private static func isNamed(_ title: Title) -> Bool {
        switch title {
        case .confiscationOrder(let number), .stateAdvance(let number): !number.isEmpty
        }
    }

    // All of it when there is enough; else proportional, largest remainders first, of equals the earlier claim.
    private static func shares(of total: Int, for claims: [Int]) -> [Int] {
        let sum = claims.reduce(0, +)
        guard sum > total else { return claims }
        let parts = claims.map { Int128($0) * Int128(total) }
        var shares = parts.map { Int($0 / Int128(sum)) }
        let order = parts.indices.sorted { left, right in
            (parts[right] % Int128(sum), left) < (parts[left] % Int128(sum), right)
        }
        for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
        return shares
    }
}
