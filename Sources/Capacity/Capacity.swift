public import Records

/// The people who do the work: what they have been trained for, what ties they have, how they are recognised, and what is
/// done when somebody betrays it.
///
/// | file | what |
/// |---|---|
/// | `Competence` | a course that a role needs, from "required" to "expired" (SM15) |
/// | `Interest` | a tie to a business, a person or a place, told before it matters |
/// | `IntegrityFlag` | a sign that somebody betrayed the work (SM17) |
/// | `Recognition` | what a team is thanked for: quality, never a count (RL-27) |
///
/// Postings (SM16) are the ground's: access hangs on them (`Records.Posting`).
public enum Capacity {
    /// The records of this room.
    public static let records: [any Record.Type] = [
        Competence.self, Interest.self, IntegrityFlag.self, Recognition.self,
    ]
}
