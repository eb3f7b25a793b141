/// What is true of an account at this moment, as the directory of organisations and postings has it.
///
/// Everything that changes it (a posting that ends, an exclusion, a recusal) takes effect with the next request,
/// because every request begins with the standing of its account.
public struct Standing: Hashable, Sendable {
    /// The account's opaque id.
    public var account: String
    /// As what the person acts.
    public var role: FineRole
    /// The organisation that the person acts for.
    public var organisation: String
    /// The unit inside it; empty where there are none.
    public var unit: String
    /// The teams that the person belongs to.
    public var teams: Set<String>
    /// Whether the posting is current.
    public var isPostingCurrent: Bool
    /// What is hidden from the person: named as a subject or an associate, under inquiry for a leak, recused.
    public var exclusions: Set<Exclusion>
    /// What the person has broken the glass for.
    public var breakGlass: Set<BreakGlass>

    /// Makes a standing.
    public init(
        account: String, role: FineRole, organisation: String, unit: String = "", teams: Set<String> = [],
        isPostingCurrent: Bool = true, exclusions: Set<Exclusion> = [], breakGlass: Set<BreakGlass> = []
    ) {
        self.account = account
        self.role = role
        self.organisation = organisation
        self.unit = unit
        self.teams = teams
        self.isPostingCurrent = isPostingCurrent
        self.exclusions = exclusions
        self.breakGlass = breakGlass
    }

    /// Whether the person has broken the glass for this person at risk and this kind, and it has not run out (RL-34).
    ///
    /// - Parameter now: milliseconds since 1970, UTC.
    public func hasBrokenGlass(for subject: String, _ kind: Kind, at now: Int) -> Bool {
        breakGlass.contains { $0.subject == subject && $0.kind == kind && $0.from <= now && now < $0.until }
    }
}

/// Rows that are hidden from somebody, whatever else holds (F1): those of an organisation, of a team in it, of a
/// compartment, or all.
public struct Exclusion: Hashable, Sendable {
    /// Whose rows; `nil` for everybody's.
    public var organisation: String?
    /// Of which team; `nil` for all.
    public var team: String?
    /// Which kind of rows; `nil` for all.
    public var kind: Kind?

    /// Makes an exclusion; without arguments it hides everything.
    public init(organisation: String? = nil, team: String? = nil, kind: Kind? = nil) {
        self.organisation = organisation
        self.team = team
        self.kind = kind
    }

    func covers(_ label: Label, _ kind: Kind) -> Bool {
        (organisation ?? label.organisation) == label.organisation && (team ?? label.team) == label.team
            && (self.kind ?? kind) == kind
    }
}

/// Access to one kind of thing about one person at risk, taken in an immediate danger to life (R22 of the matrix).
public struct BreakGlass: Hashable, Sendable {
    /// The longest that it lasts: four hours, in milliseconds.
    public static let longest = 4 * 3_600_000

    /// The opaque id of the person at risk.
    public var subject: String
    /// The kind that is opened; the matrix says whether the role may.
    public var kind: Kind
    /// When it begins, in milliseconds since 1970, UTC.
    public var from: Int
    /// When it ends; never more than four hours later.
    public var until: Int

    /// Makes one that lasts as long as is asked for, and at most four hours.
    ///
    /// - Parameter duration: milliseconds.
    public init(subject: String, kind: Kind, from: Int, lasting duration: Int = longest) {
        self.subject = subject
        self.kind = kind
        self.from = from
        until = from + min(max(duration, 0), Self.longest)
    }
}
