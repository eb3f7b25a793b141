/// Compares one word of a name with one of another.
package enum PartComparison {
    /// A likeness from 0 to 1 and its reason.
    package struct Likeness: Sendable {
        package var score: Double
        package var reason: NameReason

        package init(score: Double, reason: NameReason) {
            self.score = score
            self.reason = reason
        }

        package static let none = Likeness(score: 0, reason: .different)
    }

    /// Compares two words: native ones of one script by their letters, others by how they are written or read in Latin.
    package static func words(_ a: NamePart, _ b: NamePart) -> Likeness {
        a.script == b.script && a.script != .latin ? native(a, b) : latin(a, b)
    }

    /// Compares words by their Latin letters.
    static func latin(_ a: NamePart, _ b: NamePart) -> Likeness {
        if a.letters == b.letters { return Likeness(score: 1, reason: .same) }
        if a.kind == .initial || b.kind == .initial {
            let isFirst = a.letters.first == b.letters.first && a.kind != .number && b.kind != .number
            return isFirst ? Likeness(score: Weights.initial, reason: .initial) : .none
        }
        if a.letters.count == 2 && a.letters == b.initials || b.letters.count == 2 && b.letters == a.initials {
            return Likeness(score: Weights.initial, reason: .initial)
        }
        if !a.aliases.isEmpty || !b.aliases.isEmpty, haveOneName(a, b) {
            return Likeness(score: Weights.nickname, reason: .nickname)
        }
        if a.kind == .number || b.kind == .number { return .none }
        if a.sound == b.sound { return Likeness(score: Weights.sound, reason: .sound) }
        // A letter that only one of them has takes at least half an edit.
        let longest = max(a.letters.count, b.letters.count)
        if (a.mask ^ b.mask).nonzeroBitCount > longest { return .none }
        let letters = Double(EditDistance.osa(a.letters, b.letters)) / Double(longest)
        let sounds = Double(EditDistance.osa(a.sound, b.sound)) / Double(max(a.sound.count, b.sound.count))
        let score = 1 - (letters * (1 - Weights.soundShare) + sounds * Weights.soundShare)
        return Likeness(score: score, reason: sounds * 2 <= letters ? .sound : .typing)
    }

    private static func haveOneName(_ a: NamePart, _ b: NamePart) -> Bool {
        let (first, second) = (a.aliases, b.aliases)
        if first.contains(where: { second.contains($0) }) { return true }
        return first.contains(NameKey.hash(b.letters)) || second.contains(NameKey.hash(a.letters))
    }

    /// Compares native words of one script.
    static func native(_ a: NamePart, _ b: NamePart) -> Likeness {
        if a.native == b.native { return Likeness(score: 1, reason: .same) }
        if a.script == .han { return han(a, b) }
        let longest = Double(max(a.symbols.count, b.symbols.count))
        let likeness = 1 - Double(EditDistance.osa(a.symbols, b.symbols)) / longest
        if a.sound == b.sound { return Likeness(score: max(likeness, 0.9), reason: .sound) }
        return Likeness(score: likeness, reason: .typing)
    }

    /// One wrong character is another name.
    private static func han(_ a: NamePart, _ b: NamePart) -> Likeness {
        guard a.native.count == b.native.count else { return .none }
        let same = zip(a.native, b.native).count { $0 == $1 }
        return Likeness(score: Double(same) / Double(a.native.count), reason: .typing)
    }

    /// Compares a native word, one of several, with Latin letters.
    static func romanised(_ native: Lattice, _ latin: [UInt8]) -> Likeness {
        guard !latin.isEmpty else { return .none }
        let bearable = Weights.surpriseOfWord * Double(latin.count) * 16
        // A little more than what is bearable, and it is another word.
        let surprise = Aligner.surprise(native, latin, limit: UnitTable.Cost(bearable * 1.3))
        if latin.count == 1 {
            return surprise.beginning < Aligner.never ? Likeness(score: Weights.initial, reason: .initial) : .none
        }
        if surprise.whole < Aligner.never {
            return Likeness(score: 1 - 0.2 * Double(surprise.whole) / bearable, reason: .romanised)
        }
        let isCut = latin.count >= 3 && Double(surprise.beginning) < bearable / 2
        return isCut ? Likeness(score: Weights.cut, reason: .partial) : .none
    }

    /// Compares a native name written as one word with Latin letters, of which the last may be an initial.
    static func romanised(whole native: Lattice, _ latin: [UInt8], endsInInitial: Bool) -> Likeness {
        guard !latin.isEmpty else { return .none }
        let bearable = Weights.surpriseOfName * Weights.lengths[min(latin.count, Weights.lengths.count - 1)] * 16
        let surprise = Aligner.surprise(native, latin, limit: UnitTable.Cost(bearable * 2.5))
        var likeness = Likeness.none
        if surprise.whole < Aligner.never {
            likeness = Likeness(score: 1 - 0.2 * Double(surprise.whole) / bearable, reason: .romanised)
        }
        if endsInInitial && surprise.beginning < Aligner.never {
            let score = (1 - 0.2 * Double(surprise.beginning) / bearable) * 0.85
            if score > likeness.score { likeness = Likeness(score: score, reason: .initial) }
        }
        return likeness
    }
}

/// The numbers that turn likenesses into one score; chosen on half of *name_bench* and on the synthetic persons.
enum Weights {
    /// An initial that fits, a nickname, another spelling of the same sound.
    static let initial = 0.8
    static let nickname = 0.92
    static let sound = 0.95
    /// A word of which only the beginning is written.
    static let cut = 0.75
    /// How much of what edits cost is counted on the sound, not on the letters.
    static let soundShare = 0.6
    /// Words less alike than this are other words.
    static let contradiction = 0.58
    /// What a word that only one of the names has counts against them, of its weight.
    static let extra = 0.2
    /// What two contradicting words count, of their weight.
    static let conflict = 1.8
    /// The surprise of a romanisation that is just still the same name: for a word beside others that agree, in nats a
    /// letter; for a name that stands alone, in nats over the length that counts.
    static let surpriseOfWord = 1.3
    static let surpriseOfName = 1.5
    /// The length that counts of a name of 0, 1, 2 … letters: its 0.7th power. From nine letters on all are alike, for
    /// many long names begin with the same words.
    static let lengths = [0, 1, 1.62, 2.16, 2.64, 3.09, 3.51, 3.90, 4.29, 4.66]
}
