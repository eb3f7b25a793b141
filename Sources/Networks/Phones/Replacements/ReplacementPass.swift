/// One round of the search: every new phone against everybody, with what is known of holders so far.
struct ReplacementPass {
    private let search: ReplacementSearch
    private let calls: Calls
    private let holder: [UInt32]
    /// For a holder of several phones, when it changed them (the last change); else nil.
    private let changed: [UInt32: Int64]
    private let table: ContactTable
    private let evidence: ContactEvidence
    private let around: ContactsTurned
    private var rivals: Rivals
    private var isShared: [Bool]

    /// So many of the likest phones are looked at closely.
    private static let close = 8
    /// Pairs with less than this are not kept.
    static let least = -4.0

    init(_ search: ReplacementSearch, _ holder: [UInt32], changed: [UInt32: Int64]) {
        self.search = search
        self.holder = holder
        self.changed = changed
        calls = search.calls
        table = ContactTable(calls, search.index, holder: holder)
        evidence = ContactEvidence(table, phones: calls.phoneCount)
        around = ContactsTurned(table, phones: calls.phoneCount)
        rivals = Rivals(phones: calls.phoneCount)
        isShared = Array(repeating: false, count: calls.phoneCount)
    }

    /// All pairs that are worth a look.
    mutating func weigh(_ work: Work) throws(CancellationError) -> [Replacement] {
        var pairs: [Replacement] = []
        for phone in 0..<calls.phoneCount where search.rises[phone].bits >= ReplacementSearch.clearRise {
            if phone % 1024 == 0 { try work.step(phone, calls.phoneCount) }
            pairs += weigh(new: phone)
        }
        // Two new phones may claim one old one: each is as likely as the other leaves it.
        var claims: [UInt32: Double] = [:]
        for pair in pairs { claims[pair.old, default: 1] += Bits.power(pair.bits) }
        for place in pairs.indices {
            let others = (claims[pairs[place].old] ?? 1) - Bits.power(pairs[place].bits)
            pairs[place].evidence.claims = -Bits.log2(max(1, others))
            pairs[place].bits = pairs[place].evidence.sum
            pairs[place].probability = Bits.probability(pairs[place].bits)
        }
        return pairs
    }

    private mutating func weigh(new: Int) -> [Replacement] {
        let settings = search.settings
        let all = rivals.all(of: new, evidence, around, hub: settings.hub)
        // Nobody among so many: a new person with contacts of their own.
        let nobody = Bits.log2(Double(calls.phoneCount))
        var total = Double(calls.phoneCount)
        for rival in all where rival.bits > nobody - 8 { total += Bits.power(min(500, rival.bits)) }
        let newness = 0.5 * min(0, search.rises[new].bits - 10)
        let likest = all.filter {
            $0.shared >= settings.sharedContacts
                && 0.4 * ($0.bits - nobody) + newness + ReplacementEvidence.most > Self.least
        }.sorted { $0.bits != $1.bits ? $0.bits > $1.bits : $0.phone < $1.phone }.prefix(Self.close)
        var pairs: [Replacement] = []
        for rival in likest {
            let own = rival.bits > nobody - 8 ? Bits.power(min(500, rival.bits)) : 0
            let others = max(Double(calls.phoneCount), total - own)
            var evidence = ReplacementEvidence()
            evidence.contacts = min(4, 0.4 * (rival.bits - Bits.log2(others)))
            evidence.newness = newness
            evidence.shared = rival.shared
            guard weigh(rival.phone, new, &evidence), evidence.sum > Self.least else { continue }
            pairs.append(
                Replacement(
                    old: UInt32(rival.phone), new: UInt32(new), probability: 0, bits: evidence.sum,
                    evidence: evidence, round: 0))
        }
        return pairs
    }

    /// Weighs a pair, what costs little first; false when the shared contacts did not change over, or when the pair
    /// cannot come to anything any more.
    private mutating func weigh(_ old: Int, _ new: Int, _ evidence: inout ReplacementEvidence) -> Bool {
        let common = table.common(old, new)
        for contact in common { isShared[Int(contact)] = true }
        defer { for contact in common { isShared[Int(contact)] = false } }
        evidence.coverage = coverage(old: old, new: new)
        guard evidence.sum + ReplacementEvidence.most - ReplacementEvidence.mostCoverage > Self.least else {
            return false
        }
        let (a, b) = (rows(of: old), rows(of: new))
        guard let row = moment(a, b) else { return false }
        let before = a.firstIndex { Int($0) >= row } ?? a.count
        let behind = b.firstIndex { Int($0) >= row } ?? b.count
        guard before > 0, behind < b.count else { return false }
        (evidence.oldBefore, evidence.oldAfter) = (before, a.count - before)
        (evidence.newBefore, evidence.newAfter) = (behind, b.count - behind)
        evidence.oldUntil = calls.time[Int(a[before - 1])]
        evidence.newFrom = calls.time[Int(b[behind])]
        evidence.stray = -stray(evidence.oldAfter, of: a.count) - stray(evidence.newBefore, of: b.count)
        let fall = Turning.bits(before: before, after: a.count - before, row: row, of: calls.count, .fall)
        evidence.silence = 0.8 * min(0, max(turn(search.rows(of: old), at: row, .fall), 0.5 * fall) - 10)
        evidence.newness = 0.5 * min(0, turn(search.rows(of: new), at: row, .rise) - 10)
        let near = common.filter { contact in
            changed[contact].map { abs($0 - evidence.newFrom) <= Self.sameTime } ?? false
        }
        evidence.replacedContacts = near.count
        evidence.together = min(2, 0.5 * Double(near.count))
        guard evidence.sum + ReplacementEvidence.mostHabits > Self.least else { return false }
        weighLives(old, new, &evidence)
        return true
    }

    /// Replacements so near to each other happen together, ms.
    private static let sameTime: Int64 = 2 * 86_400_000

    /// Places and hours of all calls of both, and whether they call each other.
    private func weighLives(_ old: Int, _ new: Int, _ evidence: inout ReplacementEvidence) {
        let (olds, news) = (search.rows(of: old), search.rows(of: new))
        let (here, there) = (search.habits.cells(of: old, olds), search.habits.cells(of: new, news))
        evidence.places = search.habits.placeBits(here, there)
        evidence.sharedCells = there.keys.reduce(0) { $0 + (here[$1] == nil ? 0 : 1) }
        evidence.hours = search.habits.hourBits(olds, news)
        var calling = 0
        for row in olds where other(Int(row), than: old) == UInt32(new) { calling += 1 }
        evidence.mutual = -min(16, 4 * Double(max(0, calling - 1)))
    }

    private func turn(_ rows: ArraySlice<UInt32>, at row: Int, _ direction: Turning.Direction) -> Double {
        let split = rows.firstIndex { Int($0) >= row } ?? rows.endIndex
        return Turning.bits(
            before: split - rows.startIndex, after: rows.endIndex - split, row: row, of: calls.count, direction)
    }

    /// When the shared contacts went from the old phone to the new one; nil if they did not.
    private func moment(_ a: [UInt32], _ b: [UInt32]) -> Int? {
        var best = Turning()
        var (before, behind) = (0, 0)
        while before < a.count || behind < b.count {
            let isOld = behind == b.count || (before < a.count && a[before] < b[behind])
            let row = isOld ? Int(a[before]) + 1 : Int(b[behind])
            if isOld { before += 1 }
            let fall = Turning.bits(before: before, after: a.count - before, row: row, of: calls.count, .fall)
            let rise = Turning.bits(before: behind, after: b.count - behind, row: row, of: calls.count, .rise)
            if fall > 0, rise > 0, fall + rise > best.bits { best = Turning(bits: fall + rise, row: row) }
            if !isOld { behind += 1 }
        }
        return best.bits > 0 ? best.row : nil
    }

    /// What it costs that a phone is used on the wrong side of the change, where a tenth of the calls is to be
    /// expected: n times the divergence of the share from a tenth.
    private func stray(_ count: Int, of all: Int) -> Double {
        let share = Double(count) / Double(all)
        guard share > 0.1 else { return 0 }
        let rest = share < 1 ? (1 - share) * Bits.log2((1 - share) / 0.9) : 0
        return Double(all) * (share * Bits.log2(share / 0.1) + rest)
    }

    /// How much of the old phone's life the new one goes on with, against what could be seen of it in as many calls.
    private func coverage(old: Int, new: Int) -> Double {
        let span = table.span(of: old)
        let calls = span.reduce(0.0) { $0 + Double(table.calls[$1]) }
        let reach = table.span(of: new).reduce(0.0) { $0 + Double(table.calls[$1]) } * 0.6
        var (seen, expected) = (0.0, 0.0)
        for place in span {
            let weight = Double(evidence.weights[place])
            let share = Double(table.calls[place]) / calls
            expected += weight * (1 - Bits.power(reach * Bits.log2(max(1e-9, 1 - share))))
            if isShared[Int(table.contact[place])] { seen += weight }
        }
        return expected > 0 ? 2 * ReplacementEvidence.mostCoverage * (min(1, seen / expected) - 0.5) : 0
    }

    /// The rows of a phone with contacts that are marked as shared.
    private func rows(of phone: Int) -> [UInt32] {
        search.rows(of: phone).filter { isShared[Int(holder[Int(other(Int($0), than: phone))])] }
    }

    private func other(_ row: Int, than phone: Int) -> UInt32 {
        calls.from[row] == UInt32(phone) ? calls.to[row] : calls.from[row]
    }
}
