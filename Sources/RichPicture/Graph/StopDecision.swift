import Access
public import Records
import Words

/// That an identifier shall link nobody, or may again: a decision of its own each time, so that nothing is forgotten and
/// everything can be decided anew. The list follows from them.
public struct StopDecision: Record {
    /// Where it stands.
    public enum State: String, RecordState { case made }
    /// What may be done with it.
    public enum Action: String, RecordAction { case decide }

    /// The identifier: its kind and its normalised value.
    public var identifierKind: String
    /// Its normalised value.
    public var key: String
    /// Whether it is on the list from now on.
    public var isStopped: Bool

    /// Its name, and the row of the access matrix.
    public static let type = RecordType("stop-decision", kind: .intelEntity, isMovedByRoom: true)
    /// Its fields.
    public static let fields = [
        Field(
            "identifierKind", .choice(EntityKind.allCases.filter(\.isIdentifier).map(\.name)), words: "identifier"),
        Field("key", .text, isIndexed: true), Field("isStopped", .flag),
    ]
    /// Its life.
    public static let lifecycle = Lifecycle<StopDecision>(
        opening: Transition(.decide, to: .made, by: SourceRecord.keepers, sets: fields.map(\.name)) {
            Guard("picture.guard.reason-given", "R043") { $0.reason.says }
        })

    /// Who stands in which relation to it.
    public func terms(in state: State, opened: Past) -> Terms {
        Terms(assigned: [.organisation(opened.organisation)], owners: [.organisation(opened.organisation)])
    }
}
