import RichPicture
import Words

/// One file on its way in.
struct Importing {
    let order: ImportOrder
    let picture: RichPicture
    let command: ImportCommand
    let shell: Shell

    /// Stages and commits. What is wrong with this file is in the report; only what would be wrong with every other
    /// one, such as a full disk, is thrown.
    func run() async throws -> ImportReport {
        do {
            return try await stageAndCommit()
        } catch let error as any Explained where Ending(of: error) != .database {
            return ImportReport(path: order.path, result: .failed(error.phrase, Ending(of: error)))
        }
    }

    private func stageAndCommit() async throws -> ImportReport {
        let progress = Progress(in: shell)
        defer { progress.end() }
        let report = progress.ofImport(order.request.name)
        let viewer = command.common.viewer
        let staged = try await picture.stage(path: order.path, request: order.request, progress: report, as: viewer)
        func ended(_ result: ImportReport.Result) -> ImportReport { ImportReport(path: order.path, result: result) }
        if let there = staged.alreadyThere {
            guard there.state == .staged, !command.stage else { return ended(.alreadyThere(there)) }
            // It was read before and waits; to ask for its import is to commit it.
            return ended(.committed(staged, try await picture.commit(there.id, progress: report, as: viewer)))
        }
        if staged.source.state == .unusable { return ended(.unusable(staged)) }
        if staged.source.counts.rows > 0, staged.source.counts.accepted == 0 {
            try await picture.discard(staged.source.id, as: viewer)
            return ended(.allRefused(staged))
        }
        if command.stage { return ended(.staged(staged)) }
        return ended(.committed(staged, try await picture.commit(staged.source.id, progress: report, as: viewer)))
    }
}
