import ArgumentParser
import Formats
import RichPicture

/// Checks the database against itself.
struct VerifyCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that the picture is what its files say, byte by byte and row by row.",
        discussion: """
            Every source against its record; the bytes of every source against their SHA-256; every committed source read again, with the same counts; \
            every row's entity, source, grade and label; every line within its file. Ends with exit code 1 at the first \
            row that is wrong, and names it.
            """)

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        try await common.withPicture(in: shell) { picture, viewer in
            let progress = Progress(in: shell)
            defer { progress.end() }
            let verification = try await picture.verify(as: viewer) { check, done, total in
                let stage = shell.text(Self.stages[check] ?? "cli.check-rows")
                progress.report(stage, share: total > 0 ? Double(done) / Double(total) : nil, count: done)
            }
            progress.end()
            if common.json { shell.print(json: json(verification, in: shell)) } else { show(verification, in: shell) }
            return verification.problem == nil ? .done : .failed
        }
    }

    private func show(_ verification: Verification, in shell: Shell) {
        let rows = verification.done.map {
            [shell.text(Self.stages[$0.check] ?? "cli.check-rows"), Figures.grouped($0.count)]
        }
        for line in Figures.columns(rows, indent: "  ") { shell.print(line) }
        if let problem = verification.problem {
            shell.print(shell.text("cli.verify-failed", ["what": shell.text(problem)]))
        } else {
            shell.print(shell.text("cli.verified"))
        }
    }

    private func json(_ verification: Verification, in shell: Shell) -> JSONValue {
        [
            "isGood": .bool(verification.problem == nil),
            "checks": .array(
                verification.done.map { ["check": .string($0.check.rawValue), "count": .number($0.count)] }),
            "problem": .optional(verification.problem.map { shell.text($0) }),
        ]
    }

    private static let stages: [Verification.Check: String] = [
        .records: "cli.check-records", .bytes: "cli.check-bytes", .counts: "cli.check-counts", .rows: "cli.check-rows",
        .lines: "cli.check-lines",
    ]
}
