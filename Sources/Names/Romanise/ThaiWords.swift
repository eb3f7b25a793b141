/// Frequent parts of Thai names, mostly from Pali and Sanskrit, that the rules would misread.
enum ThaiWords {
    /// A part of a word with its reading.
    struct Word: Sendable {
        var scalars: [UInt32]
        var latin: [[UInt8]]
        /// Only where another syllable follows: ราช is rat at the end and ratcha before more.
        var onlyInside: Bool
        var length: Int { scalars.count }
    }

    /// The number of the longest word that stands at this place, or -1.
    static func match(_ text: [UInt32], _ at: Int) -> Int {
        let first = Int(text[at]) - 0xE00
        guard first >= 0, first < byFirst.count else { return -1 }
        for number in byFirst[first] where stands(number, text, at) { return number }
        return -1
    }

    private static func stands(_ number: Int, _ text: [UInt32], _ at: Int) -> Bool {
        let end = at + all[number].length
        guard end <= text.count else { return false }
        for offset in 1..<all[number].length where text[at + offset] != all[number].scalars[offset] { return false }
        if end == text.count { return !all[number].onlyInside }
        return !ThaiSpelling.isSign(text[end])
    }

    /// The words in the order of the list.
    static let all: [Word] = list.split(separator: "\n").map { line in
        let parts = line.split(separator: " ")
        let thai = parts[0].unicodeScalars.map(\.value).filter { $0 != 0x2D }
        let latin = parts[1].split(separator: "-").map { Array($0.utf8) }
        return Word(scalars: ThaiSpelling.clean(thai[...]), latin: latin, onlyInside: parts[0].hasSuffix("-"))
    }

    /// Numbers of the words that begin with a letter, by its place in the Thai block, longest first.
    private static let byFirst: [[Int]] = {
        var numbers = [[Int]](repeating: [], count: 0x80)
        for (number, word) in all.enumerated() { numbers[Int(word.scalars[0]) - 0xE00].append(number) }
        return numbers.map { $0.sorted { all[$0].length > all[$1].length } }
    }()

    /// Thai, reading; a trailing hyphen means: only before another syllable.
    private static let list = """
        ราช- rat-cha
        นคร na-khon
        เกียรติ kiat
        เกียรติ- kiat-ti
        พรหม phrom
        พรหม- phrom-ma
        ชาติ chat
        ญาติ yat
        ธาตุ that
        วุฒิ wut
        ภูมิ phum
        เหตุ het
        เกตุ ket
        บัติ bat
        วัติ wat
        สมุทร sa-mut
        เพชร phet
        เพชร- phet-cha
        พญา pha-ya
        จรเข้ cho-ra-khe
        ทราย sai
        ทรง song
        ทรัพย์ sap
        นนทรี non-si
        อินทรี in-si
        สวรรค- sa-wan-kha
        กมล ka-mon
        กมลา ka-ma-la
        ดล- don
        บริ bo-ri
        วร- wo-ra
        สร- so-ra
        นร- no-ra
        ธน- tha-na
        ธนบุรี thon-bu-ri
        นภ- na-pha
        พงศ- phong-sa
        พงษ- phong-sa
        วงศ- wong-sa
        วงษ- wong-sa
        เอก- ek-ka
        เทว- the-wa
        เกว- ke-wa
        บรม bo-rom
        บรม- bo-rom-ma
        ศีรษะ si-sa
        ทหาร tha-han
        ถนน tha-non
        ขนม kha-nom
        สนม sa-nom
        ตลาด ta-lat
        ตลิ่ง ta-ling
        พุทธ- phut-tha
        ยุทธ- yut-tha
        สิทธ- sit-tha
        ชลบุรี chon-bu-ri
        ลพบุรี lop-bu-ri
        มหา ma-ha
        ธรรม- tham-ma
        ศุภ su-pha
        จิตร chit
        มิตร mit
        บุตร but
        สงฆ song
        พล- phon
        """
}
