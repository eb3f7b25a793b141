public import Words

/// What can be wrong with FollowTheMoney data.
public enum FtMFault: Explained, Equatable {
    /// The line is JSON but not an object.
    case notAnEntity
    /// A member that every entity needs is missing or is not a text.
    case missing(String)
    /// The schema is not one of this version.
    case unknownSchema(String)
    /// The schema does not have this property.
    case unknownProperty(String, schema: String)
    /// A property is not a list of texts.
    case notTexts(String)
    /// A statements file lacks a column that it needs.
    case missingColumn(String)
    /// A cell that must not be empty is.
    case emptyCell(String)
    /// The cell is neither true nor false.
    case notTrueOrFalse(String)

    /// The fault in words.
    public var phrase: Phrase {
        switch self {
        case .notAnEntity: Phrase("ftm.not-an-entity")
        case .missing(let name): Phrase("ftm.missing", ["name": name])
        case .unknownSchema(let schema):
            if let near = FtMModel.standard.near(schema) {
                Phrase("ftm.unknown-schema-near", ["schema": schema, "near": near])
            } else {
                Phrase("ftm.unknown-schema", ["schema": schema, "version": FtMModel.version])
            }
        case .unknownProperty(let property, let schema):
            Phrase("ftm.unknown-property", ["property": property, "schema": schema, "version": FtMModel.version])
        case .notTexts(let name): Phrase("ftm.not-texts", ["name": name])
        case .missingColumn(let column): Phrase("ftm.missing-column", ["column": column])
        case .emptyCell(let column): Phrase("ftm.empty-cell", ["column": column])
        case .notTrueOrFalse(let cell): Phrase("ftm.not-true-or-false", ["cell": cell])
        }
    }
}
