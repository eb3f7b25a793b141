import Publicity
import Testing

@Suite("Series of reports")
struct SeriesTests {
    @Test("R016: issues come in order, and rest on earlier ones alone")
    func order() {
        typealias Issue = Series.Issue
        #expect(
            Series([Issue(3, restsOn: [1, 2]), Issue(1), Issue(2, restsOn: [1])])?.issues.map(\.number) == [1, 2, 3])
        #expect(Series([Issue(1), Issue(3)]) == nil && Series([Issue(1), Issue(1)]) == nil)
        #expect(Series([Issue(1, restsOn: [2]), Issue(2)]) == nil && Series([Issue(1, restsOn: [1])]) == nil)
        #expect(Series([])?.issues == [])
    }
}
