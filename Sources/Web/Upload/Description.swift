import RichPicture

/// What a form says of a file, as the picture wants it.
enum Description {
    /// The description of an import.
    static func request(_ fields: Query, fileName: String, _ zone: Zone) throws -> ImportRequest {
        guard let owner = fields["owner"] else { throw UploadProblem.ownerNeeded }
        let codes = ["source", "information", "handling"].map { fields[$0] ?? "" }.joined()
        let grade = try (fields["grade"] ?? (codes.isEmpty ? nil : codes)).map { try Grade($0) } ?? .untested
        let stream = fields["stream"].flatMap(StreamKind.init(rawValue:))
        // A form shows the fields of the authority for every stream when there is no script to hide them.
        let isIntrusive = stream?.isIntrusive ?? true
        var request = ImportRequest(
            name: fileName, stream: stream, owner: owner, grade: grade, conditions: fields["conditions"] ?? "",
            authority: isIntrusive ? try authority(fields, zone, isRequired: false) : nil, profile: fields["profile"],
            encoding: fields["encoding"], zone: fields["zone"], country: fields["country"]?.uppercased())
        request.team = fields["team"] ?? ""
        request.leg = fields["leg"].flatMap(Leg.init(rawValue:))
        (request.release, request.hidden) = (names("release", fields), names("hide-from", fields))
        request.key = fields.key
        return request
    }

    // Names come in fields of their own, or one a line.
    static func names(_ name: String, _ fields: Query) -> Set<String> {
        let lines = fields.all(name).flatMap { $0.split(whereSeparator: \.isNewline) }
        return Set(lines.map { $0.trimmingPrefix(while: \.isWhitespace) }.filter { !$0.isEmpty }.map(String.init))
    }

    /// The authority; `nil` when none was given and none is required. The last day counts in full.
    static func authority(_ fields: Query, _ zone: Zone, isRequired: Bool) throws -> IntrusionAuthority? {
        guard let reference = fields["reference"] ?? (isRequired ? "" : nil) else { return nil }
        guard let from = fields["from"].flatMap({ zone.instant($0) }),
            let until = fields["until"].flatMap({ zone.instant($0, end: true) })
        else { throw UploadProblem.periodNeeded }
        let subject = fields["subject"].flatMap(IntrusionAuthority.SubjectClass.init(rawValue:)) ?? .suspect
        return IntrusionAuthority(
            reference: reference, basis: fields["basis"] ?? "", subject: subject, from: from, until: until)
    }
}
