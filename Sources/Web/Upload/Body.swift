import HTTPTypes
import Hummingbird
import NIOCore

/// The bodies of requests, read within bounds.
enum Body {
    /// An upload that has arrived: the file on disk and the fields that came with it.
    struct Upload: Sendable {
        var file: Spool
        var fileName: String
        var fields: Query
    }

    /// A small form.
    static func form(_ visit: some Asked) async throws -> Query {
        Query(parsing: String(decoding: try await small(visit), as: UTF8.self))
    }

    /// A small body.
    static func small(_ visit: some Asked) async throws -> [UInt8] {
        let buffer = try await visit.request.body.collect(upTo: MultipartParser.Limit.fieldBytes)
        return Array(buffer.readableBytesView)
    }

    /// A file, as a form or as raw bytes with its description in the query. Removed again if it does not arrive whole.
    static func upload(_ visit: Visit) async throws -> Upload {
        let configuration = visit.world.configuration
        let spool = try Spool(in: configuration.uploadFolder)
        defer { spool.close() }
        do {
            let type = visit.request.headers[.contentType] ?? ""
            if let boundary = MultipartParser.boundary(contentType: type) {
                let upload = try await multipart(visit.request.body, boundary, spool, limit: configuration.uploadLimit)
                try Forgery.check(upload.fields, visit)
                return upload
            }
            guard !type.lowercased().hasPrefix("multipart/") else { throw UploadProblem.malformed }
            return try await raw(visit, spool, limit: configuration.uploadLimit)
        } catch {
            spool.remove()
            throw error
        }
    }

    private static func multipart(
        _ body: RequestBody, _ boundary: String, _ spool: Spool, limit: Int
    ) async throws -> Upload {
        var parser = MultipartParser(boundary: boundary)
        var (fields, fileName, size) = (Query(), "", 0)
        for try await buffer in body {
            size += buffer.readableBytes
            guard size <= limit else { throw UploadProblem.tooLarge(limit: limit) }
            for event in try parser.receive(buffer.readableBytesView) {
                switch event {
                case .field(let name, let value): fields.add(name, value)
                case .fileBegins(_, let name): fileName = fileName.isEmpty ? name : fileName
                case .fileBytes(let bytes): try spool.write(bytes)
                case .fileEnds: break
                }
            }
        }
        try parser.finish()
        guard !fileName.isEmpty else { throw UploadProblem.noFile }
        return Upload(file: spool, fileName: fileName, fields: fields)
    }

    private static func raw(_ visit: Visit, _ spool: Spool, limit: Int) async throws -> Upload {
        var size = 0
        for try await buffer in visit.request.body {
            size += buffer.readableBytes
            guard size <= limit else { throw UploadProblem.tooLarge(limit: limit) }
            try spool.write(buffer.readableBytesView)
        }
        guard size > 0, let name = visit.query["name"] else { throw UploadProblem.noFile }
        return Upload(file: spool, fileName: name, fields: visit.query)
    }
}
