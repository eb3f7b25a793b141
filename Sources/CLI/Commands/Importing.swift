import Access
import RichPicture
import Words

/// One file on its way in.
struct Importing {
    let order: ImportOrder
    let picture: RichPicture
    let command: ImportCommand
    let viewer: Viewer
    let shell: Shell

    /// Brings the file in, or stages it. What is wrong with this file is in the report; only what would be wrong with
    /// every other one, such as a full disk, is thrown.
    func run() async throws -> ImportReport {
        do {
            return ImportReport(path: order.path, result: try await bringIn())
        } catch let error as any Explained where Ending(of: error) != .database {
            return ImportReport(path: order.path, result: .failed(error.phrase, Ending(of: error)))
        }
    }

    private func bringIn() async throws -> ImportReport.Result {
        let progress = Progress(in: shell)
        defer { progress.end() }
        let report = progress.ofImport(order.request.name)
        let request = order.request
        guard !command.stage else { return try await stage(progress: report, as: viewer) }
        switch try await picture.bringIn(path: order.path, request: request, progress: report, as: viewer) {
        case .committed(let staged): return .committed(staged)
        case .unusable(let staged): return .unusable(staged)
        case .allRefused(let staged): return .allRefused(staged)
        case .alreadyThere(let source): return .alreadyThere(source)
        }
    }

    private func stage(
        progress: @escaping @Sendable (ImportProgress) -> Void, as viewer: Viewer
    ) async throws -> ImportReport.Result {
        let staged = try await picture.stage(
            path: order.path, request: order.request, progress: progress, as: viewer)
        if let there = staged.alreadyThere { return .alreadyThere(there) }
        if staged.source.state == .unusable { return .unusable(staged) }
        if staged.source.counts.rows > 0, staged.source.counts.accepted == 0 {
            try await picture.discard(staged.source.id, as: viewer)
            return .allRefused(staged)
        }
        return .staged(staged)
    }
}
