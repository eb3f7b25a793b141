public import Access
import Ledger
import Storage
import Vault

/// Two people changed the same field of one record: what stands, and what the second wished, until a person decides.
public struct Conflict: Record {
    /// The states of its life.
    public enum State: String, RecordState { case open, settled }
    /// What may be done with it.
    public enum Action: String, RecordAction { case raise, settle }

    /// The type and id of the record, and the action that was wished for.
    public var type: String
    /// The public id of the record.
    public var record: RecordID
    /// The action that was wished for.
    public var action: String
    /// The version that the asker had before them, and the one that stood.
    public var base: Int
    /// The version that stood.
    public var current: Int
    /// The fields that both changed.
    public var fields: [String]
    /// The wish as JSON; sealed under the record's own key where that has sealed fields.
    public var edits: String
    /// Who wished it and who was first.
    public var asker: String
    /// Who was first.
    public var first: String
    /// The kind of the record.
    public var kindName: String
    /// The compartment of the record's own key, under which the wish and the reason of the decision are sealed; empty where
    /// they are not.
    public var compartment: String

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("conflict", kind: .usersConfig, orKinds: Kind.allCases)
    /// Its fields.
    public static let fields = [
        Field("type", .text), Field("record", .record("")), Field("action", .text), Field("base", .number),
        Field("current", .number), Field("fields", .list), Field("edits", .text, isInternal: true),
        Field("asker", .account), Field("first", .account),
        Field("kindName", .choice(Kind.allCases.map(\.name)), words: "kind"),
        Field("compartment", .text, isInternal: true),
    ]
    /// Its life.
    public static let lifecycle = Lifecycle<Conflict>(
        opening: Transition(
            .raise, to: .open, by: [],
            deadlines: [.opens(DeadlineRule("settle-conflict", lasts: 3 * .days, "design 3"))]),
        Transition(
            .settle, from: .open, to: .settled, by: Set(FineRole.allCases), as: .read,
            deadlines: [.meets("settle-conflict")], needsReason: true
        ) {
            Guard("records.guard.party-to-conflict", "design 3") {
                [$0.record.asker, $0.record.first].contains($0.viewer.standing.account)
            }
        })

    /// The row of the access matrix: that of the record.
    public var kind: Kind { Kind(name: kindName) ?? .usersConfig }

    /// The reason of the decision is sealed where the record has sealed fields.
    public static func sealsReason(of document: Document) -> Bool {
        guard case .text(let compartment)? = document["compartment"] else { return false }
        return !compartment.isEmpty
    }

    /// Who stands in which relation to it.
    public func terms(in state: State, opened: Past) -> Terms {
        let parties: [Principal] = [.account(asker), .account(first)]
        return Terms(assigned: parties, owners: parties)
    }
}

extension Desk {
    /// Keeps both wishes: what stands stays, what was asked becomes an item for a person. Returns its id.
    func keepConflict<R: Record>(
        _ performance: Performance<R>, _ sealing: Sealing, _ connection: any Writing
    ) throws -> RecordID {
        guard let row = try RecordRow.load(performance.id, type: R.type.name, connection) else {
            throw DeskError.notFound
        }
        let first = try author(of: performance, on: row, sealing, connection)
        let (id, viewer, now) = (newID(), performance.viewer, now())
        let wish = Tree.object(performance.asking.edits).bytes
        let address = Self.conflictAddress(id)
        let kept = try sealing.sealer.map { Hex.encode(try $0.seal(wish, at: address)) }
        let conflict = Conflict(
            type: R.type.name, record: performance.id, action: performance.action.rawValue,
            base: performance.asking.base ?? row.version, current: row.version,
            fields: performance.asking.edits.keys.sorted(), edits: kept ?? String(decoding: wish, as: UTF8.self),
            asker: viewer.standing.account, first: first, kindName: row.kind.name,
            compartment: sealing.compartment(of: R.type))
        let me = Past(
            action: "raise", account: viewer.standing.account, organisation: viewer.organisation, at: now)
        let draft = Draft<Conflict>(
            record: conflict, before: [:], document: try conflict.document(), state: .open,
            transition: Conflict.lifecycle.opening, opened: me, reason: "", now: now)
        let number = try nextNumber(connection)
        let stored = try store(draft, number, 1, "raise", id, viewer, Sealing(), connection)
        try writeDeadlines(draft.transition.deadlines, of: draft.document, number, viewer, connection)
        try tell(.account(first), Notice.conflict, about: id, connection)
        try Ledger.append(
            [
                Ledger.Entry(
                    .change, by: viewer.standing, at: now, of: Conflict.type.name, id, version: 1, action: "raise",
                    content: MerkleHash(stored))
            ], to: connection)
        return id
    }

    // Who last changed one of the fields that clash, after the version that the asker had before them.
    private func author<R: Record>(
        of performance: Performance<R>, on row: RecordRow, _ sealing: Sealing, _ connection: any Reading
    ) throws -> String {
        let fields = performance.asking.edits.keys
        var author = ""
        var before: Document?
        for stored in try VersionRow.all(row.number, connection) where stored.version >= performance.asking.base ?? 0 {
            let (document, _) = try SealedDocument.open(stored, R.self, row.id, sealing)
            if let before, fields.contains(where: { before[$0] != document[$0] }) { author = stored.account }
            before = document
        }
        return author
    }

    private static func conflictAddress(_ id: RecordID) -> FieldAddress {
        FieldAddress(kind: "conflict", row: id, field: "edits", version: 1)
    }

    /// The fields that a conflict's asker wished, for whoever may see the conflict and the record.
    public func wish<R: Record>(in conflict: Authorized<Conflict>, on type: R.Type, as viewer: Viewer) async throws
        -> Document
    {
        guard let item = conflict.record, let row = try await readableRow(R.self, item.record, viewer) else {
            throw DeskError.notFound
        }
        var bytes = Array(item.edits.utf8)
        if R.isSealed {
            let sealing = try await sealing(R.self, row.id, row.organisation)
            guard let sealer = sealing.sealer else { throw DeskError.vaultSealed }
            bytes = try sealer.open(Hex.decode(item.edits), at: Self.conflictAddress(conflict.id))
        }
        guard case .object(let document)? = Tree(json: bytes) else { throw DeskError.notFound }
        return try await database.read { connection in
            let names = visibleNames(R.self, try stance(of: viewer, to: row, connection))
            return document.filter { names.contains($0.key) }
        }
    }

    /// Settles a conflict: what stands is kept, or the asker's wish is carried out on the record as it is now. The same key
    /// for the same decision makes it once.
    public func settle<R: Record>(
        _ id: RecordID, taking: Bool, on type: R.Type, as viewer: Viewer, because reason: String, key: String? = nil
    ) async throws {
        guard let conflict = try await read(id, of: Conflict.self, as: viewer), let item = conflict.record else {
            throw DeskError.notFound
        }
        var asking = Asking(reason: reason, key: key)
        asking.wish = ["taking": .flag(taking)]
        let settling = Performance<Conflict>(
            action: .settle, id: id, isOpening: false, asking: asking, viewer: viewer)
        var taken: Performance<R>?
        if taking, let action = R.Action(rawValue: item.action) {
            let edits = try await wish(in: conflict, on: R.self, as: viewer)
            taken = Performance<R>(
                action: action, id: item.record, isOpening: false, asking: Asking(edits: edits, reason: reason),
                viewer: viewer)
        }
        // People write names into the reason: it is sealed as those of the record itself are.
        let keys = try await sealing(of: subject(of: item))
        if keys.sealer == nil, !item.compartment.isEmpty { throw DeskError.vaultSealed }
        // Both or neither: a conflict that is settled was settled as it says.
        _ = try await transaction(as: viewer) { [taken] door in
            var isNew = false
            let receipt = try door.carryOut(settling, keys) { _, _ in isNew = true }
            if isNew, let taken { _ = try door.carryOut(taken, keys, nil) }
            return receipt
        }
    }

    /// Under whose key stands what was written about a conflict; `nil` where it is not sealed.
    private func subject(of conflict: Conflict) async throws -> Subject? {
        let row = try await database.read { try RecordRow.load(conflict.record, type: conflict.type, $0) }
        return row.flatMap { SealedText.subject($0.organisation, conflict.compartment, conflict.record) }
    }

    /// The keys of a story: those of the record; for a conflict, whose reasons are sealed, those of the one it is about.
    func storyKeys<R: Record>(_ type: R.Type, _ row: RecordRow) async throws -> Sealing {
        guard R.self == Conflict.self else { return try await readingKeys(R.self, row) }
        let conflict = try await database.read { try Self.stored(Conflict.self, id: row.id, $0)[row.id]?.record }
        guard let conflict, let vault, !vault.isSealed else { return Sealing() }
        return (try? await sealing(of: subject(of: conflict))) ?? Sealing()
    }
}
