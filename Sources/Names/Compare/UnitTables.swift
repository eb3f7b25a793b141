extension UnitTable {
    /// The table of a script, or nil where none is needed: the script is Latin, or its reading is enough.
    static func of(_ script: Script) -> UnitTable? {
        switch script {
        case .thai: thai
        case .khmer: khmer
        case .lao: LaoUnits.table
        case .myanmar: BurmeseUnits.table
        case .han: HanUnits.table
        default: nil
        }
    }

    private static let thai = learned(ThaiUnits.text, .thai, numbers: thaiNumbers)
    private static let khmer = learned(KhmerUnits.text, .khmer, numbers: khmerNumbers)

    private static func learned(_ text: String, _ script: Script, numbers: String) -> UnitTable {
        var units = UnitText.readLearned(text)
        if script == .thai { SilentLetters.addThai(to: &units) } else { SilentLetters.addKhmer(to: &units) }
        units = SpellingVariants.widen(units, script: script, dearest: 28)
        for (native, ways) in UnitText.read(numbers, script) { UnitText.add(ways, to: native, in: &units) }
        return UnitTable(units)
    }

    /// Numbers in place names, as figures and as words.
    private static let thaiNumbers = """
        0 0 sun|1 1 nueng i|2 2 song ii|3 3 sam iii|4 4 si iv|5 5 ha v|6 6 hok|7 7 chet|8 8 paet|9 9 kao
        """
    private static let khmerNumbers = """
        0 0|1 1 muoy i|2 2 pir pi ii|3 3 bei iii|4 4 buon iv|5 5 pram bram v|6 6 prammuoy|7 7 prampir prampi|8 8 prambei|9 9 prambuon
        10 10 dab dob|11 11 dabmuoy|12 12 dabpir|13 13 dabbei|14 14 dabbuon|15 15 dabpram dobbram|16 16|17 17|18 18|20 20 mphey
        """
}
