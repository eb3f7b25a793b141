import Access
import Storage

/// A record as its row holds it: everything but the document.
struct RecordRow: Sendable {
    var number: Int
    var id: RecordID
    var type: String
    var kind: Kind
    var state: String
    var version: Int
    var organisation: String
    var consent: Consent
    var released: Range<Int>
    var orderUntil: Int
    var openedAt: Int
    var changedAt: Int

    static let columns: SQL = """
        r.id, r.pid, r.type, r.kind, r.state, r.version, r.organisation, r.consent, r.released_from, r.released_until,
        r.order_until, r.opened_at, r.changed_at
        """

    init?(_ row: Row) {
        guard let kind = Kind(rawValue: row.int(3)) else { return nil }
        number = row.int(0)
        id = row.text(1)
        type = row.text(2)
        self.kind = kind
        state = row.text(4)
        version = row.int(5)
        organisation = row.text(6)
        consent = Consent(rawValue: row.int(7)) ?? .none
        released = row.int(8)..<max(row.int(8), row.int(9))
        orderUntil = row.int(10)
        openedAt = row.int(11)
        changedAt = row.int(12)
    }

    static func load(_ id: RecordID, type: String, _ connection: any Reading) throws -> RecordRow? {
        try connection.row("SELECT \(columns) FROM record r WHERE r.pid = \(id) AND r.type = \(type)")
            .flatMap(RecordRow.init)
    }

    /// The records of a type whose indexed, unsealed field has this value, the first opened first.
    static func find(
        type: String, where field: String, is text: String, _ connection: any Reading
    ) throws -> [RecordRow] {
        let key = Array(Field.folded(text).utf8)
        return try connection.rows(
            """
            SELECT \(columns) FROM record_value v JOIN record r ON r.id = v.record
            WHERE v.type = \(type) AND v.field = \(field) AND v.value = \(key) ORDER BY r.id
            """
        ).compactMap(RecordRow.init)
    }

    /// What a record of a type without sealed fields says now.
    func unsealed<R: Record>(_ type: R.Type, _ connection: any Reading) throws -> R {
        try R(document: try SealedDocument.open(self, R.self, version: version, Sealing(), connection).document)
    }

    /// The row of a public id, or what stands for one that is not there: the first record of all, of which the same is then
    /// asked, so that it takes as long. Its id and type are those that were asked for.
    static func standing(
        for id: RecordID, of type: RecordType, _ connection: any Reading
    ) throws -> (row: RecordRow, isThere: Bool) {
        let found = try connection.row(
            "SELECT \(columns) FROM record r WHERE r.id = COALESCE((SELECT s.id FROM record s WHERE s.pid = \(id)), 1)"
        ).flatMap(RecordRow.init)
        guard var row = found else { return (RecordRow(nothing: id, type: type), false) }
        let isThere = row.id == id && row.type == type.name
        (row.id, row.type, row.kind) = (id, type.name, isThere ? row.kind : type.kind)
        return (row, isThere)
    }

    private init(nothing id: RecordID, type: RecordType) {
        (number, self.id, self.type, kind) = (-1, id, type.name, type.kind)
        (state, version, organisation, consent) = ("", 0, "", .none)
        (released, orderUntil, openedAt, changedAt) = (0..<0, 0, 0, 0)
    }
}

/// One version of a record as it is stored.
struct VersionRow: Sendable {
    var version: Int
    var action: String
    var state: String
    var document: [UInt8]
    var reason: [UInt8]
    var account: String
    var organisation: String
    var at: Int

    private static let columns: SQL = "v.id, v.action, v.state, v.document, v.reason, v.account, v.organisation, v.at"

    /// The highest number that a version can have.
    static let most = 1 << 24 - 1

    /// Where a version stands: its record's number and its own side by side, so that the versions of a record lie together.
    static func place(_ record: Int, _ version: Int) -> Int { record << 24 | version }

    private static func places(_ record: Int) -> SQL {
        "v.id > \(place(record, 0)) AND v.id <= \(place(record, most))"
    }

    init(_ row: Row) {
        version = row.int(0) & Self.most
        action = row.text(1)
        state = row.text(2)
        document = row.blob(3)
        reason = row.blob(4)
        account = row.text(5)
        organisation = row.text(6)
        at = row.int(7)
    }

    static func load(_ record: Int, version: Int, _ connection: any Reading) throws -> VersionRow? {
        guard (1...most).contains(version) else { return nil }
        return try connection.row(
            "SELECT \(columns) FROM record_version v WHERE v.id = \(place(record, version))"
        ).map(VersionRow.init)
    }

    static func all(_ record: Int, _ connection: any Reading) throws -> [VersionRow] {
        try connection.rows("SELECT \(columns) FROM record_version v WHERE \(places(record)) ORDER BY v.id")
            .map(VersionRow.init)
    }

    /// The state that a version of a record made; `nil` where there is none.
    static func state(of id: RecordID, version: Int, _ connection: any Reading) throws -> String? {
        guard let record = try connection.row("SELECT id FROM record WHERE pid = \(id)")?.int(0) else { return nil }
        return try load(record, version: version, connection)?.state
    }

    /// What has been done, without its contents.
    static func past(_ record: Int, _ connection: any Reading) throws -> [Past] {
        try connection.rows(
            """
            SELECT v.action, v.account, v.organisation, v.at FROM record_version v WHERE \(places(record))
            ORDER BY v.id
            """
        ).map { Past(action: $0.text(0), account: $0.text(1), organisation: $0.text(2), at: $0.int(3)) }
    }
}
