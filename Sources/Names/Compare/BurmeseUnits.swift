/// How Burmese syllables are written in Latin letters: an onset (a consonant with its medials) and a rime (vowel and
/// final together), each with the spellings that people use, the usual one first. Our own knowledge of Burmese names.
enum BurmeseUnits {
    static let table = UnitTable(units(), slips: .short)

    /// Onsets without a medial wa, which stands with the rime.
    private static let onsets = """
        က k g|ခ kh k|ဂ g k|ဃ g|င ng ngw n|စ s z ss c|ဆ hs s sh z|ဇ z s j|ဈ z s|ည ny nge nj n|ဉ ny n|ဋ t|ဌ ht t th|ဍ d
        ဎ d|ဏ n|တ t d tt|ထ ht t th d|ဒ d t|ဓ d dh t|န n nn|ပ p b pp|ဖ ph p hp f b|ဗ b v p|ဘ b bh p|မ m mm|ယ y r j
        ရ y r ya|လ l ll|ဝ w v|သ th t s d|ဟ h|ဠ l|အ -|ဿ tth th ss
        ကျ ky gy k j ch c|ကြ ky gy kr k j ch|ချ ch khy c kh gy|ခြ ch khr c khy kh|ဂျ gy j g|ဂြ gy gr|ငြ ny ng ngy nge
        စျ z s|ဆျ s hs|တျ ty|တြ tr t|ထြ htr|ဒြ dr d|ပျ py b pj by|ပြ py pr by p|ဖျ phy py fy p hpy|ဖြ phy py pr hpy fy ph
        ဗျ by b v|ဗြ by br|ဘျ by|ဘြ by br|မျ my m mj|မြ my m mr mya mj|လျ ly l y|သြ thr|ဟျ hy|သျှ sh shy s|ရှ sh hs s hy
        လျှ sh hly sy hl|မှ hm m mh|နှ hn n nh|ညှ hny ny nh|ငှ hng ng|လှ hl l lh|ဝှ hw w|ယှ sh|မျှ hmy my|မြှ hmy my|ရှွ shw
        """

    private static let rimes = """
        ာ ar a ah aa er|ါ ar a ah aa|ိ i e y ee hi|ီ i ee y e ii yi|ု u oo ou o|ူ u oo ou oe|ေ ay e ae aye ei ai ey eh a
        ဲ e ae eh air ai al el ay|ော aw o or au ow|ော် aw or o au ow oh|ေါ aw o or au|ေါ် aw or o au oh|ေါက် auk ouk aut out|ေါင် aung ong oung aun ang|ို o oe oh ou ow owe oo|ံ an am ann un|ုံ on one oun own ohn um oon
        ိံ ein eim|က် et ek ak at att eq|ောက် auk ouk aut out awk auq|ိုက် aik ike ite ait yke|ေက် et
        င် in inn ing yn inh en ynn|ောင် aung ong oung aun aong ang own|ိုင် aing ine ain ai aine ing ie ein
        စ် it ic is yit itt ik ich|ည် i y ee e ay eh yi in ne iy|ဉ် in yin inn|ဉ် ine
        တ် at et ut a att|ဋ် at et ut|ိတ် eik eit ate ait ek eikt ite|ုတ် oke ote ouk oat out ok ut uk oak
        န် an ann un ahn|ဏ် an ann un|ိန် ein eain ain ane ine ien eim|ုန် on one ohn oun own
        ပ် at ap ut et|ိပ် eik ate eit ape|ုပ် oke ote ok op oat|မ် an am ann|ိမ် ein eim ain ane|ုမ် on um one oun
        ယ် e al ae ay el eh ai aye ei|ိုယ် o oe oh|ဇ် it|ဒ် at|ဂ် et|သ် at as|လ် l al|ိလ် l|ုဒ် oke ote
        ွ wa wah|ွာ war wa wah|ွေ way we wae wei wai|ွဲ we wal wel wae|ွက် wet wek wat|ွင် win winn wyn wing ween
        ွန် un oon wun won wan unn oun|ွမ် un wun wan oon um|ွတ် ut oot wut wat uut|ွဋ် ut oot wut|ုဏ် on one|ိဋ် eik eit|ွပ် ut wut|ွယ် we wai wal way wel weh wae
        ွား wa war|ွံ un wun oon|ွိုင် wine waing|ွီ wi we|ွိ wi|ွည် wi we|ွိုင် waing
        """

    /// Letters that stand by themselves, and syllables that names spell in a way of their own.
    private static let words = """
        ဦး u oo ou oo|ဥ u oo ou|ဥတ် oke oak|ဩ aw o or|ဩော် aw|ဪ aw|ဧ e ay aye ei a|ဤ i ee|ဣ i e|အေ aye ay e ei ae a|အေး aye ay e ei ae a
        အို o oh oo|အိ ei i e a|အီ ei i ee e|အုန် ohn on own one|အုံ ohn on own|အင် in inn ing|ဉာဏ် nyan nyarn|ဉာဏ nyana
        နိုင် naing nine naine nai|ယောက် yauk|ကို ko koh|မောင် maung mg moung mong|ဇော် zaw zor jaw|စော saw so sor
        ရီ yi yee ye ri|ရည် yi yee ye|ကြည် kyi kyee kyi chi gyi kye|ဌေး htay hte tay htey|ရင် yin|ယဉ် yin|အောင် aung ong oung
        ခင် khin kin khine|မေ may me mae mai|သူ thu thoo tu|ဝေ way wai we wei|လေး lay le|နွယ် nwe nwae nway|ကျော် kyaw gyaw kjaw
        မြ mya mia|ဖြိုး phyo phyoe pyo|မျိုး myo myoe|ဖြူ phyu phyuu pyu|နု nu|သီ thi thee|ရွှေ shwe shway|ငွေ ngwe nwe|စု su
        ဒေါ် daw|မွန် mon mun moon|ဥမ္မာ ohnmar onmar ummar|အိ ei aye i e|ဖုန်း phone hpone fone|ဘုန်း phone bone hpone bhone|ရှိန် shein|သန္တာ thandar thanda|မန္တလေး mandalay|ပန်း pan|ဗိုလ် bo|စိုင်း sai saing|စိုင် sai|နန်း nan nang|နန် nan nang|နော် naw
        """

    /// The inherent vowel of a consonant that no rime follows, and marks that are not heard.
    private static let marks = "့ - t|် -|္ -|ါ a|၊ -"

    private static func units() -> [[UInt8]: [UnitTable.Way]] {
        var units: [[UInt8]: [UnitTable.Way]] = [:]
        for (native, ways) in UnitText.read(onsets, .myanmar) {
            UnitText.add(ways, to: native, in: &units)
            // The same onset with its inherent vowel, as a syllable of its own.
            UnitText.add(
                ways.flatMap { way in
                    ["a", "ah", "ar"].enumerated().map {
                        UnitTable.Way(latin: way.latin + Array($1.utf8), cost: way.cost + UnitTable.Cost($0 * 12 + 4))
                    }
                }, to: native, in: &units)
        }
        for (native, ways) in UnitText.read(rimes, .myanmar) {
            UnitText.add(ways, to: native, in: &units)
            addStacked(native, ways, to: &units)
            addDotted(native, ways, to: &units)
        }
        for text in [words, marks] {
            for (native, ways) in UnitText.read(text, .myanmar) { UnitText.add(ways, to: native, in: &units) }
        }
        return units
    }

    /// A final that is stacked on the next consonant has no asat but a virama.
    private static func addStacked(
        _ native: [UInt8], _ ways: [UnitTable.Way], to units: inout [[UInt8]: [UnitTable.Way]]
    ) {
        guard native.last == 0x3A else { return }
        UnitText.add(ways, to: native.dropLast() + [0x39], in: &units)
        if native.dropLast().last == 0x04 { UnitText.add(ways, to: native + [0x39], in: &units) }  // kinzi
    }

    /// A dot below makes the tone creaky: a nasal is then often written with a t (မြင့် Myint).
    private static func addDotted(
        _ native: [UInt8], _ ways: [UnitTable.Way], to units: inout [[UInt8]: [UnitTable.Way]]
    ) {
        let dotted = native.last == 0x3A ? native.dropLast() + [0x37, 0x3A] : native + [0x37]
        let creaky = ways.flatMap { way in
            [UnitTable.Way(latin: way.latin, cost: way.cost + 4)]
                + (way.latin.last == UInt8(ascii: "n")
                    ? [.init(latin: way.latin + [UInt8(ascii: "t")], cost: way.cost)] : [])
        }
        UnitText.add(creaky, to: Array(dotted), in: &units)
    }
}
