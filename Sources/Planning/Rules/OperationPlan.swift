public import Values

/// What an operation plan must hold before it can be authorised (R050, R113-R115, R122, R123, R126; SM6).
///
/// People stand in it by number and task. What is said here to providers is a projection: `PreparationNotice`.
public struct OperationPlan: Sendable {
    /// The four functions that the plan coordinates (R123).
    public enum Team: String, CaseIterable, Sendable, Codable { case scene, evidence, arrest, persons }

    /// Who is asked at the outset (R114).
    public enum Party: String, CaseIterable, Sendable, Codable { case police, prosecutor, interpreter, services }

    /// Who profits, each with a plan of evidence (R115).
    public enum OffenderClass: String, CaseIterable, Sendable, Codable { case broker, trafficker, exploiter }

    /// What comes after, made before (R036).
    public enum PostRaidPart: String, CaseIterable, Sendable, Codable {
        case prosecutionTrack, protectionTrack, screening, transport, displacedWorkers, media
    }

    /// A person on the roster.
    public struct Member: Hashable, Sendable {
        /// The number of it.
        public var id: String
        /// What somebody is at the scene.
        public var capacity: SceneRoster.Capacity
        /// The team.
        public var team: Team?
        /// What exactly to do; never nothing.
        public var tasks: [String]
        /// The scene commander called.
        public var isCalledByCommander: Bool

        /// From its parts.
        public init(
            _ id: String, _ capacity: SceneRoster.Capacity, team: Team? = nil, tasks: [String],
            isCalledByCommander: Bool = false
        ) {
            self.id = id
            self.capacity = capacity
            self.team = team
            self.tasks = tasks
            self.isCalledByCommander = isCalledByCommander
        }
    }

    /// R038: what gives the power to enter.
    public struct Authority: Hashable, Sendable {
        /// The ground.
        public var basis: Jurisdiction.EntryBasis
        /// The number of the document.
        public var number: String
        /// The number of the site.
        public var site: String
        /// When it begins.
        public var from: Int
        /// When it ends.
        public var until: Int

        /// From its parts.
        public init(_ basis: Jurisdiction.EntryBasis, number: String, site: String, from: Int, until: Int) {
            self.basis = basis
            self.number = number
            self.site = site
            self.from = from
            self.until = until
        }
    }

    /// R122: the place where people are taken to.
    public struct SafeSite: Hashable, Sendable {
        /// The number of it.
        public var id: String
        /// Distance from the exploitation site.
        public var metres: Int
        /// How many it holds.
        public var capacity: Int
        /// One can speak there alone.
        public var hasPrivateRooms: Bool
        /// It has an area for children.
        public var hasChildArea: Bool

        /// From its parts.
        public init(_ id: String, metres: Int, capacity: Int, hasPrivateRooms: Bool, hasChildArea: Bool) {
            self.id = id
            self.metres = metres
            self.capacity = capacity
            self.hasPrivateRooms = hasPrivateRooms
            self.hasChildArea = hasChildArea
        }
    }

    /// R126: force is planned only for a reason and on an authority.
    public struct Force: Hashable, Sendable {
        /// Why, in words.
        public var reason: String
        /// On which authority.
        public var authority: String

        /// From its parts.
        public init(reason: String, authority: String) {
            self.reason = reason
            self.authority = authority
        }
    }

    /// The number of the site.
    public var site: String
    /// The planned moment of entry.
    public var entryAt: Int
    /// What it is for.
    public var objectives: Set<Objective> = []
    /// Everybody on the roster.
    public var members: [Member] = []
    /// Who leads each team.
    public var leaders: [Team: String] = [:]
    /// Who has acknowledged.
    public var acknowledged: Set<Party> = []
    /// Languages that will be needed.
    public var languages: Set<String> = []
    /// Interpreters, each by the languages spoken.
    public var interpreters: [Set<String>] = []
    /// How many persons may come.
    public var expectedPersons: ClosedRange<Int> = 0...0
    /// Whether there may be children.
    public var mayMeetChildren = true
    /// Places that services have confirmed.
    public var servicePlaces = 0
    /// Where people are taken to.
    public var safeSite: SafeSite?
    /// What gives the power to enter.
    public var authority: Authority?
    /// Suspects and persons at risk have vehicles of their own.
    public var hasSeparateTransport = false
    /// There is medical cover.
    public var hasMedicalCover = false
    /// There is a plan for children.
    public var hasChildPlan = false
    /// The plan of evidence for each class, or why there is none.
    public var evidence: [OffenderClass: String] = [:]
    /// How many on the roster may collect evidence.
    public var qualifiedCollectors = 0
    /// What is done about brokers and other sites.
    public var brokerPlan = ""
    /// What is planned for afterwards.
    public var postRaid: Set<PostRaidPart> = []
    /// Force, when any is planned.
    public var force: Force?

    /// From its parts.
    public init(site: String, entryAt: Int) {
        self.site = site
        self.entryAt = entryAt
    }
}
