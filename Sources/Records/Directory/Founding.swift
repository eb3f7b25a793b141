import Access
import Ledger
import Storage

/// The first day: the organisations, units and postings with which a new Daybreak begins.
///
/// It is the one time that people are given rights without two approvers of two organisations, because there is nobody yet
/// who could approve. It happens once, and the ledger's first entries say so.
public struct Founding: Sendable {
    /// The organisations.
    public var organisations: [Organisation]
    /// Their units.
    public var units: [Unit]
    /// Who serves in them.
    public var postings: [Posting]

    /// Makes a founding.
    public init(organisations: [Organisation], units: [Unit] = [], postings: [Posting]) {
        self.organisations = organisations
        self.units = units
        self.postings = postings
    }
}

extension Desk {
    /// Founds a new Daybreak. Throws `refused` where anything has been founded before.
    ///
    /// Returns the ids of the postings, in their order.
    public func found(_ founding: Founding) async throws -> [RecordID] {
        try await database.write { connection in
            try connection.lock("founding")
            guard try connection.row("SELECT 1 FROM record LIMIT 1") == nil else {
                throw DeskError.refused(guard: "records.guard.not-yet-founded", requirement: "F13")
            }
            for organisation in founding.organisations {
                try found(organisation, .active, .found, organisation.name, connection)
            }
            for unit in founding.units { try found(unit, .active, .found, unit.organisation, connection) }
            return try founding.postings.map {
                try found($0, .active, .propose, $0.organisation, connection)
            }
        }
    }

    @discardableResult private func found<R: Record>(
        _ record: R, _ state: R.State, _ action: R.Action, _ organisation: String, _ connection: any Writing
    ) throws -> RecordID {
        let (id, now) = (newID(), now())
        let viewer = Viewer(
            name: "", standing: Standing(account: "", role: .sysadmin, organisation: organisation), labels: [])
        let opened = Past(action: action.rawValue, account: "", organisation: organisation, at: now)
        let draft = Draft<R>(
            record: record, before: [:], document: try record.document(), state: state, transition: R.lifecycle.opening,
            opened: opened, reason: "", now: now)
        let stored = try store(
            draft, try nextNumber(connection), 1, action.rawValue, id, viewer, Sealing(), connection)
        try Ledger.append(
            [
                Ledger.Entry(
                    .configuration, by: viewer.standing, at: now, of: R.type.name, id, version: 1, action: "found",
                    content: MerkleHash(stored))
            ], to: connection)
        return id
    }
}
