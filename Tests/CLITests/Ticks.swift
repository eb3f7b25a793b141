import Synchronization

/// A clock that a test moves.
final class Ticks: Sendable {
    private let value = Mutex(0)
    var now: Int { value.withLock { $0 } }
    func advance(_ milliseconds: Int) { value.withLock { $0 += milliseconds } }
}

/// What was written.
final class Lines: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }
    var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }
}
