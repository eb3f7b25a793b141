public import Words

/// How far a source and its information are trusted and how it may be handled, in the scheme it was given in.
///
/// The original codes are kept always and never converted silently: 5x5x5 `B` and 3x5x2 `1` are not the same.
/// Source and information are graded independently.
public struct Grade: Hashable, Sendable {
    /// A grading scheme.
    public enum Scheme: String, Sendable, CaseIterable, Codable {
        /// UK, since 2016: source 1-3, information A-E, handling P or C.
        case threeFiveTwo = "3x5x2"
        /// UK National Intelligence Model, in use in 2008: source A-E, information 1-5, handling 1-5.
        case fiveFiveFive = "5x5x5"
    }

    /// The scheme of the codes.
    public var scheme: Scheme
    /// The source's code.
    public var source: String
    /// The information's code.
    public var information: String
    /// The handling code.
    public var handling: String

    /// Why a grade cannot be read.
    public enum Problem: Explained, Equatable {
        case unknown(String)

        /// The problem in words.
        public var phrase: Phrase {
            switch self {
            case .unknown(let text): Phrase("picture.grade-unknown", ["grade": text])
            }
        }
    }

    /// Reads a grade as people write it: `2CP`, `1-A-P`, `B3 4`, `E41`; the scheme follows from the first code.
    public init(_ text: String) throws(Problem) {
        let codes = text.uppercased().filter { $0.isLetter || $0.isNumber }.map(String.init)
        guard codes.count == 3 else { throw .unknown(text) }
        let (source, information, handling) = (codes[0], codes[1], codes[2])
        if "123".contains(source), "ABCDE".contains(information), "PC".contains(handling) {
            self.init(scheme: .threeFiveTwo, source: source, information: information, handling: handling)
        } else if "ABCDE".contains(source), "12345".contains(information), "12345".contains(handling) {
            self.init(scheme: .fiveFiveFive, source: source, information: information, handling: handling)
        } else {
            throw .unknown(text)
        }
    }

    init(scheme: Scheme, source: String, information: String, handling: String) {
        self.scheme = scheme
        self.source = source
        self.information = information
        self.handling = handling
    }

    /// The codes together, such as `2CP`.
    public var code: String { source + information + handling }

    /// Confidence for ranking and filtering, from 0 to 4: `1A` = 4 … anything suspected false = 0 (domain.md 5.1).
    ///
    /// 5x5x5 codes are compared through the mapping of domain.md 2.7, for ranking only; the grade itself is kept.
    public var confidence: Int {
        let (source, information) = comparable
        guard information != "E" else { return 0 }
        let base = ["A": 4, "B": 3, "C": 2, "D": 1][information] ?? 0
        return source == "1" ? base : max(0, source == "2" ? base - 1 : base - 2)
    }

    private var comparable: (source: String, information: String) {
        guard scheme == .fiveFiveFive else { return (source, information) }
        let sources = ["A": "1", "B": "1", "C": "2", "D": "3", "E": "2"]
        let informations = ["1": "A", "2": "C", "3": "B", "4": "D", "5": "E"]
        return (sources[source] ?? "3", informations[information] ?? "E")
    }

    /// The grade given to what nobody has evaluated yet: untested source, not known, lawful sharing with conditions.
    public static let untested = Grade(scheme: .threeFiveTwo, source: "2", information: "D", handling: "C")
}
