/// What speaks for and against a replacement. Bits: twice as likely is one bit.
public struct ReplacementEvidence: Sendable, Hashable {
    /// That the new phone's contacts are the old one's, rather than those of the likest other phone or of nobody.
    public var contacts = 0.0
    /// How much of the old phone's circle the new one goes on with: who joins a circle knows a part of it.
    public var coverage = 0.0
    /// Places.
    public var places = 0.0
    /// Hours of the day.
    public var hours = 0.0
    /// Against: the old phone hardly falls silent.
    public var silence = 0.0
    /// Against: the new phone is hardly new.
    public var newness = 0.0
    /// Against: use of the old phone after the change, or of the new one before it, with the shared contacts.
    public var stray = 0.0
    /// Against: the two call each other.
    public var mutual = 0.0
    /// For: shared contacts that replaced their phones at the same time.
    public var together = 0.0
    /// Against: other new phones that might have replaced the same old one.
    public var claims = 0.0

    /// Contacts that both have.
    public var shared = 0
    /// Shared contacts that are themselves replaced phones, at about the same time.
    public var replacedContacts = 0
    /// The last call of the old phone with the shared contacts before the change, ms.
    public var oldUntil: Int64 = 0
    /// The first call of the new phone with the shared contacts after it, ms: the moment of change.
    public var newFrom: Int64 = 0
    /// Calls of the old phone with the shared contacts, before and after the change.
    public var oldBefore = 0
    /// The same, after.
    public var oldAfter = 0
    /// Calls of the new phone with the shared contacts, before the change.
    public var newBefore = 0
    /// The same, after.
    public var newAfter = 0
    /// Cells that both called from.
    public var sharedCells = 0

    /// No evidence.
    public init() {}

    /// All of it together, with what is to be expected before anything is known of a pair.
    var sum: Double {
        Self.expected + contacts + coverage + places + hours + silence + newness + stray + mutual + together + claims
    }

    /// Pairs that come this far at all are a little likelier than not; learned on made-up towns, see the tests.
    private static let expected = 0.5
    /// Coverage brings no more than this.
    static let mostCoverage = 3.0
    /// Places and hours bring no more than this.
    static let mostHabits = 3.5
    /// All that can still come when only contacts and newness are weighed.
    static let most = expected + mostCoverage + mostHabits + 2
}
