public import Words

/// Why a Daybreak cannot be set up, or not be used as it is set up.
public enum SetUpError: Explained, Equatable {
    /// Nobody has founded it yet.
    case notFounded
    /// It is founded already.
    case foundedAlready
    /// The file of a secret cannot be read or written, or others than its owner can read it.
    case secretFile(String)
    /// The founding names nobody who could administer.
    case nobodyAdministers
    /// The founding names an organisation that it does not have.
    case unknownOrganisation(String)
    /// The founding names a role that does not exist.
    case unknownRole(String)
    /// A sign-in name stands twice.
    case twice(String)
    /// The file of the founding is not one.
    case badFounding(String)
    /// Looking with other eyes is for demonstrations.
    case notADemonstration
    /// Nobody of a demonstration has this name or role.
    case nobody(String)

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .notFounded: Phrase("setup.not-founded")
        case .foundedAlready: Phrase("setup.founded-already")
        case .secretFile(let path): Phrase("setup.secret-file", ["path": path])
        case .nobodyAdministers: Phrase("setup.nobody-administers")
        case .unknownOrganisation(let name): Phrase("setup.unknown-organisation", ["name": name])
        case .unknownRole(let name): Phrase("setup.unknown-role", ["name": name])
        case .twice(let name): Phrase("setup.twice", ["name": name])
        case .badFounding(let detail): Phrase("setup.bad-founding", ["detail": detail])
        case .notADemonstration: Phrase("setup.not-a-demonstration")
        case .nobody(let name): Phrase("setup.nobody", ["name": name])
        }
    }
}
