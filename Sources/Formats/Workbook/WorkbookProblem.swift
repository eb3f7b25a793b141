import Words

/// What can be wrong with a workbook file.
enum WorkbookProblem: Explained, Equatable {
    /// An OLE container: a workbook of before 2007, or one with a password.
    case oldOrLocked
    /// No ZIP archive.
    case notZip
    /// The archive contradicts itself, or is cut off.
    case damagedZip
    /// The archive uses the 64-bit extension.
    case zip64
    /// An entry is encrypted.
    case encrypted(part: String)
    /// An entry is packed in a way that workbooks do not use.
    case packing(part: String)
    /// Two entries share bytes, or a name.
    case overlapping(part: String)
    /// An entry's name leads out of the archive.
    case path(part: String)
    /// The file is larger than the limit, in bytes.
    case containerTooLarge(limit: Int)
    /// The file unpacks to more than the limit, in bytes.
    case unpacksTooLarge(limit: Int)
    /// An entry unpacks to more than so many times its size.
    case expandsTooFar(part: String, limit: Int)
    /// An entry's content does not fit its checksum or size.
    case damagedPart(String)
    /// A part that a workbook must have is missing.
    case missingPart(String)
    /// An archive, but with no worksheet in it.
    case noSheets
    /// No sheet of this name.
    case noSuchSheet(String, known: [String])
    /// A cell names a text that the workbook does not have.
    case unknownText
    /// A cell stands before its left neighbour, or at an address that is none.
    case misplacedCell(String)

    var phrase: Phrase {
        switch self {
        case .oldOrLocked: Phrase("workbook.old-or-locked")
        case .notZip: Phrase("workbook.not-zip")
        case .damagedZip: Phrase("workbook.damaged-zip")
        case .zip64: Phrase("workbook.zip64")
        case .encrypted(let part): Phrase("workbook.encrypted", ["part": part])
        case .packing(let part): Phrase("workbook.packing", ["part": part])
        case .overlapping(let part): Phrase("workbook.overlapping", ["part": part])
        case .path(let part): Phrase("workbook.path", ["part": part])
        case .containerTooLarge(let limit): Phrase("workbook.container-too-large", ["limit": "\(limit >> 20)"])
        case .unpacksTooLarge(let limit): Phrase("workbook.unpacks-too-large", ["limit": "\(limit >> 20)"])
        case .expandsTooFar(let part, let limit):
            Phrase("workbook.expands-too-far", ["part": part, "limit": "\(limit)"])
        case .damagedPart(let part): Phrase("workbook.damaged-part", ["part": part])
        case .missingPart(let part): Phrase("workbook.missing-part", ["part": part])
        case .noSheets: Phrase("workbook.no-sheets")
        case .noSuchSheet(let name, let known):
            Phrase("workbook.no-such-sheet", ["name": name, "known": known.joined(separator: ", ")])
        case .unknownText: Phrase("workbook.unknown-text")
        case .misplacedCell(let address): Phrase("workbook.misplaced-cell", ["cell": address])
        }
    }

    /// The problem as an error of the whole file.
    var ofFile: FormatError { FormatError(line: 1, column: 0, problem: phrase) }
}
