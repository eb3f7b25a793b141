public import Values
import Words

/// Somebody's competence to collect evidence, as it was or is.
public struct CollectorQualification: Hashable, Sendable {
    /// The course: `EVD-1` for exhibits, `EVD-2` for digital ones.
    public var course: String
    /// The first day.
    public var from: Day
    /// The last day.
    public var until: Day
    /// The day on which it was taken away, if it was.
    public var revokedOn: Day?

    /// A qualification.
    public init(_ course: String, from: Day, until: Day, revokedOn: Day? = nil) {
        self.course = course
        self.from = from
        self.until = until
        self.revokedOn = revokedOn
    }

    /// RL-13: whether it held on the day. What expires later was valid then.
    public func held(on day: Day) -> Bool { from <= day && day <= until && (revokedOn.map { day < $0 } ?? true) }
}

/// What is about to be seized (R135, R138; SM7).
public struct Seizure: Hashable, Sendable {
    /// The reference, `ABC/1`.
    public var reference: String
    /// When.
    public var at: Int
    /// Whether it is a file or a device.
    public var isDigital: Bool
    /// On which power.
    public var legalPower: String
    /// The photograph of where it lay, or why there is none.
    public var photoOrReason: String
    /// Why it was taken before the scene was secured, if it was.
    public var reasonBeforeSecured: String

    /// A seizure.
    public init(
        _ reference: String, at: Int, isDigital: Bool = false, legalPower: String, photoOrReason: String,
        reasonBeforeSecured: String = ""
    ) {
        self.reference = reference
        self.at = at
        self.isDigital = isDigital
        self.legalPower = legalPower
        self.photoOrReason = photoOrReason
        self.reasonBeforeSecured = reasonBeforeSecured
    }

    /// Why it cannot be an exhibit.
    public func refusals(
        _ qualifications: [CollectorQualification], taken references: Set<String>, timeline: SceneTimeline
    ) -> [Reason] {
        let day = Day(at: at)
        var reasons: [Reason] = []
        for course in isDigital ? ["EVD-1", "EVD-2"] : ["EVD-1"] {
            reasons.require(
                qualifications.contains { $0.course == course && $0.held(on: day) }, "RL-13",
                Phrase("operations.not-qualified", ["course": course]))
        }
        reasons.require(!references.contains(reference), "R138", Phrase("operations.reference-taken"))
        reasons.require(!legalPower.isEmpty, "R135", Phrase("operations.no-power"))
        reasons.require(!photoOrReason.isEmpty, "R135", Phrase("operations.no-photo"))
        let isSecured = timeline.moments[.sceneSecured].map { $0 <= at } ?? false
        reasons.require(isSecured || !reasonBeforeSecured.isEmpty, "R135", Phrase("operations.before-secured"))
        return reasons
    }
}
