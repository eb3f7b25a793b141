public import Words

/// What must be in place before an entry (domain.md 5.4): eighteen in full, seven when life is in danger.
public enum Gate: String, CaseIterable, Comparable, Sendable, Codable {
    case g1 = "G1", g2 = "G2", g3 = "G3", g4 = "G4", g5 = "G5", g6 = "G6", g7 = "G7", g8 = "G8", g9 = "G9"
    case g10 = "G10", g11 = "G11", g12 = "G12", g13 = "G13", g14 = "G14", g15 = "G15", g16 = "G16", g17 = "G17"
    case g18 = "G18"
    case m1 = "M1", m2 = "M2", m3 = "M3", m4 = "M4", m5 = "M5", m6 = "M6", m7 = "M7"

    /// Which gates must be green: all, or the least that OHCHR's guideline 5 leaves room for.
    public enum Path: String, CaseIterable, Sendable, Codable { case full, minimum }

    /// The path that the gate belongs to.
    public var path: Path { rawValue.hasPrefix("G") ? .full : .minimum }

    /// The gates of a path, in order.
    public static func of(_ path: Path) -> [Gate] { allCases.filter { $0.path == path } }

    /// What must be in place.
    public var phrase: Phrase { Phrase("planning.gate.\(rawValue)") }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// By rank.
    public static func < (left: Gate, right: Gate) -> Bool { left.place < right.place }
}
