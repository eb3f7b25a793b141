import Values
import Words

/// A stay in a shelter (R175, R177, RL-05). There is no state in it in which somebody is kept.
public struct ShelterStay: Sendable {
    /// When it began.
    public var since: Int
    /// The consent to stay, as it stands.
    public var consent: Consent?
    /// When the person asked to leave, if they did and have not left.
    public var leavingAsked: Int?
    /// Whether the person waits for proceedings.
    public var awaitsProceedings: Bool

    /// A stay.
    public init(since: Int, consent: Consent?, leavingAsked: Int? = nil, awaitsProceedings: Bool = false) {
        self.since = since
        self.consent = consent
        self.leavingAsked = leavingAsked
        self.awaitsProceedings = awaitsProceedings
    }

    /// What rings, and who hears it.
    public enum Alarm: Hashable, Sendable {
        /// Nobody agreed to this stay, or not any more.
        case withoutConsent
        /// The person wants to leave and has not been let out within the day.
        case notLetOut
        /// The stay has lasted so many days while proceedings are awaited.
        case longWait(days: Int)
    }

    /// Days after which somebody has to ask why a person still waits.
    static let longWaits = [180, 90, 30]

    /// The alarms at a moment. The first two ring at once and whatever the reason.
    public func alarms(at now: Int) -> [Alarm] {
        var alarms: [Alarm] = []
        if consent?.state(at: now) != .granted || consent?.purpose != .shelterStay { alarms.append(.withoutConsent) }
        if let leavingAsked, now > leavingAsked + 24.hours { alarms.append(.notLetOut) }
        if awaitsProceedings, let days = Self.longWaits.first(where: { now >= since + $0.days }) {
            alarms.append(.longWait(days: days))
        }
        return alarms
    }
}
