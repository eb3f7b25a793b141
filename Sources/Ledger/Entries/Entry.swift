extension Ledger {
    /// One act, as it is to be written into the ledger.
    ///
    ///     Ledger.Entry(at: now, actor: "u-4f6k", organisation: "o-rx2p", act: .change, kind: "report", subject: "r-7tq3",
    ///                  version: 4, action: "triage", content: sha256(document))
    ///
    /// Nothing of it can ever be erased. Identifiers are opaque, codes are codes; what somebody wrote stands here as a hash.
    public struct Entry: Hashable, Sendable {
        /// When, in milliseconds since 1970 UTC.
        public var at: Int
        /// Who: the public identifier of an account; empty for the system itself and for nobody signed in.
        public var actor: String
        /// For which organisation, by its public identifier.
        public var organisation: String
        /// What was done.
        public var act: Act
        /// To what kind of thing.
        public var kind: String
        /// To which one, by its public identifier; empty where it is to none.
        public var subject: String
        /// Which version of it was written or read; 0 where there are none.
        public var version: Int
        /// By which action or route, such as `triage`.
        public var action: String
        /// The SHA-256 of what was written, reason included; nil where there is nothing. Of what must be forgotten one day
        /// take the hash of its sealed bytes, and of what could be guessed (a search, a phone number) a keyed one: whoever
        /// can guess a text can try its hash.
        public var content: MerkleHash?
        /// A code that says more: the guard that refused, the format of an export, the number of hits.
        public var detail: String

        /// Makes an entry.
        public init(
            at: Int, actor: String, organisation: String, act: Act, kind: String = "", subject: String = "",
            version: Int = 0, action: String = "", content: MerkleHash? = nil, detail: String = ""
        ) {
            self.at = at
            self.actor = actor
            self.organisation = organisation
            self.act = act
            self.kind = kind
            self.subject = subject
            self.version = version
            self.action = action
            self.content = content
            self.detail = detail
        }

        /// Bytes that a field may have at most.
        public static let mostBytes = 255

        /// Throws `badField` for what may not stand in the ledger.
        func check() throws(LedgerError) {
            let fields = [
                ("actor", actor), ("organisation", organisation), ("kind", kind), ("subject", subject),
                ("action", action), ("detail", detail),
            ]
            for (name, text) in fields {
                guard text.utf8.count <= Self.mostBytes, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                    throw .badField(name)
                }
            }
        }
    }
}
