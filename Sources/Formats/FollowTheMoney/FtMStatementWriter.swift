/// Writes FollowTheMoney statements as CSV, byte for byte as FtM's own tools do: every cell quoted, lines ended by
/// a line feed, columns in FtM's order.
///
/// `ftm aggregate-statements` rolls up neighbouring rows, so write all statements of one `canonicalID` together.
public enum FtMStatementWriter {
    /// The columns, in order.
    public static let columns = [
        "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang",
        "original_value", "external", "first_seen", "last_seen", "id",
    ]

    /// Appends the line of column names, in UTF-8. Write it once, first.
    public static func writeHeader(to bytes: inout [UInt8]) {
        write(columns, to: &bytes)
    }

    /// Appends a statement.
    ///
    /// - Throws: `FtMFault` when the schema or the property is not in the model: FtM's tools stop at such a row.
    public static func write(_ statement: FtMStatement, to bytes: inout [UInt8]) throws(FtMFault) {
        guard FtMModel.standard.schema(statement.schema) != nil else { throw .unknownSchema(statement.schema) }
        guard let type = statement.propertyType else {
            throw .unknownProperty(statement.property, schema: statement.schema)
        }
        let original = statement.originalValue == statement.value ? nil : statement.originalValue
        write(
            [
                statement.canonicalID, statement.entityID, statement.property, type, statement.schema,
                statement.value, statement.dataset, statement.origin ?? "", statement.meaningfulLanguage ?? "",
                original ?? "", statement.isExternal ? "t" : "f", statement.firstSeen ?? "",
                statement.lastSeen ?? statement.firstSeen ?? "", statement.givenID ?? statement.computedID,
            ], to: &bytes)
    }

    private static func write(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}
