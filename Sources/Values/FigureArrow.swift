/// The arrows of the report's figure (R042; domain.md Part 0.1): what flows from which box to which.
public enum FigureArrow: String, CaseIterable, Sendable, Codable {
    case a1 = "A1", a2 = "A2", a3 = "A3", a4 = "A4", a5 = "A5", a6 = "A6", a7 = "A7", a8 = "A8", a9 = "A9", a10 = "A10"

    /// Where it comes from and where it goes.
    public var ends: [(from: FigureBox, to: FigureBox)] {
        switch self {
        case .a1: [(.nonPoliceMonitoring, .intelligence)]
        case .a2: [(.intelligence, .planning)]
        case .a3: FigureBox.allCases.filter { $0 != .capacity }.map { (.capacity, $0) }
        case .a4: [(.planning, .operation)]
        case .a5: [(.operation, .justice)]
        case .a6: [(.operation, .protection)]
        case .a7: [(.justice, .publicity), (.protection, .publicity)]
        case .a8: FigureBox.allCases.filter { $0 != .publicity }.map { (.publicity, $0) }
        case .a9: [(.justice, .intelligence), (.protection, .intelligence)]
        case .a10: [(.intelligence, .justice), (.intelligence, .protection)]  // R190: without any entry
        }
    }

    /// Every box that can be reached from one along some arrows.
    public static func reach(from box: FigureBox, along arrows: [FigureArrow] = allCases) -> Set<FigureBox> {
        let ends = arrows.flatMap(\.ends)
        var (reached, isGrowing) = (Set([box]), true)
        while isGrowing {
            let next = reached.union(ends.filter { reached.contains($0.from) }.map(\.to))
            isGrowing = next.count > reached.count
            reached = next
        }
        return reached
    }
}
