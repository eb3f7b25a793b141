import Testing

@testable import Formats

@Suite("Workbooks, written")
struct WorkbookWriterTests {
    @Test("What is written is read back")
    func roundTrip() throws {
        let texts = [
            "", " ", "a", "ก้", "Nguyễn", "<&>\"'", "\r\n", "\t", "_x0041_", "_x", "=1+1", "\u{1}", "😀", " x ",
            "\u{FFFE}",
        ]
        for seed in UInt64(1)...60 {
            var generator = Dice(seed: seed)
            var rows: [[WorkbookCell]] = []
            var records: [[String]] = []
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let text = (0..<3).map { _ in texts.randomElement(using: &generator) ?? "" }.joined()
                let number = Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) / 8
                let day = Int.random(in: 1...28, using: &generator)
                let second = Int.random(in: 1...86_399, using: &generator)
                let date = SheetDate(year: 1900 + day * 30, month: 3 + day % 10, day: day)
                let moment = SheetDate(year: 2026, month: 1 + day % 12, day: day, second: second)
                rows.append([
                    .text(text), .number(number), .whole(day), .boolean(day % 2 == 0), .empty, .date(date),
                    .date(moment),
                ])
                records.append([
                    text, number == number.rounded() ? "\(Int(number))" : "\(number)", "\(day)", "\(day % 2 == 0)", "",
                    date.iso, moment.iso,
                ])
            }
            let reading = Reading(workbook: WorkbookWriter.write([("Rows & more", rows)]))
            #expect(reading.records == records, "seed \(seed)")
            #expect(reading.lines == Array(1...rows.count))
        }
    }

    @Test("The same sheets give the same bytes")
    func deterministic() throws {
        let sheets: [(name: String, rows: [[WorkbookCell]])] = [("a/b", [[.text("x"), .number(.nan)]]), ("c", [])]
        #expect(WorkbookWriter.write(sheets) == WorkbookWriter.write(sheets))
        #expect(try WorkbookReader(WorkbookWriter.write(sheets)).sheetNames == ["a_b", "c"])
    }

    @Test("Every day of the calendar has its serial number and comes back")
    func everyDay() {
        for serial in 61..<200_000 {
            guard let date = DateSystem.from1900.date(Double(serial)) else {
                Issue.record("no date for \(serial)")
                return
            }
            #expect(DateSystem.serial(date) == Double(serial))
        }
    }

    @Test(
        "ISO dates are read strictly",
        arguments: [
            ("2026-06-01", "2026-06-01"), ("2026-06-01 08:15", "2026-06-01 08:15:00"),
            ("2026-06-01T08:15:30", "2026-06-01 08:15:30"),
            ("2026-13-01", nil), ("2026-06", nil), ("", nil), ("2026-06-01 25:00", nil), ("x-y-z", nil),
            ("9223372036854775807-01-01", nil), ("2026-06-01 9223372036854775807:00", nil),
        ] as [(String, String?)])
    func iso(_ text: String, _ expected: String?) {
        #expect(SheetDate(iso: text)?.iso == expected)
    }
}
