public import Values

/// R105: which courses a role needs, as a versioned table.
public struct Curriculum: Sendable {
    /// The version.
    public let edition: String
    /// Courses by role.
    public let courses: [String: Set<String>]

    /// Reads the table.
    public init(_ table: RuleTable) throws(RuleTableError) {
        let rows = try table.byKey { row throws(RuleTableError) in try row.text("role") }
        var courses: [String: Set<String>] = [:]
        for (role, row) in rows { courses[role] = Set(try row.items("courses")) }
        self.courses = courses
        edition = table.edition
    }

    /// The curricula that come with Daybreak.
    public static func shipped() throws(RuleTableError) -> Curriculum {
        try Curriculum(
            RuleTable(PackageResources.curricula_table, name: "curricula", columns: ["role", "courses", "basis"]))
    }
}

/// A course that somebody passed, and until when it holds.
public struct Qualification: Hashable, Sendable {
    /// The course, such as `EVD-1`.
    public var course: String
    /// The first and the last day.
    public var from: Day
    /// The last day.
    public var until: Day
    /// The day on which it was taken away for misconduct.
    public var revokedOn: Day?

    /// A qualification.
    public init(_ course: String, from: Day, until: Day, revokedOn: Day? = nil) {
        self.course = course
        self.from = from
        self.until = until
        self.revokedOn = revokedOn
    }

    /// SM15: whether it holds on a day.
    public func holds(on day: Day) -> Bool {
        from <= day && day <= until && (revokedOn.map { day < $0 } ?? true)
    }

    /// R104, R105: courses that a role needs and somebody has not, on a day.
    public static func missing(_ role: String, _ held: [Qualification], on day: Day, _ curriculum: Curriculum)
        -> [String]
    {
        let valid = Set(held.filter { $0.holds(on: day) }.map(\.course))
        return (curriculum.courses[role] ?? []).subtracting(valid).sorted()
    }
}

/// R080, R081: where there is much exploitation, and no trained unit.
public enum CoverageGap {
    /// Areas with hotspots that no trained unit covers, the worst first.
    ///
    /// - Parameters:
    ///   - hotspots: how bad each area is.
    ///   - units: for each unit its areas and whether all of its people are trained.
    public static func areas(
        hotspots: [String: Int], units: [(areas: Set<String>, isTrained: Bool)]
    ) -> [String] {
        let covered = units.filter(\.isTrained).reduce(into: Set<String>()) { $0.formUnion($1.areas) }
        return hotspots.filter { !covered.contains($0.key) && $0.value > 0 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
}
