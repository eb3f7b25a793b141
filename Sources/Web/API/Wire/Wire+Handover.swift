import RichPicture

extension Wire {
    struct Stop: WireValue {
        var kind: String
        var value: String
        var reason: String
        var decidedBy: String

        init(_ entry: StopEntry) {
            kind = entry.kind.name
            value = entry.key
            reason = entry.reason
            decidedBy = entry.decidedBy
        }
    }

    struct StopChanged: WireValue {
        var isAddition: Bool
        var stop: Stop
        var at: String
    }

    struct Stops: WireValue {
        var stops: [Stop]
        var changes: [StopChanged]

        init(_ model: StopsPage.Model) {
            stops = model.entries.map { Stop($0) }
            changes = model.changes.map {
                StopChanged(isAddition: $0.isAddition, stop: Stop($0.entry), at: Wire.instant($0.at) ?? "")
            }
        }
    }

    struct StopRequest: WireValue {
        var kind: String
        var value: String
        var reason: String
    }

    struct ExportRequest: WireValue {
        var format: String
        var around: [String]
        var hops: Int
        var ground: String

        /// The same as the fields of a form.
        var fields: Query {
            var query = Query()
            query.add("format", format)
            for id in around { query.add("around", id) }
            query.add("hops", String(hops))
            return query
        }
    }

    struct Ordered: WireValue {
        var id: String
        var request: String?
    }

    /// A commit that is under way, or done.
    struct Work: WireValue {
        var id: String
        var name: String
        /// `running`, `done` or `failed`.
        var state: String
        var rows: Int
        var bytesDone: Int
        var bytesTotal: Int
        var seconds: Double
        var source: Source?
        var problem: Problem?

        init(_ id: String, _ job: Jobs.Job, _ reader: Reader) {
            self.id = id
            name = job.name
            rows = job.progress?.rows ?? 0
            bytesDone = job.progress?.bytesDone ?? 0
            bytesTotal = job.progress?.bytesTotal ?? 0
            seconds = job.elapsed
            switch job.outcome {
            case nil: state = "running"
            case .success(.committed(let done)): (state, source) = ("done", Source(done, reader))
            case .success(.staged(let staged)): (state, source) = ("done", Source(staged.source, reader))
            case .failure(let error): (state, problem) = ("failed", Problem(Web.Problem(error), reader))
            }
        }
    }
}
