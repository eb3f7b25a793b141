import Testing

@testable import Networks

@Test("work in a cancelled task ends")
func cancelled() async {
    let task = Task {
        while !Task.isCancelled { await Task.yield() }
        try Work.quiet.step(1, 2)
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
}
