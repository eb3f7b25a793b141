/// R113: what one person does, where and until when. It holds nothing of anybody else.
public struct RoleCard: Hashable, Sendable, Codable {
    /// Whose card it is.
    public let member: String
    /// As what.
    public let capacity: String
    /// In which team.
    public let team: String?
    /// Who leads that team; nil for the leader's own card.
    public let leader: String?
    /// What exactly to do.
    public let tasks: [String]
}

extension OperationPlan {
    /// The card of a member; nil for somebody who is not on the roster.
    public func card(for id: String) -> RoleCard? {
        guard let member = members.first(where: { $0.id == id }) else { return nil }
        let leader = member.team.flatMap { leaders[$0] }
        return RoleCard(
            member: id, capacity: member.capacity.rawValue, team: member.team?.rawValue,
            leader: leader == id ? nil : leader, tasks: member.tasks)
    }
}
