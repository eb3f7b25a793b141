/// Box *criminal justice response*: suspects, charges, the elements of an offence, the chain of exploitation, assets.
///
/// This room does not see Protection. Of a person it knows what that person agreed to tell, and nothing of any help.
public enum Justice {}
