/// What every reader of Thai and Khmer knows and place names show too seldom to be learned from: letters under a silencing
/// mark, the vowels that are heard and not written, and the endings of words from Sanskrit. Persons' names are full of them.
enum SilentLetters {
    /// Consonants with their letters at the start of a syllable and at its end.
    private static let thaiConsonants = """
        ก k k|ข kh k|ค kh k|ฆ kh k|จ ch t|ฉ ch t|ช ch t|ซ s t|ฌ ch t|ญ y n|ฎ d t|ฏ t t|ฐ th t|ฑ th t|ฒ th t|ณ n n|ด d t|ต t t|ถ th t|ท th t|ธ th t
        น n n|บ b p|ป p p|ผ ph p|พ ph p|ภ ph p|ม m m|ย y i|ร r n|ล l n|ว w o|ศ s t|ษ s t|ส s t|ห h h|ฬ l n|อ - -
        """

    /// Endings whose last letters are silent, and letters that are one sound.
    private static let thaiEndings = """
        ษณ์ -|ทร์ -|ตร์ t -|ดร์ -|กษ์ k|ชญ์ t ch|รถ์ t|ณฑ์ n|นท์ n|นธ์ n|มพ์ m|ลป์ n p|ศน์ t|ฏฐ์ t|ตร t tr tra|กร k kr kra|ทร t s sai th|ชร t ch
        ฎร t|ไย ai ay|รร an a un arn am|รรณ an un arn|รรม am um arm|ฤ rue ri rit roe|ฤทธ rit|ทธ t tth th|ฐ t th|ศ s t|วรรณ wan wun|พร phon phorn porn pon
        สว suwa sawa|ธร thon thorn torn tara|นทร n nthon nthr|ภร phon phorn porn phara|กร kon korn|ชช t tch ch|จจ t j tch ch jj|ตต t tt|ณณ n nn|ญญ n nya ny|ปป p pp
        """

    static func addThai(to units: inout [[UInt8]: [UnitTable.Way]]) {
        for (native, ways) in UnitText.read(thaiConsonants, .thai) {
            let spoken = ways.prefix(1).flatMap { way in
                ["a", "o"].map { UnitTable.Way(latin: way.latin + Array($0.utf8), cost: 18) }
            }
            UnitText.add(ways.map { .init(latin: $0.latin, cost: $0.cost / 2 + 8) } + spoken, to: native, in: &units)
            for (native, ways) in silenced(native, mark: 0x4C, under: [0x34, 0x38]) {
                UnitText.add(ways, to: native, in: &units)
            }
        }
        for (native, ways) in UnitText.read(thaiEndings, .thai) {
            UnitText.add(ways.map { .init(latin: $0.latin, cost: $0.cost + 6) }, to: native, in: &units)
        }
    }

    static func addKhmer(to units: inout [[UInt8]: [UnitTable.Way]]) {
        for consonant in UInt8(0)...0x22 {
            for (native, ways) in silenced([consonant], mark: 0x4D, under: [0x37, 0x3B]) {
                UnitText.add(ways, to: native, in: &units)
            }
        }
    }

    /// A consonant, alone or with a short vowel, under the mark that silences it.
    private static func silenced(_ native: [UInt8], mark: UInt8, under vowels: [UInt8]) -> [([UInt8], [UnitTable.Way])]
    {
        let silent = [UnitTable.Way(latin: [], cost: 4)]
        return [(native + [mark], silent)] + vowels.map { (native + [$0, mark], silent) }
    }
}
