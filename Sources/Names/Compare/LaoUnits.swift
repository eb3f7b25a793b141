/// How Lao is written in Latin letters. Lao spells every sound, so that rules suffice: consonants (at the start of a
/// syllable, then at its end) and vowels, each with the French and the English ways, the usual one first.
enum LaoUnits {
    static let table = UnitTable(units())

    private static let consonants = """
        ກ k g c kh|ຂ kh k|ຄ kh k|ງ ng n nh|ຈ ch j t tch c|ສ s x t sh|ຊ x s z sh t|ຍ gn nh y ny n i|ດ d t|ຕ t d|ຖ th t|ທ th t
        ນ n ne nh nn|ບ b p|ປ p b|ຜ ph p|ຝ f ph|ພ ph p|ຟ f ph|ມ m me|ຢ y j|ຣ r l|ລ l r n|ວ v w o u|ຫ h -|ຮ h r|ອ - o or aw
        ຫງ ng|ຫຍ gn nh y ny|ຫນ n|ຫມ m|ຫລ l|ຫຼ l|ຫວ v w|ຫຣ l r|ກວ kou kw ku kv ko|ຂວ khou khw khu khv kho|ຄວ khou khw khu khv kho
        ຼ l r
        """

    /// Without their consonant.
    private static let vowels = """
        ະ a ah|ັ a|າ a aa ah ar|ິ i e|ີ i y ee e|ຶ eu u ue|ື eu u ue|ຸ ou u oo o|ູ ou u oo o|ເ e ay ey eh|ແ e ae a eh ea|ໂ o oh ou
        ໄ ai ay i ei y|ໃ ai ay i ei y|ໍ o or aw|ົ o|ຳ am um|ຽ ia ie ea|ອ o or aw oh
        ເະ e|ເັ e|ແະ e ae|ແັ e ae|ໂະ o|ເາະ o or|ເິ eu oe e u er|ເີ eu oe e u er|ເຍ ia ie ea|ເັຍ ia ie|ເຶອ eua ua eu euo|ເືອ eua ua eu euo ue
        ເົາ ao au ow|ົວ oua ua uo ou|ັວ oua ua|ວ oua ua uo ou oa|ວຍ ouay ouei uay oui uai|ັຍ ai ay i ei|າຍ ai ay ei aye|າວ ao aw au ow
        ິວ iou iu iw io|ີວ iou iu iw io|ແວ eo aeo ew aew|ເວ eo ew|ອຍ oi oy|ໂຍ oi oy|ຸຍ oui ui uy|ູຍ oui ui uy|ເືອຍ euay euai|ຽວ iao ieo iew iaw
        ັນ an ane anh|ັງ ang
        """

    /// Words that names spell in a way of their own.
    private static let words = """
        ແກ້ວ keo kaew|ສີ si sy sri|ທອນ thone thon|ພອນ phone phon|ວັນ vanh van vang|ຈັນ chanh chan|ວຽງ vieng viang vien|ວົງ vong wong
        ສະຫວັນ savan savanh savann|ໄຊ xai xay say sai sy|ນ້ອຍ noi noy|ໃຫຍ່ gnai yai nyai nhai|ຫຼວງ louang luang|ໃໝ່ mai may|ເມືອງ muang meuang
        ເໜືອ neua nua|ບ້ານ ban|ພູ phou phu|ພະ pha phra pra|ຫ້ວຍ houay houei huay houai
        """

    private static func units() -> [[UInt8]: [UnitTable.Way]] {
        var units: [[UInt8]: [UnitTable.Way]] = [:]
        let vowels = UnitText.readVowels(vowels, .lao, carrier: "ກ")
        for (native, ways) in UnitText.read(consonants, .lao) + vowels + UnitText.read(words, .lao) {
            UnitText.add(ways, to: native, in: &units)
        }
        return SpellingVariants.widen(units, script: .lao, dearest: 30)
    }
}
