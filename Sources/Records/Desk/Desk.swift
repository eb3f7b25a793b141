import Crypto
import Ledger
public import Storage
public import Vault

/// The one door: everything that changes the world is an action performed here, whatever the face.
///
///     let receipt = try await desk.perform(.lift, on: exclusion, of: ExclusionOrder.self, as: viewer, because: "…")
///
/// In one transaction the desk authorises (`Access`), checks the lifecycle's guards, writes the new version, its links, its
/// deadlines and its ledger entry. What the viewer may not see does not exist: the answer is the one for an unknown id.
public struct Desk: Sendable {
    /// Where records are.
    public let database: any Database
    /// Where sealed fields get their keys; `nil` where no record type has any.
    public let vault: Vault?
    /// Who has seen what.
    public let reads: ReadLog
    let now: @Sendable () -> Int
    let random: @Sendable (Int) -> [UInt8]
    let follow: Consequence

    /// Takes up the desk of a database whose migrations have run.
    ///
    /// - Parameters:
    ///   - now: the clock, in milliseconds since 1970 UTC.
    ///   - random: random bytes, for public ids.
    ///   - follow: what follows elsewhere from a new version of any record, in its transaction: sessions end with postings.
    public init(
        _ database: any Database, vault: Vault?, now: @escaping @Sendable () -> Int,
        random: @escaping @Sendable (Int) -> [UInt8], follow: @escaping Consequence = { _, _, _ in }
    ) {
        self.database = database
        self.vault = vault
        reads = ReadLog(database, now: now)
        self.now = now
        self.random = random
        self.follow = follow
    }

    /// A new public id: 128 random bits.
    func newID() -> RecordID { Base32.encode(random(16)) }
}

/// What was done: enough to go on with, and to prove it.
public struct Receipt: Sendable, Hashable, Codable {
    /// The record.
    public var id: RecordID
    /// Its version now.
    public var version: Int
    /// Its state now.
    public var state: String
    /// Where the ledger says so. No face shows it: two of them would tell how much others did in between.
    public var ledgerIndex: Int
}

/// What somebody asks the desk to do.
public struct Asking: Sendable {
    /// The version that the asker had before them; `nil` takes the record as it is.
    public var base: Int?
    /// The fields that change.
    public var edits: Document
    /// Why.
    public var reason: String
    /// The same key for the same wish: a repetition changes nothing and gets the same receipt.
    public var key: String?
    /// What was wished, where the edits follow from it and from what stood; `nil` where the edits are the wish.
    public var wish: Document?

    /// Makes a wish.
    public init(base: Int? = nil, edits: Document = [:], reason: String = "", key: String? = nil) {
        self.base = base
        self.edits = edits
        self.reason = reason
        self.key = key
    }

    /// What the wish is, as a hash: for telling a repetition from another wish under the same key.
    func digest(_ type: String, _ action: String, _ id: RecordID) -> [UInt8] {
        let wish: Tree = .object([
            "type": .text(type), "action": .text(action), "id": .text(id), "edits": .object(wish ?? edits),
            "base": base.map(Tree.integer) ?? .null, "reason": .text(reason),
        ])
        return Array(SHA256.hash(data: wish.bytes))
    }
}

/// What happens besides, in the same transaction, when an action is performed: the rows of a room's own tables. It runs
/// when every check has passed, before the version and the ledger's entry are written, so that what takes long holds up
/// nobody else.
public typealias Effect = @Sendable (_ id: RecordID, _ connection: any Writing) throws -> Void

/// What follows from a new version of a record of this type, whatever was done: the rows of a module that records do not know.
public typealias Consequence =
    @Sendable (_ type: String, _ id: RecordID, _ connection: any Writing) throws -> Void

/// The same where it cannot leave its transaction.
typealias EffectInside = (_ id: RecordID, _ connection: any Writing) throws -> Void
