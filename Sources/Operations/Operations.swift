/// Box *raid/rescue operation*: who was at the scene and when, what was found, who held it since, and what came of it.
///
/// Three objectives and no fourth (`Objective`, in Planning). A person is admitted to Protection by a number, and no more.
public enum Operations {}
