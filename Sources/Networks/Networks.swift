/// The network: who runs it, where the money goes, what would still stand.
///
/// An engine: values in, values out. No database, no clock, no randomness that is not passed in as a seed.
/// Hot loops work on flat arrays; a graph is compressed sparse rows (`Graph`). Long work reports its progress and can be
/// cancelled (`Work`). What is computed here is inferred: it carries its reason, and it is never a fact.
public enum Networks {}
