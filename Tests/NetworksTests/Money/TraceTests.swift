import Networks
import Testing

@Suite("Following money")
struct TraceTests {
    /// a pays b 100, c pays b 50, b pays d 120, d pays e 90.
    private let example = Transfers(
        accounts: 5, from: [0, 2, 1, 3], to: [1, 1, 3, 4], time: [10, 20, 30, 40], amount: [100, 50, 120, 90])

    @Test("what came first leaves first: of 120 that b pays, 100 are a's; of 90 that d pays, 90 are")
    func firstInFirstOut() throws {
        let trace = try Trace(example, TraceRequest(account: 0))
        #expect(trace.total == 100)
        #expect(trace.flows.map(\.transfer) == [0, 2, 3])
        #expect(trace.flows.map(\.amount) == [100, 100, 90])
        #expect(trace.rests.map(\.account) == [4, 3])
        #expect(trace.rests.map(\.amount) == [90, 10])
        let second = try Trace(example, TraceRequest(account: 2))
        #expect(second.flows.map(\.amount) == [50, 20])
        #expect(second.rests.map(\.amount) == [30, 20])
    }

    @Test("in proportion: of 120 that b pays out of 150, two thirds are a's; rounded down, and nothing is lost")
    func proportional() throws {
        var request = TraceRequest(account: 0)
        request.method = .proportional
        let trace = try Trace(example, request)
        #expect(trace.flows.map(\.amount) == [100, 80, 60])
        #expect(trace.rests.reduce(0) { $0 + $1.amount } == 100)
        request.steps = 2
        let short = try Trace(example, request)
        #expect(short.rests.contains { $0.account == 3 && $0.reason == .steps && $0.amount == 80 })
    }

    @Test("backward: what e received came from b through d, and there from a first")
    func backward() throws {
        var request = TraceRequest(account: 4)
        request.isBackward = true
        let trace = try Trace(example, request)
        #expect(trace.flows.map(\.transfer) == [3, 2, 0])
        #expect(trace.flows.map(\.amount) == [90, 90, 90])
        #expect(trace.rests.map(\.account) == [0])
        request.method = .proportional
        let mixed = try Trace(example, request)
        #expect(mixed.flows.map(\.amount) == [90, 90, 60, 30])
        #expect(mixed.rests.map(\.account) == [0, 2])
    }

    @Test("no more is followed than was asked for, from then on, and until then")
    func bounds() throws {
        var request = TraceRequest(account: 0, from: 5)
        request.amount = 70
        #expect(try Trace(example, request).flows.map(\.amount) == [70, 70, 70])
        request.until = 30
        #expect(try Trace(example, request).flows.map(\.amount) == [70, 70])
        request.from = 11
        #expect(try Trace(example, request).total == 0)
    }

    @Test("money that comes back to the account is not counted twice")
    func returned() throws {
        let round = Transfers(accounts: 2, from: [0, 1, 0], to: [1, 0, 1], time: [1, 2, 3], amount: [10, 10, 10])
        for method in TraceRequest.Method.allCases {
            var request = TraceRequest(account: 0)
            request.method = method
            let trace = try Trace(round, request)
            #expect(trace.total == 20)
            #expect(trace.rests.map(\.reason).contains(.returned))
            #expect(trace.rests.reduce(0) { $0 + $1.amount } == 20)
        }
    }

    @Test("work that is stopped ends")
    func stopped() {
        let work = Work { _, _ throws(CancellationError) in throw CancellationError() }
        #expect(throws: CancellationError.self) { try Trace(example, TraceRequest(account: 0), work: work) }
    }
}
