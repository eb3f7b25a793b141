import Access
import Testing

@Suite("Clearance")
struct ClearanceTests {
    @Test(
        "a clearance holds exactly the labels that it was made of", arguments: [[], [0], [63], [64], [1, 5, 64, 200]])
    func holdsItsLabels(labels: [Int]) {
        let clearance = Clearance(labels)
        #expect(clearance.labels == labels)
        for label in -1...256 { #expect(clearance.contains(label) == labels.contains(label)) }
    }

    @Test("everything holds every label and lists none")
    func everything() {
        #expect(Clearance.everything.contains(12_345))
        #expect(Clearance.everything.labels == nil)
    }

    @Test("a negative label is never seen by a listed clearance")
    func negative() {
        #expect(!Clearance([-3, 2]).contains(-3))
    }

    @Test("the words of a clearance are its labels as bits")
    func words() {
        #expect(Clearance([1, 64, 66]).words == [2, 5])
        #expect(Clearance([]).words == [])
        #expect(Clearance.everything.words == nil)
    }
}
