import Words

/// Why an upload cannot be taken.
enum UploadProblem: Explained, Equatable {
    /// It is not `multipart/form-data` as browsers send it.
    case malformed
    /// It ended before its last boundary.
    case cutOff
    case headersTooLarge
    case fieldTooLarge
    case tooManyParts
    case tooLarge(limit: Int)
    /// No file was chosen.
    case noFile
    /// The disk refused the bytes.
    case notKept
    /// The supplying organisation is not named.
    case ownerNeeded
    /// The period of an authority cannot be read.
    case periodNeeded

    var phrase: Phrase {
        switch self {
        case .malformed: Phrase("web.upload.malformed")
        case .cutOff: Phrase("web.upload.cut-off")
        case .headersTooLarge, .fieldTooLarge, .tooManyParts: Phrase("web.upload.unusual")
        case .tooLarge(let limit): Phrase("web.upload.too-large", ["limit": String(limit / 1_000_000)])
        case .noFile: Phrase("web.upload.no-file")
        case .notKept: Phrase("web.upload.not-kept")
        case .ownerNeeded: Phrase("web.upload.owner-needed")
        case .periodNeeded: Phrase("web.upload.period-needed")
        }
    }
}
