/// Box *services, compensation, justice*: what a person at risk is told, offered and asked, and what becomes of it.
///
/// This room sees nothing of the figure: no subject, no site, and not whether somebody cooperated. So nothing here can
/// depend on it (RL-03). Help is never gated by what the matter is called in law (R023).
public enum Protection {}
