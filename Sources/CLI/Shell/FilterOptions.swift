import ArgumentParser
import RichPicture

/// The options that limit a walk, a timeline or an export.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only events and links of this kind (call, message, transfer, sighting, stay, director, phone, …); may be given several times.",
            valueName: "kind"))
    var kind: [String] = []

    @Option(help: ArgumentHelp("Only what this stream says; may be given several times.", valueName: "name"))
    var stream: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only what contributors of this leg say (source, transit or destination); may be given several times.",
            valueName: "leg"))
    var leg: [String] = []

    @Option(help: ArgumentHelp("Only events from this day (or instant) on; days are UTC.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Only events up to and with this day (or before this instant).", valueName: "date"))
    var until: String?

    @Option(
        help: ArgumentHelp(
            "Only what has this confidence at least: 0 (anything) to 4 (reliable source, known to be true).",
            valueName: "0-4"))
    var grade = 0

    /// The filter; throws what is not known.
    func filter() throws(CLIError) -> PictureFilter {
        var filter = PictureFilter()
        let known = EventKind.allCases.map(\.name) + Property.allCases.filter(\.isLink).map(\.name)
        for name in kind where !known.contains(name) { throw .unknown(option: "--kind", value: name, known: known) }
        filter.kinds = Set(kind)
        filter.streams = Set(try Streams.read(stream))
        filter.legs = Set(try Legs.read(leg))
        if let since { filter.from = try Instant.start(since, zone: "UTC") }
        if let until { filter.until = try Instant.end(until, zone: "UTC") }
        guard (0...4).contains(grade) else { throw .outOfRange(option: "--grade", range: "0-4") }
        filter.confidence = grade
        return filter
    }
}

/// Streams by their names.
enum Streams {
    static func read(_ names: [String]) throws(CLIError) -> [StreamKind] {
        var streams: [StreamKind] = []
        for name in names { streams.append(try read(name)) }
        return streams
    }

    static func read(_ name: String) throws(CLIError) -> StreamKind {
        guard let stream = StreamKind(rawValue: name) else {
            throw .unknown(option: "--stream", value: name, known: StreamKind.allCases.map(\.rawValue))
        }
        return stream
    }
}

/// Legs by their names.
enum Legs {
    static func read(_ names: [String]) throws(CLIError) -> [Leg] {
        var legs: [Leg] = []
        for name in names { legs.append(try read(name)) }
        return legs
    }

    static func read(_ name: String) throws(CLIError) -> Leg {
        guard let leg = Leg(rawValue: name) else {
            throw .unknown(option: "--leg", value: name, known: Leg.allCases.map(\.rawValue))
        }
        return leg
    }
}
