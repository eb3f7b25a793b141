@testable import Linkage

/// A town of made-up people, as several registers would hold them: with slips of the pen, missing fields, year-only dates, and
/// telephones shared by families.
struct Town {
    private(set) var table = Table(columns: Town.columns)
    /// For each record who it is.
    private(set) var truth: [Int] = []
    private var dice: Dice

    static let columns = ["rec_id", "given", "family", "gender", "dob", "phone", "passport", "province"]
    private static let starts = ["so", "chan", "mali", "ni", "pra", "wi", "ka", "tha", "lu", "bo", "da", "re"]
    private static let ends = ["chai", "ra", "wan", "nee", "sert", "da", "pong", "mon", "tip", "rit"]
    private static let places = ["north", "south", "east", "west", "hill", "river"]

    init(people: Int, seed: UInt64) {
        dice = Dice(seed: seed)
        for person in 0..<people {
            let whole = self.person(person)
            for _ in 0..<(1 + dice.below(4)) { add(whole, person) }
        }
    }

    private mutating func name() -> String {
        Self.starts[dice.below(Self.starts.count)] + Self.starts[dice.below(Self.starts.count)]
            + Self.ends[dice.below(Self.ends.count)]
    }

    private mutating func person(_ number: Int) -> [String] {
        let date = "\(1950 + dice.below(50))-\(two(1 + dice.below(12)))-\(two(2 + dice.below(27)))"
        return [
            name(), name(), dice.below(2) == 0 ? "f" : "m", date, "66000\(1_000_000 + dice.below(9_000_000))",
            "X\(1_000_000 + dice.below(9_000_000))", Self.places[dice.below(Self.places.count)],
        ]
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private mutating func add(_ person: [String], _ number: Int) {
        var fields = person
        for index in fields.indices where dice.below(100) < [2, 8, 10, 25, 35, 55, 20][index] { fields[index] = "" }
        if dice.below(5) == 0 { fields[0] = slip(fields[0]) }
        if dice.below(8) == 0 { fields[1] = slip(fields[1]) }
        if dice.below(10) == 0, fields[3].count == 10 { fields[3] = fields[3].prefix(4) + "-01-01" }
        let id = "r\(1000 + table.count)"
        table.append(id: id, source: UInt16(dice.below(2)), fields: [id] + fields)
        truth.append(number)
    }

    private mutating func slip(_ text: String) -> String {
        var letters = Array(text)
        guard letters.count > 3 else { return text }
        let place = 1 + dice.below(letters.count - 2)
        if dice.below(2) == 0 { letters.swapAt(place, place + 1) } else { letters.remove(at: place) }
        return String(letters)
    }

    /// Precision, recall and F1 over pairs.
    func score(_ clusters: [[Int]]) -> (precision: Double, recall: Double, f1: Double) {
        Town.score(clusters, truth: truth)
    }

    static func score(_ clusters: [[Int]], truth: [some Hashable]) -> (precision: Double, recall: Double, f1: Double) {
        func pairs(_ count: Int) -> Double { Double(count * (count - 1)) / 2 }
        let actual = Dictionary(grouping: truth) { $0 }.values.reduce(0) { $0 + pairs($1.count) }
        let found = clusters.reduce(0) { $0 + pairs($1.count) }
        let right = clusters.reduce(0) { sum, cluster in
            sum + Dictionary(grouping: cluster) { truth[$0] }.values.reduce(0) { $0 + pairs($1.count) }
        }
        let (precision, recall) = (right / max(found, 1), right / max(actual, 1))
        return (precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))
    }
}

/// Random numbers that a seed repeats.
struct Dice {
    private var random: SplitMix
    init(seed: UInt64) { random = SplitMix(seed: seed) }
    mutating func below(_ bound: Int) -> Int { random.below(bound) }
    mutating func shuffled<T>(_ list: [T]) -> [T] {
        var list = list
        for index in list.indices.dropLast() { list.swapAt(index, index + below(list.count - index)) }
        return list
    }
    mutating func word(_ letters: String, upTo length: Int) -> [UInt8] {
        let all = Array(letters.utf8)
        return (0..<below(length + 1)).map { _ in all[below(all.count)] }
    }
}
