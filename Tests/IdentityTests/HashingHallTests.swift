import Glibc
import Synchronization
import Testing

@testable import Identity

@Suite struct HashingHallTests {
    @Test("two are hashed at once, so many wait, and the next is told to come again")
    func bounds() async throws {
        let hall = HashingHall(atOnce: 2, waiting: 3)
        let gate = Gate()
        let crowd = Crowd()
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<5 {
                group.addTask {
                    await Self.entered(hall) {
                        crowd.come()
                        gate.wait()
                        crowd.go()
                    }
                }
            }
            while !hall.isFull { await Task.yield() }
            let sixth = await Self.entered(hall) {}
            #expect(!sixth, "the line is full")
            gate.open()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes == [true, true, true, true, true])
        #expect(crowd.most == 2)
        let again = await Self.entered(hall) {}
        #expect(again, "there is room again")
    }

    @Test("what is thrown inside comes out, and the place is free again")
    func throwing() async throws {
        let hall = HashingHall(atOnce: 1, waiting: 0)
        for _ in 0..<3 {
            await #expect(throws: IdentityError.refused) { try await hall.run { throw IdentityError.refused } }
        }
    }

    private static func entered(_ hall: HashingHall, _ body: @escaping @Sendable () -> Void) async -> Bool {
        do {
            try await hall.run(body)
            return true
        } catch { return false }
    }

    /// Counts how many are inside.
    private final class Crowd: Sendable {
        private let counts = Mutex((now: 0, most: 0))
        var most: Int { counts.withLock { $0.most } }
        func come() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
        func go() { counts.withLock { $0.now -= 1 } }
    }

    /// Holds threads until it is opened.
    private final class Gate: Sendable {
        private let isOpen = Mutex(false)
        func open() { isOpen.withLock { $0 = true } }
        func wait() { while !isOpen.withLock({ $0 }) { pause() } }
        private func pause() { var rest = timespec(tv_sec: 0, tv_nsec: 1_000_000); nanosleep(&rest, nil) }
    }
}
