public import Values
import Words

/// R082, R107: how long somebody stays, and what a move needs (SM16).
public struct PostingTerm: Hashable, Sendable {
    /// Why somebody leaves a post.
    public enum Ground: String, CaseIterable, Sendable, Codable {
        case promotion, request, discipline, operational, health, rotationDue, integrity
    }

    /// Months that a specialist stays at least, unless a post says otherwise (a proposal).
    public static let usualMonths = 36

    /// The first day.
    public var start: Day
    /// Months that the post asks for.
    public var minimumMonths: Int
    /// Open cases that are still in these hands.
    public var openCases: Int

    /// A posting.
    public init(start: Day, minimumMonths: Int = usualMonths, openCases: Int = 0) {
        self.start = start
        self.minimumMonths = minimumMonths
        self.openCases = openCases
    }

    /// The first day on which somebody may move without giving a reason.
    public var freeFrom: Day { start.adding(months: minimumMonths) }

    /// Why a move cannot be on a day. For integrity it is at once, and no reason is shown.
    public func refusals(
        leaving day: Day, ground: Ground?, reason: String, isSignedByHead: Bool, isHandedOver: Bool
    ) -> [Reason] {
        guard ground != .integrity else { return [] }
        var reasons: [Reason] = []
        if day < freeFrom {
            reasons.require(
                ground != nil && ground != .rotationDue && !reason.isEmpty, "R082",
                Phrase("capacity.early-without-reason", ["day": freeFrom.description]))
            reasons.require(isSignedByHead, "R082", Phrase("capacity.early-without-head"))
        }
        reasons.require(openCases == 0 || isHandedOver, "R107", Phrase("capacity.not-handed-over"))
        return reasons
    }
}
