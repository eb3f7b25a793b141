import Testing
import Values

@Suite("The figure")
struct FigureTests {
    @Test("R042, R058: along the arrows a first word reaches every box, and the publication that starts it again")
    func reach() {
        #expect(FigureArrow.allCases.count == 10 && Phase.allCases.count == 3)
        #expect(FigureArrow.reach(from: .nonPoliceMonitoring) == Set(FigureBox.allCases))
        let without = FigureArrow.allCases.filter { ![.a3, .a8].contains($0) }
        #expect(FigureArrow.reach(from: .nonPoliceMonitoring, along: without).contains(.publicity))
    }

    @Test("R190: without any operation a case still reaches court, help and the public")
    func withoutOperation() {
        let arrows = FigureArrow.allCases.filter { ![.a2, .a3, .a4, .a8].contains($0) }
        let reached = FigureArrow.reach(from: .nonPoliceMonitoring, along: arrows)
        #expect(reached == [.nonPoliceMonitoring, .intelligence, .justice, .protection, .publicity])
    }
}
