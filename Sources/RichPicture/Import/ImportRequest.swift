/// What a person says of a file when they bring it in. What is `nil` is detected, shown, and can be overridden.
public struct ImportRequest: Sendable, Hashable {
    /// The file's name.
    public var name: String
    /// The stream; `nil` to take the profile's.
    public var stream: StreamKind?
    /// The organisation that supplies it.
    public var owner: String
    /// On which leg it works; `nil` where nobody says.
    public var leg: Leg?
    /// The team of that organisation that alone may see it; empty for all of it.
    public var team = ""
    /// To whom it is released beyond the owner: organisations and units. The importer's is always among them.
    public var release: Set<String> = []
    /// From whom it is hidden, whatever else holds: accounts, units and organisations.
    public var hidden: Set<String> = []
    /// How far the supplier is to be trusted.
    public var grade: Grade
    /// Handling conditions in words.
    public var conditions: String
    /// The permission, for an intrusive stream.
    public var authority: IntrusionAuthority?
    /// The mapping profile's name, for tables.
    public var profile: String?
    /// The text encoding's name.
    public var encoding: String?
    /// The zone of times that state none.
    public var zone: String?
    /// The country of national numbers, ISO 3166 alpha-2.
    public var country: String?

    /// The same key for the same wish: asked twice, it is staged once.
    public var key: String?

    /// Makes a request; everything but the name and the owner can be left out.
    public init(
        name: String, stream: StreamKind? = nil, owner: String, grade: Grade = .untested, conditions: String = "",
        authority: IntrusionAuthority? = nil, profile: String? = nil, encoding: String? = nil, zone: String? = nil,
        country: String? = nil
    ) {
        self.name = name
        self.stream = stream
        self.owner = owner
        self.grade = grade
        self.conditions = conditions
        self.authority = authority
        self.profile = profile
        self.encoding = encoding
        self.zone = zone
        self.country = country
    }
}

/// How far an import has come.
public struct ImportProgress: Sendable, Hashable {
    /// What is being done.
    public enum Stage: Sendable, Hashable { case reading, writing }

    /// What is being done now.
    public var stage: Stage
    /// Bytes of the file behind it.
    public var bytesDone: Int
    /// Bytes of the file in all.
    public var bytesTotal: Int
    /// Rows read so far.
    public var rows: Int
}
