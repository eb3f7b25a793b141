import Records

/// What records, their fields, actions and states are called in the reader's language. The keys are made of the declared names;
/// a house test asks for every one of them.
extension Reader {
    /// A type, in the singular: “Posting”.
    func typeName(_ type: String) -> String { self("type.\(type)") }

    /// A type, in the plural.
    func typesName(_ type: String) -> String { self("types.\(type)") }

    /// What a type is.
    func typeHelp(_ type: String) -> String { self("help.type.\(type)") }

    /// What a field is called.
    func fieldName(_ type: String, _ field: String) -> String { self("field.\(type).\(field)") }

    /// What belongs into a field.
    func fieldHelp(_ type: String, _ field: Field) -> String { self("help.field.\(type).\(field.name)") }

    /// The heading of a group of fields.
    func groupName(_ type: String, _ group: String) -> String { self("group.\(type).\(group)") }

    /// An action as a button says it: “Activate”.
    func actionName(_ type: String, _ action: String) -> String { self("action.\(type).\(action)") }

    /// What an action does.
    func actionHelp(_ type: String, _ action: String) -> String { self("help.action.\(type).\(action)") }

    /// An action as a story tells it: “activated it”.
    func did(_ type: String, _ action: String) -> String {
        action == "undo" ? self("web.story.undid") : self("did.\(type).\(action)")
    }

    /// A state.
    func stateName(_ type: String, _ state: String) -> String { self("state.\(type).\(state)") }

    /// One of the choices of a field.
    func choiceName(_ type: String, _ field: Field, _ choice: String) -> String {
        self("choice.\(field.words ?? type).\(choice)")
    }

    /// What has to be done until a deadline.
    func deadlineName(_ name: String) -> String { self("deadline.\(name)") }
}
