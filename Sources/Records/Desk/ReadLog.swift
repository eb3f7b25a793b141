public import Access
public import Ledger
public import Storage

/// Writes into the ledger who has seen what: before it is shown, and so that many reads at once share one transaction.
///
///     let noted = log.begin(.read, "entity", id, as: viewer)   // at once, beside the query
///     let view = try await query()
///     try await noted.value                                    // durable: now it may be shown
///
/// While one group of entries is being written, the next one gathers: under load the price of a durable write is shared.
public actor ReadLog {
    private let database: any Database
    private let now: @Sendable () -> Int
    private typealias Waiting = (entries: [Ledger.Entry], waiter: CheckedContinuation<Void, any Error>)
    private var waiting: [Waiting] = []
    private var isWriting = false

    /// Takes up the log of a database whose migrations have run.
    public init(_ database: any Database, now: @escaping @Sendable () -> Int) {
        self.database = database
        self.now = now
    }

    /// Writes an entry; returns when it is durable.
    public func note(_ entry: Ledger.Entry) async throws { try await note([entry]) }

    // Several of one reading stand together and in their order, whatever others note meanwhile.
    private func note(_ entries: [Ledger.Entry]) async throws {
        try await withCheckedThrowingContinuation { waiter in
            waiting.append((entries, waiter))
            guard !isWriting else { return }
            isWriting = true
            Task { await write() }
        }
    }

    private func write() async {
        while !waiting.isEmpty {
            let group = waiting
            waiting = []
            await write(group)
        }
        isWriting = false
    }

    private func write(_ group: [Waiting]) async {
        do {
            let entries = group.flatMap(\.entries)
            try await database.write { _ = try Ledger.append(entries, to: $0) }
            for one in group { one.waiter.resume() }
        } catch  where group.count > 1 {
            // One that cannot be written must not keep the others from being so.
            for one in group { await write([one]) }
        } catch {
            for one in group { one.waiter.resume(throwing: error) }
        }
    }

    /// Notes that somebody reads something, beside whatever is done meanwhile.
    ///
    /// - Parameters:
    ///   - kind: what sort of thing: `entity`, `source`.
    ///   - subject: its public id, as it was asked for; whether there is one is not said.
    ///   - version: which version of it; 0 where there are none.
    ///   - content: a keyed hash of what could be guessed, such as the words of a search.
    ///   - detail: a code, such as the number of hits.
    /// - Returns: a task that ends when the entry is durable.
    public nonisolated func begin(
        _ act: Ledger.Act, _ kind: String, _ subject: String = "", version: Int = 0, action: String = "read",
        content: MerkleHash? = nil, detail: String = "", as viewer: Viewer
    ) -> Task<Void, any Error> {
        let entry = Ledger.Entry(
            act, by: viewer.standing, at: now(), of: kind, Self.name(subject), version: version, action: action,
            content: content, detail: detail)
        return Task { try await note([entry]) }
    }

    /// Notes that somebody reads several things of one kind at once, in this order.
    ///
    /// - Returns: a task that ends when all of it is durable.
    public nonisolated func begin(
        _ act: Ledger.Act, _ kind: String, each subjects: [String], action: String = "read", as viewer: Viewer
    ) -> Task<Void, any Error> {
        let now = now()
        let entries = subjects.map {
            Ledger.Entry(act, by: viewer.standing, at: now, of: kind, Self.name($0), action: action)
        }
        return Task { try await note(entries) }
    }

    // Whatever an address asks for: no more of it than an id has, and nothing that a ledger may not hold.
    static func name(_ subject: String) -> String {
        String(decoding: subject.utf8.filter { $0 > 0x20 && $0 < 0x7F }.prefix(64), as: UTF8.self)
    }
}
