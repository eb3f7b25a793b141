/// How long work is told about and stopped: asked between portions, never inside a hot loop.
///
///     for portion in portions { try work.step(done, of: total) … }
public struct Work: Sendable {
    /// Called with what is done of what there is to do; throwing `CancellationError` ends the work.
    public let step: @Sendable (_ done: Int, _ total: Int) throws(CancellationError) -> Void

    /// Work that somebody watches.
    public init(_ step: @escaping @Sendable (_ done: Int, _ total: Int) throws(CancellationError) -> Void) {
        self.step = step
    }

    /// Work that nobody watches, and that ends when the task in which it runs is cancelled.
    public static let quiet = Work { _, _ throws(CancellationError) in
        if Task.isCancelled { throw CancellationError() }
    }
}
