/// Box *pre-raid planning*: what is known of a site, what else could be done, what could go wrong, and who decides.
///
/// The engine here recommends and never decides (RL-30): a person authorises, with reasons, or does not.
/// `Rules` are pure; `Data` holds what a governing body sets: framework, gates, interventions.
public enum Planning {}
