/// A name as one clerk has written it.
struct WrittenName {
    var family: String
    var given: String
    var native: String

    /// The Latin name as a sentence would have it.
    var latin: String { family.isEmpty ? given : "\(given) \(family)" }
}

/// The parts of a person's name, as indices into the lists of their culture.
struct NameIndices: Sendable {
    var given: UInt8
    var head: UInt8
    var tail: UInt8

    static func drawn(_ culture: Culture, female: Bool, _ draw: inout Draw) -> NameIndices {
        NameIndices(
            given: UInt8(draw.below((female ? culture.women : culture.men).count)),
            head: UInt8(draw.below(culture.familyHeads.count)),
            tail: UInt8(draw.below(max(1, culture.familyTails.count))))
    }
}

extension Province {
    /// The streams in which a name is written: each clerk's office has its own habits of spelling.
    enum Office: Int {
        case truth, border, bank, register, worksite, partner, police
    }

    /// The name of a person as an office writes it: the same every time in one office, often not in another,
    /// and in one of thirty cases with a slip of the pen. The truth has the first spelling and no slips.
    func name(of index: Int, at office: Office) -> WrittenName {
        let person = persons[index]
        let culture = person.culture
        var draw = Draw(seed, .spelling, index, office.rawValue)
        let given = (person.isFemale ? culture.women : culture.men)[Int(person.name.given)]
        let head = culture.familyHeads[Int(person.name.head)]
        let tail = culture.familyTails.isEmpty ? NamePart("", "") : culture.familyTails[Int(person.name.tail)]
        func latin(_ part: NamePart) -> String { office == .truth ? part.latin[0] : draw.pick(part.latin) }
        var written = Self.join(
            culture, given: (given.native, latin(given)), head: (head.native, latin(head)),
            tail: (tail.native, latin(tail)))
        if office != .truth, draw.chance(0.033) { written.given = Self.slip(written.given, &draw) }
        return written
    }

    private static func join(
        _ culture: Culture, given: (String, String), head: (String, String), tail: (String, String)
    ) -> WrittenName {
        switch culture {
        case .thai, .lao:
            let family = head.1 + tail.1
            return WrittenName(family: family, given: given.1, native: "\(given.0) \(head.0)\(tail.0)")
        case .chineseThai:
            return WrittenName(family: head.1, given: given.1, native: "\(given.0) \(head.0)")
        case .khmer:
            return WrittenName(family: head.1, given: given.1, native: "\(head.0) \(given.0)")
        case .burmese:
            // No family names: what a form asks for is left empty, and all stands in the given name.
            return WrittenName(
                family: "", given: "\(head.1) \(given.1) \(tail.1)", native: "\(head.0)\(given.0)\(tail.0)")
        case .vietnamese:
            return WrittenName(
                family: head.1, given: "\(tail.1) \(given.1)", native: "\(head.0) \(tail.0) \(given.0)")
        }
    }

    /// Two letters changed places, or one was left out.
    private static func slip(_ text: String, _ draw: inout Draw) -> String {
        var letters = Array(text)
        guard letters.count > 3 else { return text }
        let place = draw.within(1...(letters.count - 2))
        if draw.chance(0.5) { letters.swapAt(place, place - 1) } else { letters.remove(at: place) }
        let slipped = String(letters)
        return slipped.prefix(1).uppercased() + slipped.dropFirst().lowercased()
    }
}
