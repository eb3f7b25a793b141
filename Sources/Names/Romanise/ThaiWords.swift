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

    /// The longest word that stands at this place.
    static func match(_ text: [UInt32], _ at: Int) -> Word? {
        guard let candidates = byFirst[text[at]] else { return nil }
        return candidates.first { word in
            let end = at + word.length
            guard end <= text.count, text[at..<end].elementsEqual(word.scalars) else { return false }
            if word.onlyInside && end == text.count { return false }
            return end == text.count || !ThaiSpelling.isSign(text[end])
        }
    }

    private static let byFirst: [UInt32: [Word]] = {
        var words: [UInt32: [Word]] = [:]
        for line in list.split(separator: "\n") {
            let parts = line.split(separator: " ")
            let onlyInside = parts[0].hasSuffix("-")
            let thai = parts[0].unicodeScalars.map(\.value).filter { $0 != 0x2D }
            let scalars = ThaiSpelling.clean(thai[...])
            let latin = parts[1].split(separator: "-").map { Array($0.utf8) }
            words[scalars[0], default: []].append(Word(scalars: scalars, latin: latin, onlyInside: onlyInside))
        }
        return words.mapValues { $0.sorted { $0.length > $1.length } }
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
