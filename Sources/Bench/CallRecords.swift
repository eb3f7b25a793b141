import Foundation

/// Call records for the benchmarks: as many as asked for, the same bytes every time.
enum CallRecords {
    /// Writes a CSV in the layout of `calls-siam`: 50,000 numbers with a heavy tail, 2,000 cells, in time order.
    static func write(_ count: Int, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw BenchError.cannotWrite(path) }
        defer { try? file.close() }
        var random = SplitMix(state: 7)
        var text = Data("CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID\n".utf8)
        for row in 0..<count {
            text.append(contentsOf: line(row, of: count, &random).utf8)
            if text.count > 1 << 20 {
                try file.write(contentsOf: text)
                text.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: text)
    }

    private static func line(_ row: Int, of count: Int, _ random: inout SplitMix) -> String {
        let caller = subscriber(&random)
        let called = subscriber(&random)
        let second = row * 7_776_000 / count
        let cell = random.below(2_000)
        let kind = random.below(8) == 0 ? "SMS" : "VOICE"
        let duration = kind == "SMS" ? "0" : String(random.below(900))
        return """
            \(number(caller)),\(number(called)),\(time(second)),\(duration),\(kind),\(handset(caller)),\
            52001\(padded(caller, 10)),520-01-\(cell / 100 + 1_000)-\(cell % 100)\n
            """
    }

    /// The call's number of a subscriber, as this operator writes it.
    static func number(_ subscriber: Int) -> String { "08\(padded(10_000_000 + subscriber * 7, 8))" }

    /// How many subscribers there are.
    static let subscribers = 50_000

    // The square of a uniform number: a few subscribers call often, most seldom.
    private static func subscriber(_ random: inout SplitMix) -> Int {
        let unit = Double(random.next() >> 11) / Double(1 << 53)
        return Int(unit * unit * Double(subscribers))
    }

    // Fourteen digits and their check digit (Luhn).
    private static func handset(_ subscriber: Int) -> String {
        let body = "86000000" + padded(subscriber, 6)
        var sum = 0
        for (index, digit) in body.utf8.enumerated() {
            let value = Int(digit) - 48
            sum += index % 2 == 1 ? (value * 2 > 9 ? value * 2 - 9 : value * 2) : value
        }
        return body + String((10 - sum % 10) % 10)
    }

    private static func time(_ second: Int) -> String {
        let (day, rest) = (second / 86_400, second % 86_400)
        let month = day < 30 ? 6 : day < 61 ? 7 : 8
        let date = day < 30 ? day + 1 : day < 61 ? day - 29 : day - 60
        return
            "2026-\(padded(month, 2))-\(padded(date, 2)) \(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

/// A small generator of numbers that are the same on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// What can go wrong in a benchmark.
enum BenchError: Error {
    case usage
    case cannotWrite(String)
    case notCommitted(String)
    case nothingFound(String)
}
