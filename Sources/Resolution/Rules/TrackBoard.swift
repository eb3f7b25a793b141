import Values

/// R154: which track has not moved for too long. Both are asked alike.
public enum TrackBoard {
    /// The two tracks.
    public enum Track: String, CaseIterable, Sendable, Codable { case prosecution, protection }

    /// How a track stands.
    public struct Standing: Hashable, Sendable {
        /// When something last happened on it.
        public var movedAt: Int
        /// It has come to an end.
        public var isTerminal: Bool

        /// A track's standing.
        public init(movedAt: Int, isTerminal: Bool) {
            self.movedAt = movedAt
            self.isTerminal = isTerminal
        }
    }

    /// The tracks that stall.
    ///
    /// - Parameter days: after how many days without movement.
    public static func stalled(_ tracks: [Track: Standing], after days: Int, now: Int) -> [Track] {
        Track.allCases.filter { track in
            tracks[track].map { !$0.isTerminal && now > $0.movedAt + days.days } ?? true
        }
    }
}
