import Access
public import Records
import Words

/// An area with much exploitation and little of the state: an NGO leads there until capacity, confidence and will are
/// enough (R092).
public struct Hotspot: Record {
    /// The states of its life.
    public enum State: String, RecordState { case led, handingOver, handedOver }
    /// What may be done with it.
    public enum Action: String, RecordAction { case declare, review, handOver, finish, takeBack }

    var area: String
    var lead: String
    var capacity: Int
    var confidence: Int
    var will: Int
    var criteria: String
    var reviewOn: Int
    var successor: String

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("hotspot", kind: .tip)

    /// Its fields: the ratings go from 0 to 4.
    public static let fields = [
        Field("area", .text, isIndexed: true), Field("lead", .text), Field("capacity", .number, group: "rating"),
        Field("confidence", .number, group: "rating"), Field("will", .number, group: "rating"),
        Field("criteria", .longText, group: "rating"), Field("reviewOn", .moment, group: "rating"),
        Field("successor", .text, group: "after"),
    ]

    private static let leads: Set<FineRole> = [.ngoManager, .intelOfficer]
    private static let ratings = ["capacity", "confidence", "will", "criteria", "reviewOn"]
    private static let review = DeadlineChange.opens(
        DeadlineRule("review-hotspot", .until(field: "reviewOn"), "R092"))
    /// What each rating must reach before an area is handed over.
    static let enough = 3

    /// Its life.
    public static let lifecycle = Lifecycle<Hotspot>(
        opening: Transition(.declare, to: .led, by: leads, sets: ["area", "lead"] + ratings, deadlines: [review]) {
            Guard("monitoring.guard.area-named", "R092", at: "area") { $0.record.area.says && $0.record.lead.says }
            rated
            Guard("monitoring.guard.review-set", "R092", at: "reviewOn") { $0.record.reviewOn > $0.now }
        },
        Transition(
            .review, from: .led, .handingOver, by: leads, sets: ratings,
            deadlines: [.meets("review-hotspot"), review]
        ) { rated },
        Transition(.handOver, from: .led, to: .handingOver, by: leads, sets: ["successor"]) {
            Guard("monitoring.guard.ready-to-hand-over", "R092") { $0.record.isReady }
            Guard("monitoring.guard.successor", "R092", at: "successor") { $0.record.successor.says }
        },
        Transition(.finish, from: .handingOver, to: .handedOver, by: leads, deadlines: [.meets("review-hotspot")]),
        Transition(
            .takeBack, from: .handingOver, .handedOver, to: .led, by: leads, deadlines: [review], needsReason: true))

    private static let rated = Guard<Hotspot>("monitoring.guard.rated", "R092") { seen in
        [seen.record.capacity, seen.record.confidence, seen.record.will].allSatisfy { (0...4).contains($0) }
    }

    /// Whether capacity, confidence and will are all enough: then a hand-over is suggested.
    var isReady: Bool { [capacity, confidence, will].allSatisfy { $0 >= Self.enough } }

    /// Both organisations see it.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(
            assigned: [.organisation(opened.organisation), .organisation(lead), .organisation(successor)],
            owners: [.account(opened.account)])
    }
}
