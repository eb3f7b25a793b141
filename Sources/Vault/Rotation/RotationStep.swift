/// What a change of a key has just done, durably. Each is a small transaction of its own: whatever happens between two of
/// them (a kill, a power cut, an error thrown by whoever watches), everything opens, and `resumeRotations` goes on.
public enum RotationStep: Hashable, Sendable {
    /// The new key stands beside the old one.
    case keyMade(epoch: Int)
    /// So many keys below have been wrapped under the new key.
    case rewrapped(Int)
    /// The old key is destroyed.
    case oldKeyDestroyed
}

/// Hears of each step; throwing ends the change there.
public typealias RotationWatch = @Sendable (RotationStep) throws -> Void
