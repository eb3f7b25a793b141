public import Words

/// Why a file cannot be taken in, or a step of its import not be done.
public enum IntakeError: Explained, Equatable {
    /// The file cannot be opened or read.
    case unreadable(String, reason: String)
    /// The file is empty.
    case empty(String)
    /// The file is larger than what its format lets us hold in memory.
    case tooLarge(limit: Int)
    /// No shipped profile fits the columns, and none was named.
    case noProfile(columns: [String])
    /// No profile of this name.
    case unknownProfile(String, known: [String])
    /// The file lacks columns that the profile needs.
    case columnsMissing(profile: String, missing: [String])
    /// The encoding, zone or stream named is unknown.
    case unknownEncoding(String)
    case unknownZone(String)
    /// The stream was not named, and nothing in the file tells it.
    case streamNeeded
    /// The community stream is about groups; this layout or format can name somebody (R069).
    case contextNamesPeople(String)
    /// There is no such source, or the viewer may not see it.
    case unknownSource
    /// The source is not in the state that the step needs.
    case wrongState(is: Source.State, needs: Source.State)
    /// The stream is intrusive, and no authority permits it.
    case notPermitted(Phrase)
    /// The value cannot be read as an identifier of its kind.
    case notAnIdentifier(Phrase)
    /// The identifier is not on the stop-list.
    case notStopped(String)
    /// A reason is needed.
    case reasonNeeded
    /// Whom it is released to or hidden from has to be named.
    case namesNeeded
    /// The file itself is refused, whole.
    case refused(line: Int, column: Int, problem: Phrase)

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .unreadable(let name, let reason): Phrase("intake.unreadable", ["name": name, "reason": reason])
        case .empty(let name): Phrase("intake.empty", ["name": name])
        case .tooLarge(let limit): Phrase("intake.too-large", ["megabytes": "\(limit >> 20)"])
        case .noProfile(let columns): Phrase("intake.no-profile", ["columns": columns.joined(separator: ", ")])
        case .unknownProfile(let name, let known):
            Phrase("intake.unknown-profile", ["name": name, "known": known.joined(separator: ", ")])
        case .columnsMissing(let profile, let missing):
            Phrase("intake.columns-missing", ["profile": profile, "missing": missing.joined(separator: ", ")])
        case .unknownEncoding(let name): Phrase("intake.unknown-encoding", ["name": name])
        case .unknownZone(let name): Phrase("intake.unknown-zone", ["name": name])
        case .streamNeeded:
            Phrase("intake.stream-needed", ["known": StreamKind.allCases.map(\.rawValue).joined(separator: ", ")])
        case .contextNamesPeople(let name): Phrase("intake.context-names-people", ["name": name])
        case .unknownSource: Phrase("intake.unknown-source")
        case .wrongState(let state, let needs):
            Phrase("intake.wrong-state", ["state": state.rawValue, "needs": needs.rawValue])
        case .notPermitted(let why): why
        case .notAnIdentifier(let why): why
        case .notStopped(let value): Phrase("intake.not-stopped", ["value": value])
        case .reasonNeeded: Phrase("intake.reason-needed")
        case .namesNeeded: Phrase("intake.names-needed")
        case .refused(let line, let column, let problem):
            Phrase("intake.refused", ["line": "\(line)", "column": "\(column)"], around: problem)
        }
    }
}
