/// Box *publicity to increase political will*: what is published, after which gates, and what came of it.
///
/// Figures come by query alone (RL-29); persons stay behind small numbers (RL-28); successes never stand without what stalled.
public enum Publicity {}
