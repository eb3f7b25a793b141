import Access
public import Records
import Words

/// That a part of the picture shall leave: what, in which format, and why. It leaves when two people of two different
/// organisations have approved (`X/a2` of the matrix), to whoever asked for the approvals.
public struct ExportOrder: Record {
    /// Where it stands.
    public enum State: String, RecordState { case ordered, delivered }
    /// What may be done with it.
    public enum Action: String, RecordAction { case order, deliver }

    /// An `ExportFormat`.
    public var format: String
    /// Public ids of the entities that it begins with, and the steps from there; none for all but people (RL-20).
    public var around: [String]
    /// Steps from there.
    public var hops: Int
    /// The filter: streams, kinds of events and links, times, the least confidence.
    public var streams: [String]
    /// The legs on which contributors work.
    public var legs: [String]
    /// Kinds of events and links.
    public var kinds: [String]
    /// From when on.
    public var from: Int?
    /// Until when.
    public var until: Int?
    /// The least confidence.
    public var confidence: Int
    /// Why, and for whom: what the approvers decide on.
    public var ground: String

    /// Orders a part of the picture.
    public init(_ format: ExportFormat, filter: PictureFilter = PictureFilter(), reach: ExportReach?, ground: String) {
        self.format = format.rawValue
        around = reach?.beginnings ?? []
        hops = reach?.hops ?? 1
        streams = filter.streams.map(\.rawValue).sorted()
        legs = filter.legs.map(\.rawValue).sorted()
        kinds = filter.kinds.sorted()
        from = filter.from
        until = filter.until
        confidence = filter.confidence
        self.ground = ground
    }

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("export-order", kind: .intelEntity, isMovedByRoom: true)
    /// Its fields.
    public static let fields = [
        Field("format", .choice(ExportFormat.allCases.map(\.rawValue)), words: "format"), Field("around", .list),
        Field("hops", .number), Field("streams", .list), Field("legs", .list), Field("kinds", .list),
        Field("from", .moment, isOptional: true),
        Field("until", .moment, isOptional: true), Field("confidence", .number), Field("ground", .longText),
    ]
    /// Its life.
    public static let lifecycle = Lifecycle<ExportOrder>(
        opening: Transition(.order, to: .ordered, by: [.analyst, .intelOfficer], sets: fields.map(\.name)) {
            Guard("picture.guard.ground-given", "F14") { $0.record.ground.says }
            Guard("picture.guard.known-format", "F14") { ExportFormat(rawValue: $0.record.format) != nil }
        },
        // It may be fetched again for as long as the approvals hold; each time is a version and an entry of its own.
        Transition(.deliver, from: .ordered, .delivered, to: .delivered, by: [.intelOfficer], as: .export))

    /// Who stands in which relation to it.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(assigned: [.organisation(opened.organisation)], owners: [.account(opened.account)])
    }

    var reach: ExportReach? { around.isEmpty ? nil : ExportReach(from: around, hops: hops) }

    var filter: PictureFilter {
        var filter = PictureFilter()
        filter.streams = Set(streams.compactMap(StreamKind.init(rawValue:)))
        filter.legs = Set(legs.compactMap(Leg.init(rawValue:)))
        filter.kinds = Set(kinds)
        (filter.from, filter.until, filter.confidence) = (from, until, confidence)
        return filter
    }
}
