/// The state of one connection, as far as patience with it goes: what it owes us, and since when.
///
/// A value without clock or sockets: the handlers tell it what happens, and it says when to refuse. Requests may come
/// one after the other on a connection before the first is answered.
struct ConnectionWatch {
    typealias Instant = ContinuousClock.Instant

    private let limits: ConnectionLimits
    /// Bytes of a header that is not whole yet, and when its time began.
    private var headerBytes = 0
    private var headerSince: Instant
    /// When the last answer ended; `nil` before the first request.
    private var quietSince: Instant?
    /// Set between a header and the end of its body.
    private var body: Body?
    private var unanswered = 0
    private var isAnswerBegun = false
    private var reading: Window?
    private var written = 0

    private struct Body {
        var since: Instant
        var window: Window
    }

    /// Bytes that have passed since some moment.
    private struct Window {
        var since: Instant
        var bytes: Int
    }

    /// A connection that has just been made.
    init(_ limits: ConnectionLimits, now: Instant) {
        self.limits = limits
        headerSince = now
    }

    /// Whether a refusal can still be put into words: nothing of an answer is on its way.
    var canAnswer: Bool { !isAnswerBegun && unanswered <= 1 }

    // MARK: - What comes

    /// Bytes have come, before anybody has looked at what they say.
    mutating func received(_ count: Int, now: Instant) {
        guard body == nil else { return }
        if headerBytes == 0, quietSince != nil { headerSince = now }
        headerBytes += count
    }

    /// Whether the header that is still coming has grown too large; asked after the bytes have been read.
    var refusalAfterReading: Refusal? { headerBytes > limits.headerBytes ? .largeHeader : nil }

    /// A header is whole.
    mutating func head(targetBytes: Int, now: Instant) -> Refusal? {
        headerBytes = 0
        unanswered += 1
        quietSince = now
        body = Body(since: now, window: Window(since: now, bytes: 0))
        return targetBytes > limits.targetBytes ? .longTarget : nil
    }

    /// A part of the body has come.
    mutating func bodyPart(_ count: Int) { body?.window.bytes += count }

    /// The request is whole.
    mutating func end() { body = nil }

    // MARK: - What goes

    /// Bytes have been handed to the socket.
    mutating func sent(_ count: Int) { written += count }

    /// An answer begins.
    mutating func answerBegins() { isAnswerBegun = true }

    /// An answer has been handed over as a whole.
    mutating func answerEnds(now: Instant) {
        isAnswerBegun = false
        unanswered = max(0, unanswered - 1)
        quietSince = now
        headerSince = now
    }

    // MARK: - Patience

    /// Asks what time has done.
    ///
    /// - Parameters:
    ///   - isAsking: whether we wait for bytes; while we do not, the other side cannot be blamed.
    ///   - waiting: the bytes that were handed over and have not left yet.
    mutating func pulse(now: Instant, isAsking: Bool, waiting: Int) -> Refusal? {
        if isReaderSlow(now, waiting) { return .slowReader }
        if body != nil { return bodyRefusal(now, isAsking) }
        guard unanswered == 0 else { return nil }
        if headerBytes > 0 || quietSince == nil { return now - headerSince > limits.header ? silence : nil }
        // What is still being read is an answer, not silence.
        if waiting > 0 { quietSince = now }
        return quietSince.map { now - $0 > limits.idle } == true ? .idle : nil
    }

    // Browsers open connections in advance: one that never said a word is not answered.
    private var silence: Refusal { headerBytes > 0 ? .slowHeader : .idle }

    private mutating func bodyRefusal(_ now: Instant, _ isAsking: Bool) -> Refusal? {
        guard let body else { return nil }
        if unanswered == 0, let quietSince, now - quietSince > limits.linger { return .endlessBody }
        if now - body.since > limits.body { return .slowBody }
        guard isAsking else {
            self.body?.window = Window(since: now, bytes: 0)
            return nil
        }
        guard now - body.window.since >= limits.window else { return nil }
        if body.window.bytes < limits.bytesPerWindow { return .slowBody }
        self.body?.window = Window(since: now, bytes: 0)
        return nil
    }

    private mutating func isReaderSlow(_ now: Instant, _ waiting: Int) -> Bool {
        guard waiting > 0 else {
            reading = nil
            return false
        }
        let left = written - waiting
        guard let window = reading else {
            reading = Window(since: now, bytes: left)
            return false
        }
        guard now - window.since >= limits.window else { return false }
        reading = Window(since: now, bytes: left)
        return left - window.bytes < limits.bytesPerWindow
    }
}
