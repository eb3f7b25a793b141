import Access
import RichPicture
import Synchronization

/// Work that outlives the request that began it: reading an upload, committing a source.
///
/// Only whoever began a piece of work can see it. What is done is kept until enough newer work has come.
actor Jobs {
    /// What kind of work.
    enum Kind: Sendable { case stage, commit }

    /// What it led to.
    enum Outcome: Sendable {
        case staged(StagedImport)
        case committed(Source)
    }

    /// A piece of work as it stands.
    struct Job: Sendable {
        var name: String
        var kind: Kind
        var progress: ImportProgress?
        /// Seconds since it began.
        var elapsed: Double
        /// `nil` while it runs.
        var outcome: Result<Outcome, any Error>?
        /// What was written into the form that began it.
        var entries: ImportEntries
    }

    private struct Entry {
        var name: String
        var kind: Kind
        var account: String
        var began: Int
        var tick: Tick
        var entries: ImportEntries
        var outcome: Result<Outcome, any Error>?
    }

    // Progress is told from a thread in the midst of its work, which must not wait for anybody.
    private final class Tick: Sendable {
        let latest = Mutex<ImportProgress?>(nil)
    }

    private var entries: [String: Entry] = [:]
    private var order: [String] = []
    private let now: @Sendable () -> Int

    /// - Parameter now: the clock, in milliseconds since 1970 UTC.
    init(now: @escaping @Sendable () -> Int) { self.now = now }

    /// How many pieces of work are remembered.
    static let capacity = 100

    /// Begins work under an identifier; if work runs under it already, that goes on and nothing is begun.
    func start(
        _ id: String, named name: String, kind: Kind, for viewer: Viewer, entries: ImportEntries = ImportEntries(),
        _ work: @escaping @Sendable (@escaping @Sendable (ImportProgress) -> Void) async throws -> Outcome
    ) -> String {
        if let entry = self.entries[id], entry.outcome == nil { return id }
        let tick = Tick()
        self.entries[id] = Entry(
            name: name, kind: kind, account: viewer.standing.account, began: now(), tick: tick, entries: entries)
        order.removeAll { $0 == id }
        order.append(id)
        Task.detached {
            do {
                let outcome = try await work { progress in tick.latest.withLock { $0 = progress } }
                await self.finish(id, .success(outcome))
            } catch {
                await self.finish(id, .failure(error))
            }
        }
        forgetOldest()
        return id
    }

    private func finish(_ id: String, _ outcome: Result<Outcome, any Error>) {
        entries[id]?.outcome = outcome
    }

    private func forgetOldest() {
        while order.count > Self.capacity, let index = order.firstIndex(where: { entries[$0]?.outcome != nil }) {
            entries[order.remove(at: index)] = nil
        }
    }

    /// A piece of work as it stands, for whoever began it.
    func job(_ id: String, for viewer: Viewer) -> Job? {
        guard let entry = entries[id], entry.account == viewer.standing.account else { return nil }
        let elapsed = Double(now() - entry.began) / 1_000
        return Job(
            name: entry.name, kind: entry.kind, progress: entry.tick.latest.withLock { $0 }, elapsed: elapsed,
            outcome: entry.outcome, entries: entry.entries)
    }

    /// Whether work runs under an identifier.
    func isRunning(_ id: String, for viewer: Viewer) -> Bool {
        guard let entry = entries[id], entry.account == viewer.standing.account else { return false }
        return entry.outcome == nil
    }

    /// Waits until the work is done, but no longer than this.
    func wait(for id: String, upTo limit: Duration) async {
        let deadline = ContinuousClock.now + limit
        while let entry = entries[id], entry.outcome == nil, ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(15))
        }
    }
}
