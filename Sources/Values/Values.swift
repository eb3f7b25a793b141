/// What rules are written in: exact fractions and amounts, calendar days, reasons, versioned tables, and the few words
/// that several rooms share.
///
/// Ground: values in, values out. No database, no clock, no randomness. A rule of a room is a pure function over values
/// like these; guards call it with what they have read, pages show its reasons, tests enumerate it.
public enum Values {}
