import Testing

@testable import Names

@Suite("folding")
struct FoldTests {
    @Test(
        "case, marks, width, digits and signs do not matter",
        arguments: [
            ("Somchai  JAIDEE", "somchai jaidee"), (" O'Brien-Smith ", "obrien smith"),
            ("Nguyễn Văn Đức", "nguyen van duc"),
            ("NGUYỄN THỊ HƯƠNG", "nguyen thi huong"), ("Nguye\u{302}\u{303}n", "nguyen"), ("Ｂａｎｇｋｏｋ", "bangkok"),
            ("Łódź Straße Æsop Þór", "lodz strasse aesop thor"), ("ห้อง ๑๒", "ห้อง 12"), ("បន្ទប់ ៣", "បន្ទប់ 3"),
            ("အခန်း ၄", "အခန်း 4"),
            ("ຫ້ອງ ໕", "ຫ້ອງ 5"), ("٠٩١", "091"), ("Щербакова Алёна", "щербакова алена"), ("a\u{200B}b\u{00AD}c", "abc"),
            ("St. John's (UK)", "st johns uk"), ("", ""), ("--", ""), ("ＡＢＣ株式会社", "abc株式会社"), ("김영희", "김영희"),
            ("सुनीता", "सुनीता"),
            ("ﬁsh ①", "fish 1"),
        ])
    func folds(raw: String, folded: String) {
        #expect(Fold.fold(raw) == folded)
        #expect(Fold.fold(folded) == folded, "folding twice changes nothing")
    }

    @Test(
        "marks that look alike in any order are one",
        arguments: [
            ("น\u{E49}\u{E33}", "น\u{E4D}\u{E49}\u{E32}"), ("น\u{E49}\u{E33}", "น\u{E49}\u{E4D}\u{E32}"),
            ("ท\u{E35}\u{E48}", "ท\u{E48}\u{E35}"),
            ("แดง", "\u{E40}\u{E40}ดง"), ("ท\u{E35}\u{E48}", "ท\u{E35}\u{E48}\u{E48}"),
            ("ນ\u{EC9}\u{EB3}", "ນ\u{ECD}\u{EC9}\u{EB2}"),
            ("ຫນອງ", "\u{EDC}ອງ"), ("\u{1019}\u{103C}\u{103D}", "\u{1019}\u{103D}\u{103C}"),
            ("\u{1014}\u{1037}\u{103A}", "\u{1014}\u{103A}\u{1037}"),
            ("\u{1780}\u{17C4}", "\u{1780}\u{17C1}\u{17B6}"),
        ])
    func order(right: String, typed: String) {
        #expect(Fold.fold(right) == Fold.fold(typed))
    }

    @Test("folding is stable and the ASCII path agrees with the other one", arguments: [UInt64(7), 8, 9])
    func property(seed: UInt64) {
        print("seed \(seed)")
        var random = SplitMix(state: seed)
        for _ in 0..<500 {
            let text = random.text(alphabet: "aZ9 .'-éĐศกา\u{E49}\u{E33}\u{E4D}ကျ\u{103A}ស្ត王И\u{200B}", length: 12)
            let folded = Fold.fold(text)
            #expect(Fold.fold(folded) == folded, "\(text.unicodeScalars.map { $0.value })")
            let ascii = String(text.filter(\.isASCII))
            #expect(Fold.fold(ascii) == Fold.string(Fold.scalars(ascii)[...]))
        }
    }

    @Test("scripts and their runs")
    func scripts() {
        #expect(Script.runs("สมชาย 王小明 John").map(\.script) == [.thai, .han, .latin])
        #expect(Script.runs("12/3").map(\.script) == [.common])
        #expect(Script("ク").hasSpaces)
        for (scalar, script) in [
            ("ສ", Script.lao), ("ស", .khmer), ("မ", .myanmar), ("Щ", .cyrillic), ("م", .arabic), ("स", .devanagari),
        ] {
            #expect(scalar.unicodeScalars.allSatisfy { Script($0) == script })
        }
    }
}

/// A small random source with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func text(alphabet: String, length: Int) -> String {
        let scalars = Array(alphabet.unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            text.append(scalars[Int.random(in: 0..<scalars.count, using: &self)])
        }
        return String(text)
    }
}
