/// A record as one viewer may see it, without its type: what faces show.
public struct RecordView: Sendable, Hashable {
    /// The type's name and the record's public id.
    public var type: String
    /// Its public id.
    public var id: RecordID
    /// Its state and the version that this is.
    public var state: String
    /// The version that this is.
    public var version: Int
    /// The fields that the viewer may see.
    public var fields: Document
    /// What the viewer could do with it now.
    public var actions: [ActionOffer]
    /// Whether the viewer may take back what was done last.
    public var isUndoable: Bool
    /// When it was opened and last changed, in milliseconds since 1970 UTC.
    public var opened: Int
    /// When it was last changed, in milliseconds since 1970 UTC.
    public var changed: Int

    init<R: Record>(_ record: Authorized<R>) {
        type = R.type.name
        id = record.id
        state = record.state.rawValue
        version = record.version
        let hidden = R.fields.filter(\.isInternal).map(\.name)
        fields = record.fields.filter { !hidden.contains($0.key) }
        actions = R.type.isMovedByRoom ? [] : record.actions
        isUndoable = record.isUndoable && !R.type.isMovedByRoom
        opened = record.opened
        changed = record.changed
    }
}

/// What a list of records shows.
public struct RecordQuery: Sendable, Hashable {
    /// Only those in this state.
    public var state: String?
    /// Only those whose indexed field has this value.
    public var field: String?
    /// What the field is searched for.
    public var value: String?
    /// Where the page begins, and how many it holds.
    public var offset: Int
    /// How many a page holds.
    public var limit: Int

    /// Makes a query; what is left out filters nothing.
    public init(state: String? = nil, field: String? = nil, value: String? = nil, offset: Int = 0, limit: Int = 50) {
        self.state = state
        self.field = field
        self.value = value
        self.offset = offset
        self.limit = limit
    }
}

/// A page of a list.
public struct RecordListing: Sendable, Hashable {
    /// The records, the last changed first.
    public var records: [RecordView]
    /// How many there are for this viewer.
    public var total: Int
}

/// A conflict as its parties see it: what stands and what was wished, side by side.
public struct ConflictView: Sendable {
    /// The conflict.
    public var conflict: RecordView
    /// The record that it is about.
    public var record: RecordView
    /// The action that was wished for.
    public var action: String
    /// The fields that the asker wished, as far as the viewer may see them.
    public var wish: Document
}
