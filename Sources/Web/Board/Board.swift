import Records

/// What waits for the viewer: deadlines, notices, approvals, broken glasses. Everything on it is a view.
struct Board: Sendable {
    var scope: BoardScope = .mine
    var now = 0
    var due: [Deadline] = []
    var notices: [Notice] = []
    /// What the viewer could approve, and what they have asked for themselves.
    var requests: [ApprovalRequest] = []
    var own: [ApprovalRequest] = []
    var glasses: [BrokenGlass] = []
    var names: [String: String] = [:]
    /// The types whose records are moved by their rooms.
    var rooms: Set<String> = []

    /// Whether nothing waits.
    var isEmpty: Bool { due.isEmpty && notices.isEmpty && requests.isEmpty && own.isEmpty && glasses.isEmpty }

    /// What waits for whoever asks.
    static func load(_ scope: BoardScope, _ visit: Visit) async throws -> Board {
        let (desk, viewer) = (visit.book.desk, visit.viewer)
        var board = Board(scope: scope, now: visit.now)
        board.due = try await desk.due(scope, as: viewer)
        board.notices = try await desk.notices(as: viewer)
        board.requests = try await desk.requests(as: viewer)
        board.own = try await desk.ownRequests(as: viewer)
        board.glasses = try await desk.brokenGlasses(as: viewer)
        board.rooms = Set(visit.book.declarations.filter { !$0.isActedOn }.map(\.name))
        let people =
            board.due.map(\.owner) + (board.requests + board.own).map(\.account) + board.glasses.map(\.account)
        board.names = try await desk.names(of: Set(people))
        return board
    }
}
