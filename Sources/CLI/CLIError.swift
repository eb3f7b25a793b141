import Words

/// What the command line itself can find wrong.
enum CLIError: Explained, Equatable {
    /// Nothing with this identifier, or nothing that may be seen.
    case nothing(id: String)
    /// A word is not one of those that are known.
    case unknown(option: String, value: String, known: [String])
    /// Not a date.
    case notADate(String)
    /// A number is out of its range.
    case outOfRange(option: String, range: String)
    /// The authority was given in part.
    case authorityInPart(missing: [String])
    /// There is no database yet.
    case noDatabase(String)
    /// A file cannot be read.
    case cannotRead(String, reason: String)
    /// A file or folder cannot be written.
    case cannotWrite(String, reason: String)
    /// The manifest is not one.
    case badManifest(String, detail: String)
    /// A folder is needed, because the export is several files.
    case folderNeeded
    /// An export was asked for without saying why.
    case groundNeeded
    /// Neither files nor a manifest were named, or both.
    case filesOrManifest
    /// A secret has to be typed, and there is no terminal to type it at.
    case noTerminal
    /// Not a person with an organisation.
    case notAHolder(String)
    /// A certificate without its key, or a key without its certificate.
    case certificateInPart
    /// Nobody has signed in here, or the session is over.
    case notSignedIn
    /// Demonstration data, and nobody said with whose eyes.
    case nobodysEyes
    /// The account has no second factor yet.
    case mustEnrol
    /// The account has passkeys only, which a terminal cannot ask for.
    case passkeyOnly
    /// The account holds no posting that runs, or not this one.
    case noPosting
    /// Not the address of a site.
    case notAnAddress(String)

    /// The error in words.
    var phrase: Phrase {
        switch self {
        case .nothing(let id): Phrase("cli.nothing", ["id": id])
        case .unknown(let option, let value, let known):
            Phrase("cli.unknown-value", ["option": option, "value": value, "known": known.joined(separator: ", ")])
        case .notADate(let text): Phrase("cli.not-a-date", ["text": text])
        case .outOfRange(let option, let range): Phrase("cli.out-of-range", ["option": option, "range": range])
        case .authorityInPart(let missing):
            Phrase("cli.authority-in-part", ["missing": missing.joined(separator: ", ")])
        case .noDatabase(let path): Phrase("cli.no-database", ["path": path])
        case .cannotRead(let path, let reason): Phrase("cli.cannot-read", ["path": path, "reason": reason])
        case .cannotWrite(let path, let reason): Phrase("cli.cannot-write", ["path": path, "reason": reason])
        case .badManifest(let path, let detail): Phrase("cli.bad-manifest", ["path": path, "detail": detail])
        case .folderNeeded: Phrase("cli.folder-needed")
        case .groundNeeded: Phrase("cli.ground-needed")
        case .filesOrManifest: Phrase("cli.files-or-manifest")
        case .noTerminal: Phrase("cli.no-terminal")
        case .notAHolder(let text): Phrase("cli.not-a-holder", ["text": text])
        case .certificateInPart: Phrase("cli.certificate-in-part")
        case .notSignedIn: Phrase("cli.not-signed-in")
        case .nobodysEyes: Phrase("cli.nobodys-eyes")
        case .mustEnrol: Phrase("cli.must-enrol")
        case .passkeyOnly: Phrase("cli.passkey-only")
        case .noPosting: Phrase("cli.no-posting")
        case .notAnAddress(let text): Phrase("cli.not-an-address", ["text": text])
        }
    }

    /// The exit code.
    var ending: Ending {
        switch self {
        case .nothing: .nothingFound
        case .unknown, .notADate, .outOfRange, .authorityInPart, .folderNeeded, .groundNeeded, .filesOrManifest,
            .certificateInPart, .noTerminal, .notAHolder, .notAnAddress:
            .usage
        case .notSignedIn, .nobodysEyes, .mustEnrol, .passkeyOnly, .noPosting: .notSignedIn
        case .noDatabase: .database
        case .cannotRead, .badManifest: .refused
        case .cannotWrite: .failed
        }
    }
}
