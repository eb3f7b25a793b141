/// How people vary the letters of a romanisation, by script: our own knowledge of how names are spelled on documents,
/// where the lists that the tables are learned from hold one official spelling.
enum SpellingVariants {
    /// `from to cost`, costs in sixteenths of a nat; `-` is nothing.
    private static let thai = """
        ph p 8, th t 8, kh k 8, ch j 8, ch c 24, j ch 12, k g 12, k kh 20, k c 24, w v 8, p b 16, t d 16, p ph 20, t th 16,
        d t 20, b p 20, s z 24, s sh 24, s x 28, ch sh 20, y j 28, f ph 16, r l 20, l r 20, ng n 28, n l 16, n r 20, n rn 16,
        i ee 8, i y 16, i e 20, i ie 24, i ii 24, u oo 8, u ou 20, o or 12, o oe 28, o aw 24, o au 16, o oh 28, o orn 28,
        a ar 12, a ah 24, a aa 16, a u 16, a e 28, ue u 8, ue eu 12, ue oe 20, ue eua 24, ae a 12, ae e 12, ae air 28,
        oe er 8, oe e 16, oe ur 16, oe o 24, oe ir 24, oe oei 16, ai ay 12, ai i 16, ai y 20, ai ei 28, ai aai 24,
        ao au 12, ao ow 16, ao aw 16, io ew 12, io iew 12, io iu 16, uai uay 12, ui uy 16, uea ua 8, ia ea 16, ia ear 24,
        ia iea 24, am um 12, am aam 24, an un 16, on orn 8, on ol 24, on un 24, t s 16, t j 20, t ch 20, t th 12, t st 28,
        k kh 16, k g 16, p b 12, um oom 12, un oon 12, ung oong 16, it ich 20, at aj 20, chch tch 4, thth tth 4, phph pph 4
        """

    private static let khmer = """
        chh ch 8, chh c 20, ch c 12, ch chh 16, ch j 24, kh k 12, th t 12, ph p 12, ph f 24, k kh 24, t th 20, t d 16, d t 20,
        b p 20, p b 16, v w 8, nh n 16, nh ny 16, r - 20, r l 28, s z 28, s x 28, k g 20, k c 28, ei ey 4, ei i 16, ei y 16,
        ei ay 16, ey y 16, ey i 16, ey ei 4, i ey 20, i y 16, i ei 16, i ee 16, i e 20, ea ia 12, ea ie 16, ea a 16, ae e 12,
        ae a 16, ae er 28, ou u 8, ou oo 16, u ou 12, u oo 12, u o 16, o ou 24, o or 20, o u 16, o a 24, a o 16, a ar 24,
        ao au 12, ao o 16, ao ov 24, av ao 20, au ao 12, au ov 20, ov ao 16, oeu eu 8, oeu u 20, oe er 12, oe eu 12, ue eu 12,
        ue u 16, eu oeu 12, eu ue 16, eu u 20, uo ua 12, uo o 16, oa o 20, oa a 20, eak eag 28, eang ang 20, ie ia 12, ie ea 12,
        ai ay 8, ai ei 20, ay ai 8, ah as 16, s h 20, h s 16, s - 28, t th 16
        """

    private struct Variant {
        var from: [UInt8]
        var to: [UInt8]
        var cost: UnitTable.Cost
    }

    private static func list(_ script: Script) -> [Variant] {
        let text = script == .thai ? thai : script == .khmer ? khmer : ""
        return text.split(whereSeparator: { $0 == "," || $0 == "\n" }).compactMap { entry in
            let words = entry.split(separator: " ")
            guard words.count == 3, let cost = UnitTable.Cost(words[2]) else { return nil }
            return Variant(
                from: Array(words[0].utf8), to: words[1] == "-" ? [] : Array(words[1].utf8), cost: cost)
        }
    }

    /// The ways of every unit, and those that vary from them in one place or two.
    static func widen(_ units: [[UInt8]: [UnitTable.Way]], script: Script, dearest: UnitTable.Cost) -> [[UInt8]:
        [UnitTable.Way]]
    {
        let variants = list(script)
        return units.mapValues { ways in
            var best: [[UInt8]: UnitTable.Cost] = [:]
            for way in ways { best[way.latin] = min(way.cost, best[way.latin] ?? .max) }
            for _ in 0..<2 {
                for (latin, cost) in best {
                    for variant in variants where cost + variant.cost <= dearest {
                        for changed in replaced(latin, variant) {
                            best[changed] = min(cost + variant.cost, best[changed] ?? .max)
                        }
                    }
                }
            }
            return best.map { UnitTable.Way(latin: $0.key, cost: $0.value) }
                .sorted { ($0.cost, $0.latin.count) < ($1.cost, $1.latin.count) }
        }
    }

    private static func replaced(_ latin: [UInt8], _ variant: Variant) -> [[UInt8]] {
        guard latin.count >= variant.from.count, latin.count - variant.from.count + variant.to.count <= 8 else {
            return []
        }
        return (0...(latin.count - variant.from.count)).compactMap { at in
            let end = at + variant.from.count
            guard latin[at..<end].elementsEqual(variant.from) else { return nil }
            return Array(latin[..<at]) + variant.to + Array(latin[end...])
        }
    }
}
