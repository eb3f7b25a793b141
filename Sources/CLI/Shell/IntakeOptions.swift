import ArgumentParser
import RichPicture

/// The options with which a file is brought in.
struct IntakeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The mapping profile of a table; without it the one that fits the columns best.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "The stream: surveillance, telephony, banking, checkpoint, register, inspection, ngo, community, open-source, partner or image.",
            valueName: "name"))
    var stream: String?

    @Option(
        help: ArgumentHelp(
            "The organisation that supplied the file; without it the one that you act for.", valueName: "name"))
    var owner: String?

    @Option(
        help: ArgumentHelp(
            "The leg on which that organisation works: source, transit or destination.", valueName: "leg"))
    var leg: String?

    @Option(help: ArgumentHelp("The team of that organisation that alone may see it.", valueName: "name"))
    var team = ""

    @Option(
        help: ArgumentHelp(
            "An organisation or unit that may see it too; may be given several times.", valueName: "name"))
    var release: [String] = []

    @Option(
        help: ArgumentHelp(
            "An account, unit or organisation that may never see it; may be given several times.", valueName: "name"))
    var hideFrom: [String] = []

    @Option(
        help: ArgumentHelp(
            "The grade: 3x5x2 as 2CP (source 1-3, information A-E, handling P or C), or 5x5x5 as B34.",
            valueName: "codes"))
    var grade: String?

    @Option(help: ArgumentHelp("Handling conditions in words.", valueName: "text"))
    var conditions = ""

    @Option(
        help: ArgumentHelp(
            "The text encoding, such as utf-8 or windows-874; without it, it is detected.", valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "The zone of times that state none, such as Asia/Bangkok; without it the profile's, else UTC.",
            valueName: "name"))
    var zone: String?

    @Option(
        help: ArgumentHelp("The country of national numbers, two letters; without it the profile's.", valueName: "code")
    )
    var country: String?

    @OptionGroup(title: "Authority for an intrusive stream") var authority: AuthorityOptions
}

/// The authority under which an intrusive stream was gathered.
struct AuthorityOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The reference of the order or warrant.", valueName: "reference"))
    var authority: String?

    @Option(help: ArgumentHelp("The court or office that issued it, and the law it rests on.", valueName: "text"))
    var basis: String?

    @Option(help: ArgumentHelp("About whom it was given: suspect or site.", valueName: "class"))
    var subject = "suspect"

    @Option(help: ArgumentHelp("The first day that it covers, or an instant.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The last day that it covers, or the instant of its end.", valueName: "date"))
    var until: String?

    /// The authority, or `nil` when none was given; its days are those of the zone.
    func authority(zone: String) throws(CLIError) -> IntrusionAuthority? {
        let given = [("--authority", authority), ("--basis", basis), ("--from", from), ("--until", until)]
        guard given.contains(where: { $0.1 != nil }) else { return nil }
        guard let authority, let basis, let from, let until else {
            throw .authorityInPart(missing: given.filter { $0.1 == nil }.map(\.0))
        }
        let known = IntrusionAuthority.SubjectClass.allCases
        guard let subject = IntrusionAuthority.SubjectClass(rawValue: subject) else {
            throw .unknown(option: "--subject", value: subject, known: known.map(\.rawValue))
        }
        return IntrusionAuthority(
            reference: authority, basis: basis, subject: subject, from: try Instant.start(from, zone: zone),
            until: try Instant.end(until, zone: zone))
    }
}

extension IntakeOptions {
    /// The request with who may see it.
    func labelled(_ request: ImportRequest) throws(CLIError) -> ImportRequest {
        var labelled = request
        labelled.leg = try leg.map { name throws(CLIError) in try Legs.read(name) }
        (labelled.team, labelled.release, labelled.hidden) = (team, Set(release), Set(hideFrom))
        return labelled
    }
}

extension Grade {
    /// Reads a grade; what nobody has graded is untested.
    init(orUntested text: String) throws(Problem) {
        self = text.isEmpty ? .untested : try Grade(text)
    }
}
