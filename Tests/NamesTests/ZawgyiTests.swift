import Foundation
import Testing

@testable import Names

@Suite("Zawgyi")
struct ZawgyiTests {
    private static let names = [
        "အောင်ဆန်း", "ခင်မောင်ဝင်း", "မြင့်မြင့်", "သိန်းစိန်", "ကျော်ထွန်း", "နန်းစိန်", "ဇော်မင်း", "ရွှေမိုး", "ဖြူဖြူ", "တင်အောင်",
        "သန္တာ", "မန္တလေး", "ဥမ္မာ", "ဉာဏ်ဝင်း", "ညွန့်တင်", "ငွေစန်း",
    ]

    /// What somebody with a Zawgyi keyboard would have typed.
    private func zawgyi(_ text: String) throws -> String {
        try #require(text.applyingTransform(StringTransform("my-Zawgyi"), reverse: false))
    }

    @Test("it is recognised, and Unicode is not taken for it", arguments: names)
    func recognised(name: String) throws {
        #expect(!Zawgyi.isLikely(name))
        let old = try zawgyi(name)
        #expect(Zawgyi.isLikely(old), "\(old.unicodeScalars.map { String($0.value, radix: 16) })")
    }

    @Test("there and back is the same", arguments: names)
    func roundTrip(name: String) throws {
        #expect(Fold.fold(Zawgyi.unicode(try zawgyi(name))) == Fold.fold(name))
    }

    @Test("a name in Zawgyi is the name")
    func compared() throws {
        for (native, latin) in [("အောင်ဆန်း", "Aung San"), ("သိန်းစိန်", "Thein Sein"), ("မြင့်မြင့်", "Myint Myint")] {
            let key = NameKey(try zawgyi(native))
            #expect(NameComparison.similarity(key, NameKey(latin)).score >= NameMatch.threshold)
            #expect(NameComparison.similarity(key, NameKey(native)).score == 1)
        }
    }

    @Test("other scripts are left alone")
    func others() {
        for text in ["", "Somchai", "สมชาย", "សុខា", "123"] { #expect(!Zawgyi.isLikely(text)) }
    }
}
