import Access
import Crypto
import Ledger
import Records

extension RichPicture {
    /// Reads something, and writes into the ledger who has read it: both at once, and nothing is shown before the entries
    /// are durable. What is not there is noted like what is: no answer is slower for being forbidden.
    func noted<Result: Sendable>(
        _ kind: String, _ subjects: [String] = [""], action: String = "read", as viewer: Viewer,
        _ read: () async throws -> Result
    ) async throws -> Result {
        let note = reads.begin(.read, kind, each: Set(subjects.prefix(100)).sorted(), action: action, as: viewer)
        let result = await Swift.Result.of { try await read() }
        try await note.value
        return try result.get()
    }

    /// Writes into the ledger that somebody searched, and how much was found. What for stands there as a hash under the
    /// database's secret: whoever can guess a name cannot try it.
    func note(_ query: SearchQuery, action: String, found: Int, as viewer: Viewer) async throws {
        let wish = [
            query.text, query.kinds.map(\.name).sorted().joined(separator: ","),
            query.streams.map(\.rawValue).sorted().joined(separator: ","), "\(query.from ?? 0)", "\(query.until ?? 0)",
            "\(query.confidence)", query.place ?? "",
            query.legs.map(\.rawValue).sorted().joined(separator: ","),
        ].joined(separator: "\u{1F}")
        let digest = HMAC<SHA256>.authenticationCode(
            for: Array("search\u{0}\(wish)".utf8), using: SymmetricKey(data: secret))
        try await reads.begin(
            .search, "picture", action: action, content: MerkleHash(Array(digest)), detail: String(found), as: viewer
        ).value
    }
}

extension Result where Failure == any Error {
    /// What a piece of work came to.
    fileprivate static func of(_ work: () async throws -> Success) async -> Result {
        do { return .success(try await work()) } catch { return .failure(error) }
    }
}
