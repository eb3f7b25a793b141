import Formats

/// The two kinds of workbook: persons at checkpoints, and workers that the labour office listed.
struct SheetFiles {
    let province: Province

    /// The workplaces that were inspected: a pier and a factory where people are exploited, and an ordinary one.
    static let listedWorkplaces = [0, 1, 20]

    func crossings(to sink: SampleSink) throws -> FileTally {
        var rows: [[WorkbookCell]] = [
            [
                "Time", "Checkpoint", "Lat", "Lon", "Family name", "Given name", "Native name", "Sex", "Date of birth",
                "Nationality", "Document", "Document no.", "Direction", "Travelling with",
            ].map(WorkbookCell.text)
        ]
        for day in 0..<province.days {
            rows += province.crossings(on: day).map(row)
        }
        // A sheet ends here; only a province of more than a million and a half people gets so far.
        rows.removeLast(max(0, rows.count - 1_048_576))
        try sink(WorkbookWriter.write([("Crossings", rows)]))
        var tally = FileTally()
        tally.rows = rows.count - 1
        tally.events = tally.rows
        return tally
    }

    private func row(_ crossing: Crossing) -> [WorkbookCell] {
        let index = Int(crossing.person)
        let person = province.persons[index]
        let checkpoint = Checkpoint.all[crossing.checkpoint]
        let name = province.name(of: index, at: .border)
        let companion = crossing.companion < 0 ? "" : province.name(of: Int(crossing.companion), at: .border).latin
        return [
            .date(date(province.firstDay + crossing.at / 86_400, clock: crossing.at % 86_400)),
            .text(checkpoint.code), .number(Double(checkpoint.point.lat) / 1e6),
            .number(Double(checkpoint.point.lon) / 1e6), .text(name.family), .text(name.given), .text(name.native),
            .text(person.isFemale ? "F" : "M"), .date(date(person.born)), .text(person.culture.nationality),
            .text(Self.kindOfDocument(person.culture)), .text(Paper.document(person.culture, person: index)),
            .text(crossing.isInbound ? "in" : "out"), companion.isEmpty ? .empty : .text(companion),
        ]
    }

    private static func kindOfDocument(_ culture: Culture) -> String {
        switch culture {
        case .thai, .chineseThai, .vietnamese: "Passport"
        case .lao, .khmer: "Border pass"
        case .burmese: "Certificate of identity"
        }
    }

    /// The day of the inspection that made the lists.
    private var listDay: Int { min(80, province.days - 1) }

    func workers(of workplace: Int, to sink: SampleSink) throws -> FileTally {
        var rows: [[WorkbookCell]] = [
            [
                "No", "Name (native)", "Name (Latin)", "Nationality", "Date of birth", "Document no.", "Phone", "Job",
                "Start date", "Monthly wage", "Currency", "Employer reg. no.",
            ].map(WorkbookCell.text)
        ]
        let people = province.persons.indices.filter {
            Int(province.persons[$0].workplace) == workplace && province.persons[$0].role != .overseer
                && (province.journey(of: $0)?.arrived ?? 0) <= listDay
        }
        for (index, person) in people.enumerated() { rows.append(row(number: index + 1, person, at: workplace)) }
        try sink(WorkbookWriter.write([("Workers", rows)]))
        var tally = FileTally()
        tally.rows = rows.count - 1
        return tally
    }

    private func row(number: Int, _ index: Int, at workplace: Int) -> [WorkbookCell] {
        let person = province.persons[index]
        let name = province.name(of: index, at: .worksite)
        var draw = Draw(province.seed, .layout, index)
        let phone = province.phone(of: index, day: listDay)
        let journey = province.journey(of: index)
        let start = province.firstDay + (journey?.arrived ?? -draw.within(20...900))
        // Day and month have changed places for some: the sheet was typed by hand.
        var born = person.born
        let civil = born.civil
        if civil.day <= 12, draw.chance(0.05) { born = Day(year: civil.year, month: civil.day, day: civil.month) }
        return [
            .whole(number), .text(name.native), .text(name.latin), .text(person.culture.nationality),
            .date(date(born)), .text(Paper.document(person.culture, person: index)),
            phone < 0 ? .empty : .text(province.phones[phone].number.inThailand), .text(job(of: person, at: workplace)),
            .date(date(start)), .whole(person.role == .siteManager ? 32_000 : draw.within(90...150) * 100),
            .text("THB"), .text(province.companies[workplace].registration),
        ]
    }

    private func job(of person: Person, at workplace: Int) -> String {
        guard person.role != .siteManager, person.role != .employer else { return "manager" }
        return switch province.workplaces[workplace].kind {
        case .factory: "machine operator"
        case .pier: "fish sorter"
        case .karaoke: "waiter"
        case .farm: "farm worker"
        case .construction: "labourer"
        }
    }

    private func date(_ day: Day) -> SheetDate {
        let (year, month, day) = day.civil
        return SheetDate(year: year, month: month, day: day)
    }

    private func date(_ day: Day, clock: Int) -> SheetDate {
        let (year, month, dayOfMonth) = day.civil
        return SheetDate(year: year, month: month, day: dayOfMonth, second: clock)
    }
}
