public import Values
import Words

/// What happens at a scene, in its order (domain.md 2.9).
public enum SceneEvent: String, CaseIterable, Comparable, Sendable, Codable {
    case briefed, deployed, entry, sceneSecured, suspectsSeparated, personsRemoved, safeSiteArrived, informationGiven
    case screeningStarted, exhibitsComplete, sceneReleased, hotDebrief

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// By rank.
    public static func < (left: SceneEvent, right: SceneEvent) -> Bool { left.place < right.place }
}

/// When what happened at a scene.
public struct SceneTimeline: Hashable, Sendable {
    /// Stretches of time that are measured.
    public enum Interval: String, CaseIterable, Sendable, Codable {
        /// R134: from securing the scene until suspects are apart.
        case separation
        /// R147: from securing the scene until people are at the safe site.
        case removal
        /// R149: from arrival until people know their options.
        case information

        var ends: (from: SceneEvent, to: SceneEvent) {
            switch self {
            case .separation: (.sceneSecured, .suspectsSeparated)
            case .removal: (.sceneSecured, .safeSiteArrived)
            case .information: (.safeSiteArrived, .informationGiven)
            }
        }

        /// What is aimed at, in milliseconds.
        public var target: Int {
            switch self {
            case .separation: 10.minutes
            case .removal: 60.minutes
            case .information: 2.hours
            }
        }
    }

    /// The moments, in milliseconds.
    public var moments: [SceneEvent: Int]

    /// A timeline.
    public init(_ moments: [SceneEvent: Int]) { self.moments = moments }

    /// How long a stretch took; nil while an end of it is open.
    public func length(_ interval: Interval) -> Int? {
        guard let from = moments[interval.ends.from], let to = moments[interval.ends.to] else { return nil }
        return to - from
    }

    /// The stretches that took longer than aimed at, or still do.
    public func late(now: Int) -> [Interval] {
        Interval.allCases.filter { interval in
            guard let from = moments[interval.ends.from] else { return false }
            return (moments[interval.ends.to] ?? now) - from > interval.target
        }
    }

    /// What cannot have been: an earlier thing after a later one, or information after screening (R149).
    public var contradictions: [Reason] {
        let known = SceneEvent.allCases.compactMap { event in moments[event].map { (event, $0) } }
        return zip(known, known.dropFirst()).compactMap { earlier, later in
            guard later.1 < earlier.1 else { return nil }
            return Reason(
                "R134",
                Phrase("operations.out-of-order", ["earlier": earlier.0.rawValue, "later": later.0.rawValue]))
        }
    }
}
