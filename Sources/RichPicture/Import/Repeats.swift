/// What an import has said already of the entities that it names again and again: a bank writes the holder's name in
/// every line of a ledger, a checkpoint its own position beside every car. Once, with the first line that says it, is
/// enough; the events keep every line.
struct Repeats {
    private struct Said: Hashable {
        var entity: EntityRef
        var property: Property?
        var value: String
        var object: EntityRef
    }
    private var said: Set<Said> = []
    private var ofThisRow: [Said] = []

    /// Begins a row.
    mutating func beginRow() { ofThisRow.removeAll(keepingCapacity: true) }

    /// Forgets what the row has said: it was refused.
    mutating func refuseRow() {
        for fact in ofThisRow { said.remove(fact) }
        ofThisRow.removeAll(keepingCapacity: true)
    }

    /// Whether a statement (or, without a property, a position) is new. A mention belongs to one row: all it says is new.
    mutating func isNew(
        _ entity: EntityRef, _ property: Property?, _ value: String, to object: EntityRef = .none
    ) -> Bool {
        guard !entity.isMention, !object.isMention else { return true }
        let fact = Said(entity: entity, property: property, value: value, object: object)
        guard said.insert(fact).inserted else { return false }
        ofThisRow.append(fact)
        return true
    }
}
