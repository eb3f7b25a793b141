/// Finds replaced phones by behaviour, whatever the numbers are.
///
/// A pair (a, b) is weighed by Bayes' rule against two other explanations of b: a new person, and one who
/// joins the circle of somebody. See docs/network.md for the formula.
struct ReplacementSearch {
    let calls: Calls
    let settings: ReplacementSettings
    let index: CallIndex
    let habits: Habits
    /// The strongest rise of each phone.
    let rises: [Turning]

    /// Rises of fewer bits make no new phone.
    static let clearRise = 5.0

    init(_ calls: Calls, _ settings: ReplacementSettings) {
        self.calls = calls
        self.settings = settings
        index = CallIndex(calls)
        habits = Habits(calls, index, zoneOffset: settings.zoneOffset)
        rises = (0..<calls.phoneCount).map { [index] phone in
            Turning.strongest(index.rows[index.span(of: phone)], of: calls.count, .rise)
        }
    }

    /// The rows in which a phone takes part.
    func rows(of phone: Int) -> ArraySlice<UInt32> { index.rows[index.span(of: phone)] }

    func run(_ work: Work) throws(CancellationError) -> [Replacement] {
        var found: [Replacement] = []
        var holder = [UInt32](0..<UInt32(calls.phoneCount))
        for round in 1...max(1, settings.rounds) {
            try work.step(round - 1, settings.rounds)
            var pass = ReplacementPass(self, holder, changed: changes(found, holder))
            let weighed = try pass.weigh(work)
            var known: [Int: Int] = [:]
            for (place, pair) in found.enumerated() { known[Int(pair.new)] = place }
            var fresh: [Replacement] = []
            for var pair in weighed {
                if let place = known[Int(pair.new)], found[place].old == pair.old {
                    pair.round = found[place].round
                    found[place] = pair
                } else {
                    pair.round = round
                    fresh.append(pair)
                }
            }
            let accepted = choose(fresh, besides: found)
            guard !accepted.isEmpty else { break }
            found += accepted
            holder = holders(found)
        }
        return found.sorted { $0.bits != $1.bits ? $0.bits > $1.bits : ($0.old, $0.new) < ($1.old, $1.new) }
    }

    /// The pairs that reach the threshold, each phone once as old and once as new.
    private func choose(_ pairs: [Replacement], besides found: [Replacement]) -> [Replacement] {
        var olds = Set(found.map(\.old))
        var news = Set(found.map(\.new))
        var chosen: [Replacement] = []
        for pair in pairs.sorted(by: { $0.bits != $1.bits ? $0.bits > $1.bits : ($0.old, $0.new) < ($1.old, $1.new) }) {
            guard pair.probability >= settings.threshold, !olds.contains(pair.old), !news.contains(pair.new) else {
                continue
            }
            olds.insert(pair.old)
            news.insert(pair.new)
            chosen.append(pair)
        }
        return chosen
    }

    /// When holders of several phones changed them.
    private func changes(_ found: [Replacement], _ holder: [UInt32]) -> [UInt32: Int64] {
        var changed: [UInt32: Int64] = [:]
        for pair in found { changed[holder[Int(pair.new)]] = pair.evidence.newFrom }
        return changed
    }

    /// Phones with their replacements as one holder, named by its lowest phone.
    private func holders(_ found: [Replacement]) -> [UInt32] {
        var holder = [UInt32](0..<UInt32(calls.phoneCount))
        func root(_ phone: UInt32) -> UInt32 {
            var phone = phone
            while holder[Int(phone)] != phone { phone = holder[Int(phone)] }
            return phone
        }
        for pair in found {
            let (a, b) = (root(pair.old), root(pair.new))
            holder[Int(max(a, b))] = min(a, b)
        }
        for phone in holder.indices { holder[phone] = root(UInt32(phone)) }
        return holder
    }
}
