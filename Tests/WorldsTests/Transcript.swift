import HTTPTypes
import HummingbirdTesting
import NIOCore

/// What was answered to one request: all of it.
struct Transcript: Equatable, Sendable {
    var status: Int
    var headers: [String]
    var body: [UInt8]

    init(_ response: TestResponse) {
        status = response.status.code
        // The one header that tells the time of the answer.
        headers = response.headers.filter { $0.name != .date }.map { "\($0.name): \($0.value)" }.sorted()
        body = Array(response.body.readableBytesView)
    }

    /// Where it sends the reader.
    var location: String? {
        guard (300..<400).contains(status) else { return nil }
        return headers.first { $0.lowercased().hasPrefix("location: ") }.map { String($0.dropFirst(10)) }
    }

    /// Where another answer differs first, for people.
    func difference(from other: Transcript) -> String? {
        guard self != other else { return nil }
        guard status == other.status else { return "status \(status) without, \(other.status) with" }
        guard headers == other.headers || body != other.body else {
            return "headers \(Set(headers).subtracting(other.headers)) without, "
                + "\(Set(other.headers).subtracting(headers)) with"
        }
        let (mine, theirs) = (body, other.body)
        let at = zip(mine, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(mine.count, theirs.count)
        func around(_ bytes: [UInt8]) -> String {
            String(decoding: bytes[max(0, at - 60)..<min(bytes.count, at + 80)], as: UTF8.self)
        }
        return "body at byte \(at):\n  without: …\(around(mine))…\n  with:    …\(around(theirs))…"
    }
}
