public import Values
import Words

/// Which evidence supports which element of a charge (domain.md 5.5).
public struct ElementMatrix: Sendable {
    /// An item of evidence.
    public struct Item: Hashable, Sendable {
        /// Its number.
        public var id: String
        /// Whether it rests on what somebody tells.
        public var isTestimony: Bool
        /// Whether a court may use it.
        public var isAdmissible: Bool
        /// The elements that it supports.
        public var supports: Set<String>

        /// An item.
        public init(_ id: String, isTestimony: Bool, isAdmissible: Bool = true, supports: Set<String>) {
            self.id = id
            self.isTestimony = isTestimony
            self.isAdmissible = isAdmissible
            self.supports = supports
        }
    }

    /// What a dependence on testimony means (R192).
    public enum Warning: String, CaseIterable, Sendable, Codable { case none, warn, stopAndReview }

    /// The elements of the offence.
    public var elements: [String]
    /// The evidence.
    public var items: [Item]

    /// A matrix.
    public init(elements: [String], items: [Item]) {
        self.elements = elements
        self.items = items
    }

    private func support(_ element: String) -> [Item] {
        items.filter { $0.isAdmissible && $0.supports.contains(element) }
    }

    /// R046: elements with at least one admissible item, of all.
    public var coverage: Ratio? { Ratio(elements.count { !support($0).isEmpty }, of: elements.count) }

    /// R192: elements that rest on testimony alone, of those supported.
    public var testimonyDependence: Ratio? {
        let supported = elements.map(support).filter { !$0.isEmpty }
        return Ratio(supported.count { $0.allSatisfy(\.isTestimony) }, of: supported.count)
    }

    /// R034: admissible items that are no testimony, of all admissible.
    public var nonTestimonialShare: Ratio? {
        let admissible = items.filter(\.isAdmissible)
        return Ratio(admissible.count { !$0.isTestimony }, of: admissible.count)
    }

    /// From a half on a warning, from seven tenths on somebody looks again before the case goes on.
    public var warning: Warning {
        guard let dependence = testimonyDependence, let half = Ratio(1, of: 2), let most = Ratio(7, of: 10) else {
            return .none
        }
        return dependence >= most ? .stopAndReview : dependence >= half ? .warn : .none
    }

    /// Why a charge cannot be brought (SM8).
    ///
    /// - Parameter isReviewed: somebody else has looked at the dependence on testimony.
    public func refusalsToCharge(leastCoverage: Ratio, isReviewed: Bool) -> [Reason] {
        var reasons: [Reason] = []
        reasons.require((coverage ?? .zero) >= leastCoverage, "R046", Phrase("justice.elements-open"))
        reasons.require(warning != .stopAndReview || isReviewed, "R192", Phrase("justice.rests-on-testimony"))
        return reasons
    }
}
