/// What every reader of Thai and Khmer knows and place names show too seldom to be learned from: letters under a silencing
/// mark, the vowels that are heard and not written, and the endings of words from Sanskrit. Persons' names are full of them.
enum SilentLetters {
    /// Consonants with their letter at the start of a syllable.
    private static let thaiConsonants = """
        ก k|ข kh|ค kh|ฆ kh|จ ch|ฉ ch|ช ch|ซ s|ฌ ch|ญ y|ฎ d|ฏ t|ฐ th|ฑ th|ฒ th|ณ n|ด d|ต t|ถ th|ท th|ธ th|น n|บ b|ป p|ผ ph|พ ph|ภ ph|ม m|ย y
        ร r|ล l|ว w|ศ s|ษ s|ส s|ห h|ฬ l|อ -
        """

    /// Endings whose last letters are silent, and letters that are one sound.
    private static let thaiEndings = """
        ษณ์ -|ทร์ -|ตร์ t -|ดร์ -|กษ์ k|ชญ์ t ch|รถ์ t|ณฑ์ n|นท์ n|นธ์ n|มพ์ m|ลป์ n p|ศน์ t|ฏฐ์ t|ตร t tr tra|กร k kr kra|ทร t s sai th|ชร t ch
        ฎร t|ไย ai ay|รร an a un arn am|รรณ an un arn|รรม am um arm|ฤ rue ri rit roe|ฤทธ rit|ทธ t tth th|ฐ t th|ศ s t|วรรณ wan wun|พร phon phorn porn pon
        สว suwa sawa|ธร thon thorn torn tara|นทร n nthon nthr|ภร phon phorn porn phara|กร kon korn|ชช t tch ch|จจ t j tch ch jj|ตต t tt|ณณ n nn|ญญ n nya ny|ปป p pp
        """

    static func addThai(to units: inout [[UInt8]: [UnitTable.Way]]) {
        let vowels = UnitText.read(thaiConsonants, .thai).flatMap { native, ways in
            ways.flatMap { way -> [([UInt8], [UnitTable.Way])] in
                let spoken = ["a", "o"].map { UnitTable.Way(latin: way.latin + Array($0.utf8), cost: 18) }
                return [(native, spoken)] + silenced(native, mark: 0x4C, under: [0x34, 0x38])
            }
        }
        for (native, ways) in vowels { UnitText.add(ways, to: native, in: &units) }
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
