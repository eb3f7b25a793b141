/// A writing system, as far as search and comparison of names need to tell them apart.
public enum Script: UInt8, Sendable, Hashable, CaseIterable {
    /// Digits, spaces, punctuation: they belong to whatever stands before them.
    case common
    case latin, thai, lao, khmer, myanmar, han, cyrillic, arabic, devanagari
    /// A letter of any other script.
    case other

    /// The script of one scalar.
    public init(_ scalar: Unicode.Scalar) {
        self = Self.of(scalar.value)
    }

    /// Whether people put spaces between words when they write it. Where they do not, search goes by parts.
    public var hasSpaces: Bool {
        switch self {
        case .thai, .lao, .khmer, .myanmar, .han: false
        default: true
        }
    }

    /// The text cut into stretches of one script; what is common stays with the stretch before it.
    public static func runs(_ text: String) -> [ScriptRun] {
        var runs: [ScriptRun] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var current = Script.common
        for index in scalars.indices {
            let script = Script(scalars[index])
            if script == .common || script == current { continue }
            if current != .common {
                runs.append(ScriptRun(script: current, text: text[start..<index]))
                start = index
            }
            current = script
        }
        if start < scalars.endIndex { runs.append(ScriptRun(script: current, text: text[start...])) }
        return runs
    }

    /// The script of a scalar value, by block; marks count as letters of their script.
    static func of(_ value: UInt32) -> Script {
        switch value {
        case 0x61...0x7A, 0x41...0x5A: .latin
        case 0..<0xAA: .common
        case 0xD7, 0xF7: .common
        case 0xAA, 0xB5, 0xBA, 0xC0..<0x250, 0x300..<0x370, 0x1E00..<0x1F00, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .latin
        case 0xAB..<0xC0: .common
        case 0x400..<0x530, 0x1C80..<0x1C90, 0x2DE0..<0x2E00, 0xA640..<0xA6A0: .cyrillic
        case 0x660...0x66C, 0x6D4, 0x6F0...0x6F9, 0x60C, 0x61B, 0x61F: .common
        case 0x600..<0x700, 0x750..<0x780, 0x8A0..<0x900, 0xFB50..<0xFE00, 0xFE70..<0xFEFF: .arabic
        case 0x964...0x96F: .common
        case 0x900..<0x980, 0xA8E0..<0xA900: .devanagari
        case 0xE3F, 0xE4F...0xE5B: .common
        case 0xE00..<0xE80: .thai
        case 0xED0...0xED9: .common
        case 0xE80..<0xF00: .lao
        case 0x1040...0x104B, 0x1090...0x1099: .common
        case 0x1000..<0x10A0, 0xA9E0..<0xAA00, 0xAA60..<0xAA80: .myanmar
        case 0x17D4...0x17DB, 0x17E0...0x17F9: .common
        case 0x1780..<0x1800, 0x19E0..<0x1A00: .khmer
        case 0x2000..<0x2C00, 0x2E00..<0x2E80, 0x3000..<0x3005, 0x3008..<0x3021: .common
        case 0x2E80..<0x3000, 0x3005...0x3007, 0x3021..<0x3030, 0x3400..<0x4DC0, 0x4E00..<0xA000: .han
        case 0xF900..<0xFB00, 0x20000..<0x32000: .han
        case 0xFE00..<0xFE70, 0xFEFF, 0xFF00...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF: .common
        default: .other
        }
    }
}

/// A stretch of text in one script.
public struct ScriptRun: Hashable, Sendable {
    /// The script of its letters.
    public var script: Script
    /// The stretch itself, as it stands in the text.
    public var text: Substring

    /// Makes a run.
    public init(script: Script, text: Substring) {
        self.script = script
        self.text = text
    }
}
