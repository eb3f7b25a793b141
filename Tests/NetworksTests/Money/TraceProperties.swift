import Networks
import Testing

/// Random transfers, and a trace that follows every single unit.
@Suite("Following money: what always holds")
struct TraceProperties {
    static func random(_ seed: UInt64, most: Int = 40) -> Transfers {
        var draw = Draws(seed)
        let accounts = 2 + draw.below(8)
        let count = 1 + draw.below(most)
        var columns: (from: [UInt32], to: [UInt32], time: [Int64], amount: [Int64]) = ([], [], [], [])
        for _ in 0..<count {
            columns.from.append(UInt32(draw.below(accounts)))
            columns.to.append(UInt32(draw.below(accounts)))
            columns.time.append(Int64(draw.below(30)))
            columns.amount.append(Int64(draw.below(20)))
        }
        return Transfers(
            accounts: accounts, from: columns.from, to: columns.to, time: columns.time, amount: columns.amount)
    }

    static func request(_ seed: UInt64, _ transfers: Transfers) -> TraceRequest {
        var draw = Draws(seed &+ 999)
        var request = TraceRequest(account: draw.below(transfers.accounts), steps: 1 + draw.below(6))
        if draw.below(2) == 0 { request.from = Int64(draw.below(30)) }
        if draw.below(3) == 0 { request.until = Int64(draw.below(30)) }
        if draw.below(3) == 0 { request.amount = Int64(draw.below(30)) }
        return request
    }

    @Test("every unit is somewhere: flows of the first step and rests sum up to one total, both ways, by both methods")
    func conserved() throws {
        for seed in 0..<400 as Range<UInt64> {
            let transfers = Self.random(seed)
            var request = Self.request(seed, transfers)
            for method in TraceRequest.Method.allCases {
                for isBackward in [false, true] {
                    (request.method, request.isBackward) = (method, isBackward)
                    let trace = try Trace(transfers, request)
                    #expect(trace.rests.reduce(0) { $0 + $1.amount } == trace.total, "seed \(seed) \(request)")
                    var carried: [Int: Int64] = [:]
                    for flow in trace.flows {
                        carried[flow.transfer, default: 0] += flow.amount
                        #expect(flow.step <= request.steps)
                    }
                    for (transfer, amount) in carried {
                        #expect(amount <= transfers.amount[transfer], "seed \(seed) \(request)")
                    }
                    let bands = trace.bands(transfers)
                    #expect(bands.reduce(0) { $0 + $1.amount } == trace.flows.reduce(0) { $0 + $1.amount })
                }
            }
        }
    }

    @Test("first in, first out agrees with a queue of single units, whose steps are counted one by one")
    func singleUnits() throws {
        for seed in 0..<400 as Range<UInt64> {
            let transfers = Self.random(seed)
            let request = Self.request(seed, transfers)
            var expected: [[Int]: Int64] = [:]
            var queues = [[Int?]](repeating: [], count: transfers.accounts)
            var wanted = request.amount ?? .max
            for index in 0..<transfers.count where transfers.time[index] <= request.until ?? .max {
                let (from, to) = (Int(transfers.from[index]), Int(transfers.to[index]))
                // A unit is nil when it is not followed; else it is the number of steps that it has made.
                var moved: [Int?] = []
                for _ in 0..<transfers.amount[index] {
                    moved.append(queues[from].isEmpty ? nil : queues[from].removeFirst())
                }
                for place in moved.indices {
                    if from == request.account {
                        let isWanted = wanted > 0 && transfers.time[index] >= request.from ?? .min
                        if isWanted { wanted -= 1 }
                        moved[place] = isWanted ? 1 : nil
                    } else if let steps = moved[place] {
                        moved[place] = steps < request.steps ? steps + 1 : nil
                    }
                    if let steps = moved[place] { expected[[steps, index], default: 0] += 1 }
                    if to == request.account { moved[place] = nil }
                }
                queues[to] += moved
            }
            var found: [[Int]: Int64] = [:]
            for flow in try Trace(transfers, request).flows { found[[flow.step, flow.transfer]] = flow.amount }
            #expect(found == expected, "seed \(seed) \(request)")
        }
    }

    @Test("backward is forward's mirror: what one transfer gave another is the same from both ends")
    func mirrored() throws {
        for seed in 0..<300 as Range<UInt64> {
            let transfers = Self.random(seed)
            for first in 0..<transfers.accounts {
                var request = TraceRequest(account: first, steps: 2)
                let forward = try Trace(transfers, request)
                var sums = [Int: Int64](minimumCapacity: transfers.accounts)
                for flow in forward.flows where flow.step == 2 {
                    let (payer, payee) = (Int(transfers.from[flow.transfer]), Int(transfers.to[flow.transfer]))
                    if payer != first, payer != payee, payee != first { sums[payee, default: 0] += flow.amount }
                }
                request.isBackward = true
                for (last, sum) in sums {
                    request.account = last
                    let backward = try Trace(transfers, request)
                    var back: Int64 = 0
                    for flow in backward.flows where flow.step == 2 {
                        let (payer, payee) = (Int(transfers.from[flow.transfer]), Int(transfers.to[flow.transfer]))
                        if payer == first, payee != first, payee != last { back += flow.amount }
                    }
                    #expect(back == sum, "seed \(seed), \(first) to \(last)")
                }
            }
        }
    }
}

/// Random numbers for tests, from a seed.
struct Draws {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed &* 0xD1B5_4A32_D192_ED03 &+ 1
        state = (state ^ (state >> 31)) &* 0xBF58_476D_1CE4_E5B9
    }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    mutating func unit() -> Double { Double(below(1 << 30)) / Double(1 << 30) }
}
