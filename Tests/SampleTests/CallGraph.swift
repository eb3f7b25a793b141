@testable import Sample

/// Who called whom how often, number by number, as somebody has it who has read the three operators' files.
struct CallGraph {
    let province: Province
    private(set) var calls: [PhoneNumber: [PhoneNumber: Int]] = [:]

    init(_ province: Province) {
        self.province = province
        for day in 0..<province.days {
            for provider in [Operator.siam, .mekong, .lanexang] {
                for call in province.calls(on: day, by: provider) {
                    let a = province.phones[Int(call.caller)].number
                    let b = province.phones[Int(call.callee)].number
                    calls[a, default: [:]][b, default: 0] += 1
                    calls[b, default: [:]][a, default: 0] += 1
                }
            }
        }
    }

    /// Numbers with most distinct contacts first.
    var byDegree: [PhoneNumber] {
        calls.keys.sorted { (-degree($0), $0.international) < (-degree($1), $1.international) }
    }

    func degree(_ number: PhoneNumber) -> Int { calls[number]?.count ?? 0 }

    /// The numbers that somebody speaks with at least so often.
    func frequent(_ number: PhoneNumber, atLeast count: Int) -> [PhoneNumber] {
        (calls[number] ?? [:]).filter { $0.value >= count }.keys.sorted { $0.international < $1.international }
    }

    /// How many of the given sites each number reaches through one go-between, over frequent contacts only, divided by
    /// the root of its own number of contacts: much reach from few contacts. Highest first.
    func bySiteReach(_ sites: [[PhoneNumber]], stopped: Set<PhoneNumber>) -> [PhoneNumber] {
        var reached: [PhoneNumber: Set<Int>] = [:]
        for (site, numbers) in sites.enumerated() {
            for manager in numbers {
                for between in frequent(manager, atLeast: 6) where !stopped.contains(between) {
                    for far in frequent(between, atLeast: 6) where far != manager && !stopped.contains(far) {
                        reached[far, default: []].insert(site)
                    }
                }
            }
        }
        func score(_ number: PhoneNumber) -> Double {
            Double(reached[number]?.count ?? 0) / Double(max(1, degree(number))).squareRoot()
        }
        return reached.keys.sorted { (-score($0), $0.international) < (-score($1), $1.international) }
    }
}
