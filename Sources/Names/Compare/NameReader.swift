/// Takes a text apart into the words of a name.
package enum NameReader {
    /// The words without titles; and all words, where some were titles.
    package static func parts(_ text: String) -> (named: [NamePart], titled: [NamePart]?) {
        let converted = Zawgyi.isLikely(text) ? Zawgyi.unicode(text) : text
        let words = joinedNumbers(
            Fold.scalars(firstOfAlternatives(converted)).split(separator: 0x20).flatMap { ScalarRun.runs(of: $0) })
        let named = withoutTitles(words.map(withoutJoinedTitle))
        let count = { (runs: [ScalarRun]) in runs.reduce(0) { $0 + $1.scalars.count } }
        return (parts(named), count(named) == count(words) ? nil : parts(words))
    }

    private static func parts(_ words: [ScalarRun]) -> [NamePart] {
        joinedInitials(shortForms(words.flatMap(parts(of:))))
    }

    /// "A၊ B" and "A; B" are two spellings of one name; the first will do.
    private static func firstOfAlternatives(_ text: String) -> String {
        guard let cut = text.unicodeScalars.firstIndex(where: { $0.value == 0x104A || $0 == ";" }) else { return text }
        let first = String(text.unicodeScalars[..<cut])
        return Fold.scalars(first).isEmpty ? text : first
    }

    /// A number behind a native word belongs to it.
    private static func joinedNumbers(_ words: [ScalarRun]) -> [ScalarRun] {
        var out: [ScalarRun] = []
        for word in words {
            if word.script == .common, let last = out.last, !last.script.hasSpaces, last.script != .han {
                out[out.count - 1].scalars = (Array(last.scalars) + word.scalars)[...]
            } else {
                out.append(word)
            }
        }
        return out
    }

    private static func parts(of run: ScalarRun) -> [NamePart] {
        let reading = Romanise.syllables(run).letters
        switch run.script {
        case .latin, .common: return reading.isEmpty ? [] : [NamePart(latin: reading)]
        case .han: return han(run)
        case .thai, .lao, .khmer, .myanmar:
            let symbols = Graphemes.symbols(run.scalars, of: run.script)
            return [NamePart(native: Array(run.scalars), script: run.script, symbols: symbols, reading: reading)]
        default:
            return reading.isEmpty ? [] : [NamePart(native: Array(run.scalars), script: run.script, reading: reading)]
        }
    }

    /// A Chinese name is a family name, of one character or two, and a given name.
    private static func han(_ run: ScalarRun) -> [NamePart] {
        let characters = run.scalars.filter { Script.of($0) == .han }.map(HanVariants.simplified)
        let family = characters.count == 4 ? 2 : 1
        let pieces =
            (2...4).contains(characters.count)
            ? [characters.prefix(family), characters.dropFirst(family)] : [characters[...]]
        return pieces.map { piece in
            let isFamily = piece.startIndex == 0
            let syllables = HanReader.syllables(isFamily ? piece + [0x4E00] : piece).prefix(piece.count)
            return NamePart(
                native: Array(piece), script: .han, symbols: HanUnits.symbols(Array(syllables)),
                reading: syllables.flatMap { $0 })
        }
    }

    private static func withoutJoinedTitle(_ run: ScalarRun) -> ScalarRun {
        guard run.script == .thai || run.script == .lao || run.script == .khmer else { return run }
        for title in NameWords.joinedTitles
        where run.scalars.count >= title.count + 3 && run.scalars.starts(with: title) {
            let rest = run.scalars.dropFirst(title.count)
            // A mark that belongs to the letter before would mean that the title is not one.
            if let first = rest.first, isLetter(first) { return ScalarRun(script: run.script, scalars: rest) }
        }
        return run
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0xE01...0xE2F, 0xE40...0xE44, 0xE81...0xEAF, 0xEC0...0xEC4, 0x1780...0x17B3, 0x1000...0x102A: true
        default: false
        }
    }

    private static func withoutTitles(_ words: [ScalarRun]) -> [ScalarRun] {
        var names = words.filter { !NameWords.titles.contains(Fold.string($0.scalars)) }
        if names.isEmpty { return words }
        if names.count > 2 || (names.count == 2 && names[0].script != .latin),
            NameWords.maybeTitles.contains(Fold.string(names[0].scalars))
        {
            names.removeFirst()
        }
        return names
    }

    /// Legal forms written out become their short form.
    private static func shortForms(_ parts: [NamePart]) -> [NamePart] {
        guard parts.count > 2 else { return parts }
        var parts = parts
        for phrase in NameWords.legalPhrases where phrase.words.count <= parts.count {
            for at in 0...(parts.count - phrase.words.count) {
                let end = at + phrase.words.count
                if phrase.words.elementsEqual(parts[at..<end].map(\.spelling)) {
                    parts.replaceSubrange(at..<end, with: [NamePart(latin: phrase.form)])
                    return parts
                }
            }
        }
        return parts
    }

    /// "J. C." and "A.B.C." are one word of initials: each stays an initial, three and more become a word.
    private static func joinedInitials(_ parts: [NamePart]) -> [NamePart] {
        var out: [NamePart] = []
        var at = 0
        while at < parts.count {
            var end = at
            while end < parts.count, parts[end].script == .latin, parts[end].letters.count == 1,
                parts[end].kind != .number
            { end += 1 }
            if end - at >= 2 {
                out.append(NamePart(latin: parts[at..<end].flatMap(\.letters)))
                at = end
            } else {
                out.append(parts[at])
                at += 1
            }
        }
        return out
    }
}
