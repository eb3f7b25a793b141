/// The figures that are published and shown: each is a named formula over values, with what it counts and what it does not.
///
/// `Rules` are the formulas M01-M31 (measures.md E). The queries that feed them are records of their own; nobody can type a
/// figure in (RL-29).
public enum Measures {}
