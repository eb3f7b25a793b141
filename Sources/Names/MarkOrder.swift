/// One fixed order for the marks of Thai, Lao, Khmer and Burmese.
///
/// The same syllable can be typed in several ways that look alike: a tone mark before or after its vowel, สระอำ in
/// one piece or in two, เ twice for แ, a mark struck twice. Each becomes the one way that the standards recommend.
enum MarkOrder {
    /// Normalises folded scalars in place.
    static func normalise(_ text: inout [UInt32]) {
        var out: [UInt32] = []
        out.reserveCapacity(text.count)
        for value in text {
            switch value {
            case 0xE31...0xE4E, 0xEB1...0xECD, 0xE32: addThai(value, to: &out)
            case 0x102B...0x103E: addBurmese(value, to: &out)
            case 0x17B6...0x17D3: addKhmer(value, to: &out)
            default: out.append(value)
            }
        }
        text = out
    }

    /// Thai and Lao; a Lao mark stands 0x80 above its Thai sister.
    private static func addThai(_ value: UInt32, to out: inout [UInt32]) {
        let block: UInt32 = value >= 0xE80 ? 0x80 : 0
        let mark = value - block
        let last = out.last ?? 0
        switch mark {
        case 0xE40 where last == value: out[out.count - 1] = value + 1  // เเ is แ
        case 0xE32:  // nikhahit, perhaps a tone, and sara aa are sara am
            if last == 0xE4D + block {
                out[out.count - 1] = 0xE33 + block
            } else if isTone(last, block), out.count >= 2, out[out.count - 2] == 0xE4D + block {
                out[out.count - 2] = last
                out[out.count - 1] = 0xE33 + block
            } else {
                out.append(value)
            }
        case 0xE31, 0xE34...0xE3A, 0xE47, 0xE4D:  // a vowel goes before the tone
            var place = out.count
            while place > 0, isTone(out[place - 1], block) || out[place - 1] == 0xE4C + block { place -= 1 }
            if place == 0 || out[place - 1] != value { out.insert(value, at: place) }
        case 0xE48...0xE4C, 0xE30: if last != value { out.append(value) }
        default: out.append(value)
        }
    }

    private static func isTone(_ value: UInt32, _ block: UInt32) -> Bool {
        (0xE48...0xE4B).contains(value &- block)
    }

    /// Medials in the order ya, ra, wa, ha; the dot below before the asat.
    private static func addBurmese(_ value: UInt32, to out: inout [UInt32]) {
        let last = out.last ?? 0
        if last == value { return }
        if value == 0x102E && last == 0x1025 {
            out[out.count - 1] = 0x1026
        } else if value == 0x1037 && last == 0x103A {
            out.insert(value, at: out.count - 1)
        } else if (0x103B...0x103E).contains(value) {
            var place = out.count
            while place > 0, (0x103B...0x103E).contains(out[place - 1]), out[place - 1] > value { place -= 1 }
            out.insert(value, at: place)
        } else {
            out.append(value)
        }
    }

    /// Vowels typed in two pieces become one; marks struck twice become one. The coeng may repeat.
    private static func addKhmer(_ value: UInt32, to out: inout [UInt32]) {
        let last = out.last ?? 0
        if last == value && value != 0x17D2 { return }
        if last == 0x17C1 && value == 0x17B8 {
            out[out.count - 1] = 0x17BE
        } else if last == 0x17C1 && value == 0x17B6 {
            out[out.count - 1] = 0x17C4
        } else {
            out.append(value)
        }
    }
}
