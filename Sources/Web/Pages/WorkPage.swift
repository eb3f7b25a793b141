import RichPicture

/// Work that takes a while: how far it is, how fast, and about how long it will take. The page loads itself again
/// until the work is done; nothing is lost by closing it.
enum WorkPage {
    /// What the page shows.
    struct Model: Sendable {
        var name: String
        var isCommit: Bool
        var progress: ImportProgress?
        /// Seconds since the work began.
        var elapsed: Double
    }

    static func view(_ model: Model, _ reader: Reader) -> Page {
        let title = reader(model.isCommit ? "web.work.commit" : "web.work.stage", ["name": model.name])
        return Page(
            title: title, section: .import,
            body: """
                <h1>\(title)</h1>
                <div class="working" role="status">\(progress(model, reader))</div>
                <p class="quiet">\(reader(model.isCommit ? "web.work.commit.text" : "web.work.stage.text"))</p>
                """,
            refresh: 1)
    }

    private static func progress(_ model: Model, _ reader: Reader) -> Markup {
        guard let progress = model.progress, progress.bytesTotal > 0 else {
            return "<progress></progress><p>\(reader("web.work.begins"))</p>"
        }
        let done = min(progress.bytesDone, progress.bytesTotal)
        let fraction = Double(done) / Double(progress.bytesTotal)
        var said = [reader.count("web.count.rows", progress.rows)]
        if model.elapsed > 0.5 {
            said.append(reader("web.work.rate", ["rows": reader.number(Int(Double(progress.rows) / model.elapsed))]))
            if fraction > 0.02 {
                let left = Int((model.elapsed / fraction * (1 - fraction)).rounded(.up))
                said.append(reader("web.work.left", ["time": reader.duration(seconds: left)]))
            }
        }
        let stage = reader(progress.stage == .reading ? "web.work.reading" : "web.work.writing")
        return """
            <progress max="1000" value="\(Int(fraction * 1_000))" aria-label="\(stage)"></progress>
            <p><strong>\(Int(fraction * 100)) %</strong> · \(stage) · \(said.joined(separator: " · "))</p>
            """
    }
}
