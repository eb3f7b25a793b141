import Formats

/// The formats that Daybreak reads.
enum SourceFormat: String, Sendable, CaseIterable {
    case delimited
    case workbook
    case mt940
    case camt
    case goaml
    case ftm
    case ftmStatements = "ftm-statements"
    case geojson
    case image

    /// Whether the file is lines of text that a person can be shown.
    var isText: Bool { self != .workbook && self != .image }

    /// Whether columns are mapped by a profile.
    var needsProfile: Bool { self == .delimited || self == .workbook }

    /// The stream of files in this format, unless the import or the profile says otherwise.
    var stream: StreamKind? {
        switch self {
        case .mt940, .camt, .goaml: .banking
        case .ftm, .ftmStatements: .partner
        case .geojson: .community
        case .image: .image
        case .delimited, .workbook: nil
        }
    }

    /// Tells the format from the first bytes of a file.
    static func detect(_ prefix: [UInt8]) -> SourceFormat {
        if prefix.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
        if ImageFacts.format(of: prefix) != nil { return .image }
        switch BankFormat.detect(prefix: prefix) {
        case .mt940, .mt942: return .mt940
        case .camt052, .camt053, .camt054: return .camt
        case .goAML: return .goaml
        case nil: break
        }
        let start = prefix.starts(with: [0xEF, 0xBB, 0xBF]) ? prefix.dropFirst(3) : prefix[...]
        guard let first = start.first(where: { $0 > 0x20 }) else { return .delimited }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            let text = String(decoding: start.prefix(4_096), as: UTF8.self)
            let isFtM = text.contains("\"schema\"") && text.contains("\"properties\"")
            return isFtM && !text.contains("\"FeatureCollection\"") ? .ftm : .geojson
        }
        let line = String(decoding: start.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        let isStatements = line.contains("canonical_id") && line.contains("entity_id") && line.contains("prop")
        return isStatements ? .ftmStatements : .delimited
    }
}
