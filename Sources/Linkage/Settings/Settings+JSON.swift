public import Foundation

// What is not written in a document has its usual value, so that settings written by hand can be short.

extension Settings {
    /// Reads settings; throws `SettingsError.unreadable` with what is wrong and where.
    public init(json: Data) throws(SettingsError) {
        do {
            self = try JSONDecoder().decode(Settings.self, from: json)
        } catch DecodingError.keyNotFound(let key, let context) {
            throw .unreadable(Self.path(context.codingPath + [key]))
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context)
        {
            throw .unreadable(context.codingPath.isEmpty ? context.debugDescription : Self.path(context.codingPath))
        } catch {
            throw .unreadable(error.localizedDescription)
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }

    /// The settings as a document that `init(json:)` reads.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(self)
    }

    /// Reads what is there; the rest has its usual value.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            comparisons: try values.decode([Comparison].self, forKey: .comparisons),
            blocking: try values.decode([BlockingRule].self, forKey: .blocking))
        idColumn = try values.decodeIfPresent(String.self, forKey: .idColumn)
        links = try values.decodeIfPresent(Links.self, forKey: .links) ?? links
        prior = try values.decodeIfPresent(Double.self, forKey: .prior)
        household = try values.decodeIfPresent(Household.self, forKey: .household)
        threshold = try values.decodeIfPresent(Double.self, forKey: .threshold)
        precision = try values.decodeIfPresent(Double.self, forKey: .precision) ?? precision
        pairsPerRecord = try values.decodeIfPresent(Double.self, forKey: .pairsPerRecord) ?? pairsPerRecord
        pairsInAll = try values.decodeIfPresent(Double.self, forKey: .pairsInAll) ?? pairsInAll
        largestBlock = try values.decodeIfPresent(Int.self, forKey: .largestBlock) ?? largestBlock
        largestCluster = try values.decodeIfPresent(Int.self, forKey: .largestCluster) ?? largestCluster
        isOneToOne = try values.decodeIfPresent(Bool.self, forKey: .isOneToOne) ?? isOneToOne
        findsOneToOne = try values.decodeIfPresent(Bool.self, forKey: .findsOneToOne) ?? findsOneToOne
        countryCode = try values.decodeIfPresent(String.self, forKey: .countryCode) ?? countryCode
        seed = try values.decodeIfPresent(UInt64.self, forKey: .seed) ?? seed
    }
}

extension Comparison {
    /// Reads what is there; without levels they are those of the kind.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(String.self, forKey: .name), kind: try values.decode(Kind.self, forKey: .kind),
            columns: try values.decode([String].self, forKey: .columns),
            levels: try values.decodeIfPresent([Level].self, forKey: .levels))
    }
}

extension Level {
    /// Reads what is there.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(Test.self, forKey: .test), try values.decodeIfPresent(Double.self, forKey: .limit) ?? 0,
            rarity: try values.decodeIfPresent(Double.self, forKey: .rarity) ?? 0)
        m = try values.decodeIfPresent(Double.self, forKey: .m)
        u = try values.decodeIfPresent(Double.self, forKey: .u)
        typical = try values.decodeIfPresent(Double.self, forKey: .typical)
    }
}
