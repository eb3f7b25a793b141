import RichPicture
import Testing

@testable import Web

@Suite("Markup")
struct MarkupTests {
    @Test("a value is escaped, a piece of markup is not")
    func escapes() {
        let name = "<script>alert('a & \"b\"')</script>"
        let inner: Markup = "<b>\(name)</b>"
        let whole: Markup = "<p title=\"\(name)\">\(inner)</p>"
        let escaped = "&lt;script&gt;alert(&#39;a &amp; &quot;b&quot;&#39;)&lt;/script&gt;"
        #expect(whole.text == "<p title=\"\(escaped)\"><b>\(escaped)</b></p>")
    }

    @Test("whatever a value holds, it can neither open a tag nor leave an attribute")
    func escapesAnything() {
        var random = SystemRandomNumberGenerator()
        let seed = random.next() % 1_000_000
        print("seed \(seed)")
        var generator = Steps(state: seed)
        for _ in 0..<2_000 {
            let scalars = (0..<generator.next(12)).compactMap { _ in Unicode.Scalar(UInt32(generator.next(0x250))) }
            var value = ""
            value.unicodeScalars.append(contentsOf: scalars)
            let markup: Markup = "\(value)"
            #expect(!markup.text.contains { "<>\"'".contains($0) }, "seed \(seed): \(value.debugDescription)")
        }
    }

    @Test("lists, conditions, addresses, data and coordinates each go in their own way")
    func forms() {
        func item(_ text: String) -> Markup { "<li>\(text)</li>" }
        #expect(("<ul>\(each: ["a", "<"], item)</ul>" as Markup).text == "<ul><li>a</li><li>&lt;</li></ul>")
        #expect(("\(if: false, "<hr>")\(if: true, "<br>")" as Markup).text == "<br>")
        #expect(("\(url: .search(SearchState(text: "a&b=\"c\"")))" as Markup).text == "/search?q=a%26b%3D%22c%22")
        #expect(
            ("\(json: ["k": "<a href=\"x\">"])" as Markup).text
                == "{&quot;k&quot;:&quot;&lt;a href=\\&quot;x\\&quot;&gt;&quot;}")
        #expect(("\(number: -1.25) \(number: 3) \(number: .nan)" as Markup).text == "-1.3 3 0")
    }

    @Test("control characters that no document may hold are left out")
    func controls() {
        #expect(("a\u{0}b\u{1B}c\nd" as String).isEmpty == false)
        let markup: Markup = "\("a\u{0}b\u{1B}c\nd")"
        #expect(markup.text == "abc\nd")
    }
}

/// A small generator with a printed seed (SplitMix64).
struct Steps: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, a bound.
    mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
