import Capacity
import Monitoring
public import Records
import RichPicture

extension Daybreak {
    /// Every type of record there is, room by room, from the ground up: the one list from which pages, API, commands, diagrams
    /// and exhaustive tests are made.
    public static let recordTypes: [any Record.Type] =
        [
            Organisation.self, Unit.self, Posting.self, ExclusionOrder.self, Conflict.self, SourceRecord.self,
            StopDecision.self, ExportOrder.self, LinkDecision.self,
        ] + Monitoring.records + Capacity.records

    /// What they declare.
    public static let declarations: [Declaration] = recordTypes.map { Declaration(of: $0) }

    /// All of them, at this Daybreak's desk.
    public var book: RecordBook { RecordBook(Self.recordTypes, desk: desk) }
}
