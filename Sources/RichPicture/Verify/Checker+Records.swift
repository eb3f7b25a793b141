import Access
public import Ledger
import Records
public import Storage

extension Checker {
    /// Every source says what its record says, is in the state of its record, and carries the labels that follow from it;
    /// and no record's source is gone.
    func checkRecords() throws -> Int {
        let stored = try Desk.stored(SourceRecord.self, connection)
        let labels = Dictionary(uniqueKeysWithValues: try Labels.all(connection).map { ($0.id, $0.label) })
        for (index, row) in sources.enumerated() {
            progress(.records, index, sources.count)
            guard let (state, record) = stored[row.source.id] else {
                throw VerificationFault.record(source: row.source.name, what: "record")
            }
            if let what = row.difference(from: record, in: state) {
                throw VerificationFault.record(source: row.source.name, what: what)
            }
            guard labels[row.label] == record.labels.plain, labels[row.identity] == record.labels.identity else {
                throw VerificationFault.record(source: row.source.name, what: "label")
            }
        }
        let all = Set(try connection.rows("SELECT pid FROM source").map { $0.text(0) })
        let lost = stored.first { id, stored in
            stored.state != .discarded && !all.contains(id) && mayName(stored.record, labels)
        }
        if let lost { throw VerificationFault.record(source: lost.value.record.name, what: "source") }
        try checkLinks()
        return sources.count
    }

    // A source whose row is gone has no label but the one that follows from its record.
    private func mayName(_ record: SourceRecord, _ labels: [Int: Label]) -> Bool {
        labels.contains { $0.value == record.labels.plain && viewer.clearance.contains($0.key) }
    }
}

extension SourceRow {
    /// What the row says otherwise than its record; `nil` when they agree.
    func difference(from record: SourceRecord, in state: SourceRecord.State) -> String? {
        let pairs: [(String, Bool)] = [
            ("name", source.name == record.name), ("hash", source.hash == record.hash),
            ("size", source.size == record.size), ("stream", source.stream.rawValue == record.stream),
            ("owner", source.owner == record.owner), ("leg", source.leg?.rawValue == record.leg),
            ("grade", source.grade == record.grade),
            ("conditions", source.conditions == record.conditions), ("authority", source.authority == record.authority),
            ("state", state == stateOfRecord), ("authority", (record.refusal != nil) == (source.state == .unusable)),
        ]
        return pairs.first { !$0.1 }?.0
    }

    // Whether it may be used is not a state of the record: it follows from the authority.
    private var stateOfRecord: SourceRecord.State {
        switch source.state {
        case .staged, .unusable: .staged
        case .committed: .committed
        case .withdrawn: .withdrawn
        }
    }
}

extension RichPicture {
    /// What there is now of what an entry of the ledger speaks of, for `Ledger.verify`: an altered version of a record is
    /// found, and so is a source whose row no longer says what its record says.
    public static func ledgerContent(
        of recorded: Ledger.Recorded, _ connection: any Reading
    ) throws -> LedgerVerification.Content {
        let content = try Desk.ledgerContent(of: recorded, connection)
        if recorded.entry.kind == LinkDecision.type.name, case .hash = content {
            return try linkContent(of: recorded, content, connection)
        }
        guard recorded.entry.kind == SourceRecord.type.name, case .hash = content else { return content }
        guard
            let (state, record) = try Desk.stored(SourceRecord.self, id: recorded.entry.subject, connection)[
                recorded.entry.subject]
        else { return .missing }
        guard state != .discarded else { return content }
        guard let row = try SourceRow.find(recorded.entry.subject, connection),
            row.difference(from: record, in: state) == nil
        else { return .missing }
        return content
    }

    // Between taking up and deciding there is no row yet; both stand in one transaction, so nobody sees that.
    private static func linkContent(
        of recorded: Ledger.Recorded, _ content: LedgerVerification.Content, _ connection: any Reading
    ) throws -> LedgerVerification.Content {
        let id = recorded.entry.subject
        guard let (state, record) = try Desk.stored(LinkDecision.self, id: id, connection)[id],
            try record.difference(of: id, in: state, connection) == nil
        else { return .missing }
        return content
    }
}
