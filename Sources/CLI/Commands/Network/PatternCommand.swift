import ArgumentParser
import Formats
import Foundation
import Networks

/// When and where a phone is used.
struct PatternCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "pattern",
        abstract: "Show a phone's pattern of life: hours and days, where it is at night and at work.",
        discussion: """
            Hours are those of --zone. Nights are 22:00 to 06:00, work is Monday to Friday from 9:00 to 17:00; both are counted \
            in nights and days, not in calls. With --cells, a table of cell, lat, lon, azimuth, beam and radius (metres), places \
            get an estimate: the middle of the sectors, and how far from it the phone may be (root mean square, metres). A cell \
            is where the mast stands that served the call, not where the phone was.

              daybreak network pattern calls.csv --phone 0600001234 --zone +07:00 --cells cells.csv

            Columns: day, h00 … h23, calls.
            """)

    @OptionGroup var file: FileOptions
    @OptionGroup(title: "The calls") var wanted: CallOptions
    @Option(help: ArgumentHelp("The phone.", valueName: "number")) var phone: String
    @Option(
        name: .customLong("cells"),
        help: ArgumentHelp("A table of cells with their sectors.", valueName: "file"))
    var sectors: String?
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        let task = FileTask("pattern", file, common, in: shell)
        let named = try task.calls(wanted, zone: try file.zoneMinutes())
        let asked = try named.phones(named: [phone])[0]
        let known = try sectors.map { try SectorTable($0).sectors(named.cells) } ?? [:]
        let pattern = task.compute { _ in
            PatternOfLife(named.calls, phone: asked, zoneOffset: named.zoneOffset)
        }
        guard let pattern else { throw CLIError.nothing(id: phone) }
        tell(task, pattern, known, named)
        let table = AnswerTable(
            columns: ["day"] + (0..<24).map { ($0 < 10 ? "h0" : "h") + String($0) } + ["calls"], count: 7
        ) { day in
            let hours = pattern.hours[day]
            return [.text(shell.text("cli.network-weekday.\(day + 1)"))] + hours.map { .whole($0) }
                + [.whole(hours.reduce(0, +))]
        }
        return try task.finish(table, saying: lines(pattern, known, named, shell))
    }

    private func tell(
        _ task: FileTask, _ pattern: PatternOfLife, _ known: [UInt32: CellSector], _ named: NamedCalls
    ) {
        task.tell("phone", .string(phone))
        task.tell("activeDays", .number(pattern.activeDays))
        task.tell("first", .string(Figures.instant(Int(pattern.first)) ?? ""))
        task.tell("last", .string(Figures.instant(Int(pattern.last)) ?? ""))
        for (name, stays) in [
            ("overnight", pattern.overnight), ("working", pattern.working), ("places", pattern.places),
        ] {
            task.tell(name, .array(stays.prefix(20).map { Self.json($0, known, named) }))
        }
        if let place = PatternOfLife.place(Self.main(pattern.overnight), known) {
            task.tell("overnightPlace", Self.json(place))
        }
    }

    /// The stays that make up most of the nights: those with at least half as many as the first.
    private static func main(_ stays: [PatternOfLife.Stay]) -> [PatternOfLife.Stay] {
        stays.filter { $0.days * 2 >= stays[0].days }
    }

    private static func json(
        _ stay: PatternOfLife.Stay, _ known: [UInt32: CellSector], _ named: NamedCalls
    ) -> JSONValue {
        [
            "cell": .string(named.cells.text(stay.cell)), "days": .number(stay.days), "calls": .number(stay.calls),
            "share": .number(stay.share), "place": known[stay.cell].map { json($0.middle) } ?? .null,
        ]
    }

    private static func json(_ place: CellSector.Estimate) -> JSONValue {
        [
            "lat": .number(place.latitude), "lon": .number(place.longitude),
            "uncertaintyMetres": .number(place.uncertainty.rounded()),
        ]
    }

    private func lines(
        _ pattern: PatternOfLife, _ known: [UInt32: CellSector], _ named: NamedCalls, _ shell: Shell
    ) -> [String] {
        var lines: [String] = []
        for (key, stays) in [
            ("cli.network-overnight", pattern.overnight), ("cli.network-working", pattern.working),
        ] {
            guard let first = stays.first else { continue }
            var place = ""
            if let middle = known[first.cell]?.middle {
                place = shell.text(
                    "cli.network-estimate",
                    [
                        "lat": Self.degrees(middle.latitude), "lon": Self.degrees(middle.longitude),
                        "metres": Figures.grouped(Int(middle.uncertainty.rounded())),
                    ])
            }
            lines.append(
                shell.text(
                    key,
                    [
                        "cell": named.cells.text(first.cell), "days": String(first.days),
                        "percent": String(Int((first.share * 100).rounded())), "place": place,
                    ]))
        }
        return lines
    }

    private static func degrees(_ value: Double) -> String { String((value * 100_000).rounded() / 100_000) }
}

/// A table of cells with their sectors.
private struct SectorTable {
    private let columns: Columns

    init(_ path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CLIError.cannotRead(path, reason: "there is no such file, or it may not be read")
        }
        defer { try? handle.close() }
        columns = try Columns(
            ByteSource(descriptor: handle.fileDescriptor, path: path),
            [
                .name("cell", guesses: ["cell", "cell id", "tower", "id", "ci"], place: 0),
                .value("lat", .number, guesses: ["lat", "latitude", "y"], place: 1, isRequired: true),
                .value("lon", .number, guesses: ["lon", "lng", "long", "longitude", "x"], place: 2, isRequired: true),
                .value("azimuth", .number, guesses: ["azimuth", "azi", "direction"], mayBeEmpty: true),
                .value("beam", .number, guesses: ["beam", "beamwidth", "width", "angle"], mayBeEmpty: true),
                .value("radius", .number, guesses: ["radius", "radius m", "range", "reach"], mayBeEmpty: true),
            ])
    }

    /// The sectors of cells that are known by name. Without a radius, 2,000 metres; without a beam, 120 degrees.
    func sectors(_ cells: NameTable) -> [UInt32: CellSector] {
        var byName: [String: CellSector] = [:]
        for row in 0..<columns.count {
            let azimuth = columns.has(3) ? columns.numbers[3][row] : .nan
            byName[columns.tables[0].text(columns.codes[0][row])] = CellSector(
                latitude: columns.numbers[1][row], longitude: columns.numbers[2][row],
                azimuth: azimuth.isNaN ? nil : azimuth, beam: value(4, row) ?? 120, radius: value(5, row) ?? 2_000)
        }
        var sectors: [UInt32: CellSector] = [:]
        for code in 0..<UInt32(cells.count) { sectors[code] = byName[cells.text(code)] }
        return sectors
    }

    private func value(_ column: Int, _ row: Int) -> Double? {
        guard columns.has(column) else { return nil }
        let value = columns.numbers[column][row]
        return value.isNaN ? nil : value
    }
}
