import RichPicture

/// The fields for the permission that an intrusive stream needs (R064-R066, RL-33).
enum AuthorityFields {
    static func view(_ entries: ImportEntries, _ reader: Reader, isRequired: Bool) -> Markup {
        let subjects = IntrusionAuthority.SubjectClass.allCases.map { subject -> Markup in
            """
            <option value="\(subject.rawValue)"\(if: entries["subject"] == subject.rawValue, " selected")>\
            \(reader("web.subject.\(subject.rawValue)"))</option>
            """
        }
        let must: Markup = isRequired ? " required" : ""
        return """
            <fieldset data-authority><legend>\(reader("web.authority.title"))</legend><p class="hint">\(reader("web.authority.hint"))</p>
            <label>\(reader("web.authority.reference"))<input name="reference" maxlength="200" value="\(entries["reference"])"\(must)></label>
            <label>\(reader("web.authority.basis"))<input name="basis" maxlength="500" value="\(entries["basis"])"></label>
            <label>\(reader("web.authority.subject"))<select name="subject">\(Markup.joined(subjects))</select></label>
            <div class="pair"><label>\(reader("web.authority.from"))<input type="date" name="from" value="\(entries["from"])"\(must)></label>
            <label>\(reader("web.authority.until"))<input type="date" name="until" value="\(entries["until"])"\(must)></label></div></fieldset>
            """
    }
}
