import Hummingbird
import RichPicture

/// The pages that bring files in, and take them out again.
enum IntakeRoutes {
    static let all: [Route] = [
        .page(.importForm, "web.route.import", form),
        Route(
            face: .page, method: .post, url: .importForm, summary: "web.route.stage", body: .upload, answer: .see,
            handler: stage),
        .page(.job("{id}"), "web.route.work", work),
        .page(.staged("{id}"), "web.route.staged", staged),
        .form(.commit("{id}"), "web.route.commit", commit),
        .form(.discard("{id}"), "web.route.discard") { visit in
            try await visit.picture.discard(visit.id, key: try await Body.form(visit).key, as: visit.viewer)
            return Answer.see(.home)
        },
        .form(.authorise("{id}"), "web.route.authorise") { visit in
            let fields = try await Body.form(visit)
            let authority = try Description.authority(fields, visit.reader.zone, isRequired: true)
            guard let authority else { throw Problem.notFound }
            let source = try await visit.picture.authorise(
                visit.id, authority: authority, key: fields.key, as: visit.viewer)
            return Answer.see(.staged(source.id))
        },
        .form(.withdraw("{id}"), "web.route.withdraw") { visit in
            let fields = try await Body.form(visit)
            let source = try await visit.picture.withdraw(
                visit.id, because: fields["reason"] ?? "", key: fields.key, as: visit.viewer)
            return Answer.see(.source(source.id, line: nil))
        },
        .form(.restore("{id}"), "web.route.restore") { visit in
            let key = try await Body.form(visit).key
            let source = try await visit.picture.restore(visit.id, key: key, as: visit.viewer)
            return Answer.see(.source(source.id, line: nil))
        },
        .form(.relabel("{id}"), "web.route.relabel") { visit in
            let fields = try await Body.form(visit)
            let change = fields["change"].flatMap(Relabelling.init(rawValue:)) ?? .release
            let source = try await visit.picture.relabel(
                visit.id, change, Description.names("names", fields), because: fields["reason"] ?? "",
                key: fields.key, as: visit.viewer)
            // Whoever hid it from themself has nothing more to see here.
            let isSeen = try await visit.picture.sources(as: visit.viewer).contains { $0.id == source.id }
            return Answer.see(isSeen ? .source(source.id, line: nil) : .sources)
        },
    ]

    @Sendable static func form(_ visit: Visit) async throws -> Response {
        let profiles = visit.picture.profiles
        return Answer.page(ImportForm.view(ImportEntries(), profiles: profiles, problem: nil, visit.reader), visit)
    }

    // The answer comes at once if the file is small; otherwise a page shows how far the reading is.
    @Sendable static func stage(_ visit: Visit) async throws -> Response {
        let upload = try await Body.upload(visit)
        let entries = ImportEntries(query: upload.fields)
        do {
            let request = try Description.request(upload.fields, fileName: upload.fileName, visit.reader.zone)
            let (picture, viewer, spool) = (visit.picture, visit.viewer, upload.file)
            let job = await visit.world.jobs.start(
                visit.world.configuration.newName(), named: request.name, kind: .stage, for: viewer, entries: entries
            ) { report in
                defer { spool.remove() }
                return .staged(
                    try await picture.stage(path: spool.path, request: request, progress: report, as: viewer))
            }
            await visit.world.jobs.wait(for: job, upTo: visit.world.configuration.patience)
            return Answer.see(.job(job))
        } catch {
            upload.file.remove()
            return retry(error, entries, visit)
        }
    }

    // A mistake leads back to the form with all that was written.
    private static func retry(_ error: any Error, _ entries: ImportEntries, _ visit: Visit) -> Response {
        let problem = Problem(error)
        let words = visit.reader(problem.phrase)
        let page = ImportForm.view(entries, profiles: visit.picture.profiles, problem: words, visit.reader)
        return Answer.page(page, visit, status: problem.status)
    }

    /// What a piece of work has come to.
    @Sendable static func work(_ visit: Visit) async throws -> Response {
        guard let job = await visit.world.jobs.job(visit.id, for: visit.viewer) else { throw Problem.notFound }
        switch job.outcome {
        case nil:
            let model = WorkPage.Model(
                name: job.name, isCommit: job.kind == .commit, progress: job.progress, elapsed: job.elapsed)
            return Answer.page(WorkPage.view(model, visit.reader), visit)
        case .success(.staged(let staged)) where staged.alreadyThere != nil:
            return Answer.page(StagedPage.view(staged, visit.reader), visit)
        case .success(.staged(let staged)): return Answer.see(.staged(staged.source.id))
        case .success(.committed(let source)): return Answer.see(.source(source.id, line: nil))
        case .failure(let error) where job.kind == .stage: return retry(error, job.entries, visit)
        case .failure(let error): throw error
        }
    }

    @Sendable static func staged(_ visit: Visit) async throws -> Response {
        if await visit.world.jobs.isRunning(visit.id, for: visit.viewer) { return Answer.see(.job(visit.id)) }
        guard let staged = try await visit.picture.staged(visit.id, as: visit.viewer) else { throw Problem.notFound }
        return Answer.page(StagedPage.view(staged, visit.reader), visit)
    }

    @Sendable static func commit(_ visit: Visit) async throws -> Response {
        Answer.see(.job(try await startCommit(visit, key: try await Body.form(visit).key)))
    }

    /// Begins to commit a staged source, and waits a moment: most are done by then. A repetition under the same key finds
    /// it done.
    static func startCommit(_ visit: Visit, key: String?) async throws -> String {
        let (picture, viewer, id) = (visit.picture, visit.viewer, visit.id)
        var source = try await picture.staged(id, as: viewer)?.source
        if source == nil, key != nil { source = try await picture.sources(as: viewer).first { $0.id == id } }
        guard let source else { throw Problem.notFound }
        let job = await visit.world.jobs.start(id, named: source.name, kind: .commit, for: viewer) { report in
            .committed(try await picture.commit(id, key: key, progress: report, as: viewer))
        }
        await visit.world.jobs.wait(for: job, upTo: visit.world.configuration.patience)
        return job
    }
}
