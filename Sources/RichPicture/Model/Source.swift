public import Words

/// What we were given: a file as it came, under the hash of its bytes, with where it came from and how far to trust it.
public struct Source: Sendable, Hashable {
    /// The state of a source.
    public enum State: String, Sendable, CaseIterable, Codable {
        /// Read and shown, waiting for a person to commit or discard it. Nothing of it is in the picture.
        case staged
        /// Kept, but not allowed into the picture: it is intrusive and has no valid authority (RL-33).
        case unusable
        /// In the picture.
        case committed
        /// Taken out of the picture again by a person, with a reason. The bytes stay.
        case withdrawn
    }

    /// The public identifier; it reveals neither order nor number.
    public var id: String
    /// The file's name as it came.
    public var name: String
    /// SHA-256 of the bytes, in lower-case hex.
    public var hash: String
    /// The size in bytes.
    public var size: Int
    /// The stream that it came in.
    public var stream: StreamKind
    /// The organisation that supplied it.
    public var owner: String
    /// How far it is to be trusted, and who may see it.
    public var grade: Grade
    /// Handling conditions in words; may be empty.
    public var conditions: String
    /// The permission, for an intrusive stream.
    public var authority: IntrusionAuthority?
    /// The format: `delimited`, `workbook`, `mt940`, `camt`, `goaml`, `ftm`, `ftm-statements`, `geojson`, `image`.
    public var format: String
    /// The mapping profile's name; empty for formats that need none.
    public var profile: String
    /// The text encoding that was used, such as `utf-8` or `windows-874`.
    public var encoding: String
    /// The time zone for times that state none, such as `Asia/Bangkok`.
    public var zone: String
    /// Where it stands on its way into the picture.
    public var state: State
    /// On which leg its owner works; `nil` where nobody said.
    public var leg: Leg?
    /// Why it is unusable or withdrawn, to be put into the reader's language; `nil` otherwise.
    public var reason: Phrase?
    /// What it holds.
    public var counts: SourceCounts
    /// When it was staged, in milliseconds since 1970 UTC.
    public var receivedAt: Int
    /// Who brought it in.
    public var receivedBy: String
    /// When it was committed, or `nil`.
    public var committedAt: Int?
}

/// What a source holds, counted.
public struct SourceCounts: Sendable, Hashable, Codable {
    /// Data rows read (records, entries, features), good and bad.
    public var rows = 0
    /// Rows that were refused.
    public var rejected = 0
    /// Good rows that say nothing that is read: no event of the layout applies to them, and they name nobody.
    public var silent = 0
    /// Events by kind.
    public var events: [String: Int] = [:]
    /// Distinct entities by kind.
    public var entities: [String: Int] = [:]
    /// Statements.
    public var statements = 0
    /// The earliest event, in milliseconds since 1970 UTC; `nil` without events.
    public var first: Int?
    /// The latest event, likewise.
    public var last: Int?

    /// Makes empty counts.
    public init() {}

    /// Rows that are good and say something.
    public var accepted: Int { rows - rejected - silent }
}

/// A row that was refused: where it stands, what it says, and why it was refused.
public struct RejectedRow: Sendable, Hashable {
    /// The line (or sheet row) in the source, from 1.
    public var line: Int
    /// The column in that line, from 1; 0 when it has no meaning.
    public var column: Int
    /// Why, to be put into the reader's language.
    public var problem: Phrase
}
