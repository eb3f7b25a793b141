import ArgumentParser
import Foundation
import Networks

/// The file of a task and where its answer goes.
struct FileOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The table; - reads what comes in.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Where the answer goes, as CSV.", valueName: "path"))
    var out: String?

    @Option(
        help: ArgumentHelp(
            "The zone of times that are written without one: +07:00, or Asia/Bangkok. Without it: UTC.",
            valueName: "zone"))
    var zone: String?

    /// Minutes east of UTC of times that are written without a zone.
    func zoneMinutes() throws(CLIError) -> Int {
        guard let zone, zone != "UTC", zone != "Z" else { return 0 }
        let parts = zone.dropFirst().split(separator: ":").map { UInt8($0).map(Int.init) }
        if let sign = zone.first, "+-".contains(sign), (1...2).contains(parts.count), let hours = parts[0] {
            guard let minutes = parts.count == 2 ? parts[1] : 0, hours < 15, minutes < 60 else {
                throw .outOfRange(option: "--zone", range: "-14:59…+14:59")
            }
            return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
        }
        guard let named = TimeZone(identifier: zone) else {
            throw .unknown(option: "--zone", value: zone, known: ["+07:00", "Asia/Bangkok", "UTC"])
        }
        return named.secondsFromGMT() / 60
    }
}

/// How a table is read as a graph.
struct GraphOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The column where links begin: its heading or number.", valueName: "column"))
    var from: String?

    @Option(help: ArgumentHelp("The column where links end.", valueName: "column"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "The column of weights, or \"rows\": a link weighs as much as there are rows, or its cell in a matrix.",
            discussion: "Weights of rows that link the same two are added up. Without it all links weigh 1.",
            valueName: "column"))
    var weight: String?

    @Flag(help: "Links have a direction.")
    var directed = false

    @Option(
        name: .customLong("snapshot"),
        help: ArgumentHelp("Writes the graph as it was read: as FILE it opens many times faster.", valueName: "path"))
    var snapshot: String?

    /// The request that these options make.
    func request(directed isDirected: Bool? = nil) -> NamedGraph.Request {
        var request = NamedGraph.Request()
        (request.from, request.to) = (from, to)
        request.isDirected = isDirected ?? directed
        if weight == "rows" { request.weighsRows = true } else { request.weight = weight }
        return request
    }
}
