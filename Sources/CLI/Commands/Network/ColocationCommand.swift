import ArgumentParser
import Formats
import Foundation
import Networks

/// Who was where somebody else was, again and again.
struct ColocationCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "colocation",
        abstract: "Find who was where somebody else was at about the same time, again and again.",
        discussion: """
            Two meet when both are seen in one cell no more than --window seconds apart. A meeting lasts as long as such sightings go \
            on; --least distinct meetings make a pair. A meeting in an empty place at a quiet hour weighs more than one in a crowd, \
            and every pair says how many meetings chance would make of two who are seen where these are seen.

              daybreak network colocation sightings.csv --window 600 --least 3 --out pairs.csv
              daybreak network colocation plates.csv --entity plate --cell camera --only-cell Border-1 --only-cell Border-2

            A table above 256 MB is not held in memory: it has to be sorted by time, and is read three times. --lat and --lon make \
            squares of --grid metres the cells. Columns: first, second, meetings, sightings, cells, weight, expected, lift, \
            probability, start, end. The JSON document has the journeys shared through several cells and the convoys.
            """)

    @OptionGroup var file: FileOptions
    @Option(help: ArgumentHelp("The column of who was seen.", valueName: "column")) var entity: String?
    @Option(help: ArgumentHelp("The column of where.", valueName: "column")) var cell: String?
    @Option(help: ArgumentHelp("The column of when.", valueName: "column")) var time: String?
    @Option(help: ArgumentHelp("The column of latitudes, instead of --cell.", valueName: "column")) var lat: String?
    @Option(help: ArgumentHelp("The column of longitudes.", valueName: "column")) var lon: String?
    @Option(help: ArgumentHelp("How wide a square is.", valueName: "metres")) var grid = 500.0
    @Option(help: ArgumentHelp("Seconds between two who meet, at most.", valueName: "seconds")) var window = 600.0
    @Option(help: ArgumentHelp("How many times two have to meet, at least.", valueName: "number")) var least = 3
    @Option(
        name: .customLong("only-cell"),
        help: ArgumentHelp("Only meetings here count (a border post); may be given several times.", valueName: "name"))
    var onlyCell: [String] = []
    @Option(help: ArgumentHelp("Through how many cells a journey or a convoy leads, at least.", valueName: "number"))
    var through = 3
    @Option(help: ArgumentHelp("Hours from one meeting of a journey to the next, at most.", valueName: "hours"))
    var pause = 6.0
    @Option(help: ArgumentHelp("How many make a convoy, at least.", valueName: "number")) var convoy = 3
    @Flag(help: "Do not hold the table in memory, whatever its size.") var stream = false
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard window >= 0, window <= 1e7 else { throw CLIError.outOfRange(option: "--window", range: "0…10000000") }
        guard least >= 1, through >= 1, convoy >= 2 else { throw CLIError.outOfRange(option: "--least", range: "1…") }
        guard (1...1e6).contains(grid) else { throw CLIError.outOfRange(option: "--grid", range: "1…1000000") }
        let task = FileTask("colocation", file, common, in: shell)
        let found = try isLarge ? streamed(task) : held(task)
        let journeys = found.colocation.journeys(cells: through, pause: Int64(pause * 3_600_000))
        let convoys = try task.compute { work in
            try found.colocation.convoys(members: convoy, cells: through, work: work)
        }
        tell(journeys, convoys, found, task, shell)
        return try task.finish(
            answer(found),
            saying: [
                shell.text(
                    "cli.network-colocation",
                    [
                        "pairs": Figures.grouped(found.colocation.pairs.count),
                        "journeys": Figures.grouped(journeys.count), "convoys": Figures.grouped(convoys.count),
                    ])
            ])
    }

    /// What was found, and what those who met and where are called.
    private struct Found {
        var colocation: Colocation
        var entity: (UInt32) -> String
        var cell: (UInt32) -> String
    }

    private var isLarge: Bool {
        guard file.file != "-", lat == nil else { return false }
        let size = (try? FileManager.default.attributesOfItem(atPath: file.file)[.size] as? Int) ?? 0
        return stream || size > 256 << 20
    }

    // MARK: Held in memory

    private func held(_ task: FileTask) throws -> Found {
        var wanted = NamedSightings.wanted(entity: entity, cell: cell, time: time)
        if lat != nil || lon != nil {
            wanted[1].isRequired = false
            (wanted[1].given, wanted[1].place, wanted[1].guesses) = (nil, nil, [])
            wanted.append(.value("lat", .number, given: lat, guesses: ["lat", "latitude"], isRequired: true))
            wanted.append(.value("lon", .number, given: lon, guesses: ["lon", "lng", "longitude"], isRequired: true))
        }
        let columns = try task.columns(wanted)
        var squares = Squares(metres: grid)
        var cells = columns.codes[1]
        if wanted.count > 3 {
            cells = columns.numbers[3].indices.map { squares.cell(columns.numbers[3][$0], columns.numbers[4][$0]) }
        }
        let made = squares
        let cellNames = columns.tables[1]
        let name: (UInt32) -> String = wanted.count > 3 ? { made.name($0) } : { cellNames.text($0) }
        let cellCount = wanted.count > 3 ? made.count : cellNames.count
        var options = self.options
        options.cells = try chosen(cellCount, name)
        let colocation = try task.compute { work in
            let sightings = Sightings(
                entities: columns.tables[0].count, cells: cellCount, entity: columns.codes[0], cell: cells,
                time: columns.values[2])
            return try Colocation(sightings, options, work: work)
        }
        return Found(colocation: colocation, entity: { columns.tables[0].text($0) }, cell: name)
    }

    private var options: ColocationOptions {
        var options = ColocationOptions()
        (options.window, options.least) = (Int64(window * 1000), least)
        return options
    }

    private func chosen(_ count: Int, _ name: (UInt32) -> String) throws(CLIError) -> Set<UInt32>? {
        guard !onlyCell.isEmpty else { return nil }
        let wanted = Set(onlyCell)
        let chosen = Set((0..<UInt32(count)).filter { wanted.contains(name($0)) })
        guard !chosen.isEmpty else { throw .nothing(id: onlyCell.joined(separator: ", ")) }
        return chosen
    }

    // MARK: Read three times

    private func streamed(_ task: FileTask) throws -> Found {
        let sightings = NamedSightings()
        let wanted = NamedSightings.wanted(entity: entity, cell: cell, time: time)
        let zone = try file.zoneMinutes()
        let replay: Colocation.Replay = { body in
            try task.load { source, size, work in
                try sightings.replay(source, wanted, size: size, zone: zone, work: work, body)
            }
        }
        var options = self.options
        if !onlyCell.isEmpty {
            try replay { _, _, _ in }
            options.cells = try chosen(sightings.cells.count) { sightings.cells.text($0) }
        }
        let colocation = try task.compute { _ in try Colocation(options, replay: replay) }
        task.tell("rows", .number(sightings.count))
        if let refusals = sightings.refusals { task.refuse(refusals) }
        return Found(
            colocation: colocation, entity: { sightings.entities.text($0) }, cell: { sightings.cells.text($0) })
    }

    // MARK: Answering

    private func answer(_ found: Found) -> AnswerTable {
        let pairs = found.colocation.pairs
        return AnswerTable(
            columns: [
                "first", "second", "meetings", "sightings", "cells", "weight", "expected", "lift", "probability",
                "start",
                "end",
            ], count: pairs.count
        ) { place in
            let pair = pairs[place]
            return [
                .text(found.entity(pair.first)), .text(found.entity(pair.second)), .whole(pair.meetings),
                .whole(pair.sightings), .whole(pair.cells), ReplacementsCommand.rounded(pair.weight),
                .number(pair.expected), ReplacementsCommand.rounded(pair.lift), .number(pow(10, pair.chance)),
                .time(pair.start), .time(pair.end),
            ]
        }
    }

    private func tell(
        _ journeys: [SharedJourney], _ convoys: [Convoy], _ found: Found, _ task: FileTask, _ shell: Shell
    ) {
        typealias Cell = AnswerTable.Cell
        let pairs = found.colocation.pairs
        task.tell("window", .number(window))
        task.tell("least", .number(least))
        let paths = journeys.prefix(1000).map { journey -> JSONValue in
            let stops = journey.meetings.map { meeting -> JSONValue in
                [
                    "cell": .string(found.cell(meeting.cell)), "time": Cell.time(meeting.time).json,
                    "end": Cell.time(meeting.end).json,
                ]
            }
            return [
                "first": .string(found.entity(pairs[journey.pair].first)),
                "second": .string(found.entity(pairs[journey.pair].second)), "cells": .number(journey.cells),
                "stops": .array(stops), "reason": .string(shell.text(journey.reason)),
            ]
        }
        task.tell("journeys", .array(paths))
        let groups = convoys.prefix(1000).map { convoy -> JSONValue in
            let stops = convoy.stops.map { stop -> JSONValue in
                [
                    "cell": .string(found.cell(stop.cell)), "time": Cell.time(stop.time).json,
                    "end": Cell.time(stop.end).json,
                ]
            }
            return [
                "members": .array(convoy.members.map { .string(found.entity($0)) }), "cells": .number(convoy.cells),
                "stops": .array(stops),
            ]
        }
        task.tell("convoys", .array(groups))
        task.tell("reasons", .array(pairs.prefix(100).map { .string(shell.text($0.reason)) }))
    }
}
