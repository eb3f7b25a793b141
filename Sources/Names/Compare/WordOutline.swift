/// What of a word is seen at a glance: enough to tell that two words are not alike, without comparing them.
package struct WordOutline: Sendable {
    private let script: Script
    private let letters: Outline
    private let sound: Outline
    private let symbols: Outline
    /// Only of names without other forms can it be told.
    private let isPlain: Bool

    /// Which letters there are, a bit each, and how many.
    private struct Outline: Sendable {
        let mask: UInt32
        let count: UInt8

        init(_ letters: [UInt8]) {
            mask = NamePart.mask(letters)
            count = UInt8(clamping: letters.count)
        }

        /// The least share of letters that have to be changed: one that only one of them has takes at least half an edit.
        @inline(__always)
        func distance(_ other: Outline) -> Double {
            let least = max(((mask ^ other.mask).nonzeroBitCount + 1) / 2, abs(Int(count) - Int(other.count)))
            return Double(least) / Double(max(count, other.count, 1))
        }
    }

    /// Of a word.
    package init(_ part: NamePart) {
        script = part.script
        letters = Outline(part.letters)
        sound = Outline(part.sound)
        symbols = Outline(part.symbols)
        isPlain =
            part.kind == .name && part.aliases.isEmpty && part.initials.isEmpty && part.letters.count > 2
            && part.script != .han
    }

    /// Whether the likeness of two words may reach a score.
    @inline(__always)
    package func mayReach(_ score: Double, _ other: WordOutline) -> Bool {
        guard isPlain && other.isPlain else { return true }
        if script == other.script && script != .latin {
            return sound.mask == other.sound.mask || 1 - symbols.distance(other.symbols) >= score
        }
        let share = Weights.soundShare
        return 1 - letters.distance(other.letters) * (1 - share) - sound.distance(other.sound) * share >= score
    }
}
