/// The measures of measures.md E by their number; each has a formula here and, later, a query that feeds it.
public enum MeasureCode: String, CaseIterable, Sendable, Codable {
    case m01 = "M01", m02 = "M02", m03 = "M03", m04 = "M04", m05 = "M05", m06 = "M06", m07 = "M07", m08 = "M08"
    case m09 = "M09", m10 = "M10", m11 = "M11", m12 = "M12", m13 = "M13", m14 = "M14", m15 = "M15", m16 = "M16"
    case m17 = "M17", m18 = "M18", m19 = "M19", m20 = "M20", m21 = "M21", m22 = "M22", m23 = "M23", m24 = "M24"
    case m25 = "M25", m26 = "M26", m27 = "M27", m28 = "M28", m29 = "M29", m30 = "M30", m31 = "M31"

    /// How its number is made.
    public enum Shape: Sendable { case survival, proportion, proportions, median, count, ratio, series, estimate }

    /// The shape of its formula.
    public var shape: Shape {
        switch self {
        case .m01: .survival
        case .m02, .m03, .m04, .m08, .m11, .m20, .m29: .proportion
        case .m05, .m06, .m07, .m12, .m15, .m17, .m18, .m22, .m23, .m25, .m28, .m30: .proportions
        case .m10, .m13: .median
        case .m09, .m14, .m19, .m24, .m27: .count
        case .m16, .m21: .ratio
        case .m26: .series
        case .m31: .estimate
        }
    }
}
