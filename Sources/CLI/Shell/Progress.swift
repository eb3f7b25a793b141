import RichPicture
import Synchronization

/// How far a long piece of work has come, on standard error: nothing for the first second; then, on a terminal, one
/// line that is drawn again, and elsewhere a line every five seconds.
final class Progress: Sendable {
    private struct State {
        var begun: Int
        var drawn: Int
        var stage = ""
        var isDrawn = false
    }

    private let shell: Shell
    private let state: Mutex<State>

    /// Begins now.
    init(in shell: Shell) {
        self.shell = shell
        let now = shell.clock()
        state = Mutex(State(begun: now, drawn: now))
    }

    /// Takes the state of the work.
    ///
    /// - Parameters:
    ///   - stage: what is being done, in words; a new stage begins a new rate.
    ///   - share: how much is done, from 0 to 1, or `nil` when nobody knows.
    ///   - count: rows, or whatever else is counted.
    func report(_ stage: String, share: Double?, count: Int) {
        let now = shell.clock()
        let line: String? = state.withLock { state in
            if state.stage != stage { (state.stage, state.begun) = (stage, now) }
            let pause = shell.isTerminal ? (state.isDrawn ? 100 : 1_000) : (state.isDrawn ? 5_000 : 1_000)
            // A rate over less than half a second means nothing.
            guard now - state.drawn >= pause, now - state.begun >= 500 else { return nil }
            (state.drawn, state.isDrawn) = (now, true)
            return text(stage, share, count, elapsed: max(1, now - state.begun))
        }
        guard let line else { return }
        shell.errors(Array((shell.isTerminal ? "\r\u{1B}[K\(line)" : line + "\n").utf8))
    }

    /// Wipes the line.
    func end() {
        let isDrawn = state.withLock { $0.isDrawn }
        if isDrawn, shell.isTerminal { shell.errors(Array("\r\u{1B}[K".utf8)) }
    }

    private func text(_ stage: String, _ share: Double?, _ count: Int, elapsed: Int) -> String {
        let rate = Figures.grouped(count * 1_000 / elapsed)
        guard let share, share > 0 else {
            return shell.text("cli.progress-open", ["stage": stage, "count": Figures.grouped(count), "rate": rate])
        }
        let left = Double(elapsed) * (1 - min(1, share)) / share / 1_000
        return shell.text(
            "cli.progress",
            [
                "stage": stage, "percent": String(Int(min(1, share) * 100)), "count": Figures.grouped(count),
                "rate": rate, "left": Figures.duration(Int(left.rounded())),
            ])
    }

    /// A function for the import of a file.
    func ofImport(_ name: String) -> @Sendable (ImportProgress) -> Void {
        { [self] state in
            let key = state.stage == .reading ? "cli.reading" : "cli.writing"
            let share = state.bytesTotal == 0 ? nil : Double(state.bytesDone) / Double(state.bytesTotal)
            report(shell.text(key, ["name": name]), share: share, count: state.rows)
        }
    }
}
