import Formats
import RichPicture
import Words

/// What became of one file, for people and for programs.
struct ImportReport {
    /// The ways in which an import ends.
    enum Result {
        case committed(StagedImport)
        case staged(StagedImport)
        case alreadyThere(Source)
        case unusable(StagedImport)
        case allRefused(StagedImport)
        case failed(Phrase, Ending)
    }

    var path: String
    var result: Result

    /// How many refused rows are listed for people.
    static let shownRefusals = 20

    /// The exit code.
    var ending: Ending {
        switch result {
        case .committed, .staged: .done
        case .alreadyThere(let source): source.state == .unusable ? .unusable : .done
        case .unusable: .unusable
        case .allRefused: .refused
        case .failed(_, let ending): ending
        }
    }

    private var staged: StagedImport? {
        switch result {
        case .committed(let staged), .staged(let staged), .unusable(let staged), .allRefused(let staged): staged
        case .alreadyThere, .failed: nil
        }
    }

    /// The source, when there is one.
    var source: Source? {
        switch result {
        case .alreadyThere(let source): source
        default: staged?.source
        }
    }

    /// The short word for programs.
    private var outcome: String {
        switch result {
        case .committed: "committed"
        case .staged: "staged"
        case .alreadyThere: "already-there"
        case .unusable: "unusable"
        case .allRefused: "refused"
        case .failed: "failed"
        }
    }

    // MARK: For people

    /// Prints the report; with `isWhole` also the first rows and what they mean.
    func show(in shell: Shell, isWhole: Bool) {
        if case .failed(let phrase, _) = result {
            shell.complain(shell.text("cli.import-failed", ["path": path, "what": shell.text(phrase)]))
            return
        }
        guard let source else { return }
        shell.print(shell.text("cli.import-file", Self.facts(source)))
        if isWhole, let staged { showFirst(staged, in: shell) }
        shell.print("  " + CountSentence.text(source, in: shell))
        if let staged { showRefused(staged, in: shell) }
        for line in outcomeLines(source, in: shell) { shell.print("  " + line) }
    }

    private static func facts(_ source: Source) -> [String: String] {
        let how = [source.format, source.profile, source.format == "delimited" ? source.encoding : ""]
        return [
            "name": source.name, "how": how.filter { !$0.isEmpty }.joined(separator: ", "),
            "stream": source.stream.rawValue, "owner": source.owner, "grade": source.grade.code,
        ]
    }

    private func showFirst(_ staged: StagedImport, in shell: Shell) {
        if !staged.firstRows.isEmpty {
            shell.print("  " + shell.text("cli.first-rows"))
            let rows = [staged.columns] + staged.firstRows.prefix(3)
            for line in Figures.columns(rows.map { $0.map { String($0.prefix(24)) } }, indent: "    ") {
                shell.print(line)
            }
        }
        guard !staged.firstFacts.isEmpty else { return }
        shell.print("  " + shell.text("cli.first-facts"))
        for fact in staged.firstFacts.prefix(4) { shell.print("    " + fact.text(in: shell.words)) }
    }

    private func showRefused(_ staged: StagedImport, in shell: Shell) {
        for row in staged.rejected.prefix(Self.shownRefusals) { shell.print("    " + RefusedRow.text(row, in: shell)) }
        let more = staged.source.counts.rejected - min(staged.rejected.count, Self.shownRefusals)
        if more > 0 { shell.print("    " + shell.text("cli.more-refused", ["count": Figures.grouped(more)])) }
    }

    private func outcomeLines(_ source: Source, in shell: Shell) -> [String] {
        switch result {
        case .committed: [shell.text("cli.committed", ["id": source.id])]
        case .staged: [shell.text("cli.staged", ["id": source.id])]
        case .alreadyThere:
            [shell.text("cli.already-there", ["id": source.id, "name": source.name, "state": source.state.rawValue])]
        case .unusable: [source.reason.map { shell.text($0) } ?? "", shell.text("cli.unusable", ["id": source.id])]
        case .allRefused: [shell.text("cli.all-refused")]
        case .failed: []
        }
    }

    // MARK: For programs

    /// The report as JSON.
    func json(_ shell: Shell) -> JSONValue {
        var object: JSONObject = [
            "file": .string(path), "outcome": .string(outcome), "exitCode": .number(Int(ending.rawValue)),
        ]
        if case .failed(let phrase, _) = result {
            object["error"] = ["key": .string(phrase.key), "message": .string(shell.text(phrase))]
        }
        if let source {
            object["source"] = source.json(shell)
            object["summary"] = .string(CountSentence.text(source, in: shell))
        }
        if let staged {
            object["columns"] = .array(staged.columns.map(JSONValue.string))
            object["firstRows"] = .array(staged.firstRows.map { .array($0.map(JSONValue.string)) })
            object["firstFacts"] = .array(staged.firstFacts.map { .string($0.text(in: shell.words)) })
            object["profiles"] = .array(staged.profiles.map(JSONValue.string))
            object["refused"] = .array(staged.rejected.map { RefusedRow.json($0, in: shell) })
        }
        return .object(object)
    }
}

/// A refused row.
enum RefusedRow {
    /// `line 17, column 3: "abc" is not a time written as …`
    static func text(_ row: RejectedRow, in shell: Shell) -> String {
        let what = shell.text(row.problem)
        guard row.column > 0 else { return shell.text("cli.refused-line", ["line": String(row.line), "what": what]) }
        return shell.text(
            "cli.refused-row", ["line": String(row.line), "column": String(row.column), "what": what])
    }

    static func json(_ row: RejectedRow, in shell: Shell) -> JSONValue {
        [
            "line": .number(row.line), "column": .number(row.column), "reason": .string(shell.text(row.problem)),
            "key": .string(row.problem.key),
        ]
    }
}
