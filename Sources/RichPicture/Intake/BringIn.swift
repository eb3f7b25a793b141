public import Access
import Formats
import Storage

/// What came of a file that nobody wanted to look at first.
public enum BroughtIn: Sendable {
    /// It is in the picture.
    case committed(StagedImport)
    /// It is kept, but may not be used: it is intrusive and has no valid authority (RL-33).
    case unusable(StagedImport)
    /// Every row was refused, and nothing is kept.
    case allRefused(StagedImport)
    /// A source has the same bytes already; nothing was added.
    case alreadyThere(Source)
}

extension RichPicture {
    /// Stages a file and commits it in the same transaction, reading it once: for those who do not want to look first.
    ///
    /// What `stage` and `commit` refuse is refused here too, and the source is the same as theirs. A source with these
    /// bytes that was staged before and waits is committed: to ask for its import is to say yes.
    public func bringIn(
        path: String, request: ImportRequest, progress: @escaping @Sendable (ImportProgress) -> Void = { _ in },
        as viewer: Viewer
    ) async throws -> BroughtIn {
        let staged: StagedImport
        do {
            staged = try await stage(path: path, request: request, commits: true, progress: progress, as: viewer)
        } catch let refusal as AllRefused {
            return .allRefused(refusal.staged)
        }
        if let there = staged.alreadyThere {
            guard there.state == .staged else { return .alreadyThere(there) }
            let source = try await commit(there.id, progress: progress, as: viewer)
            return .committed(StagedImport(of: source))
        }
        guard staged.source.state == .committed else { return .unusable(staged) }
        try await snapshots.follow()
        return .committed(staged)
    }
}

/// Thrown to undo a transaction in which no row was good.
struct AllRefused: Error {
    var staged: StagedImport
}
