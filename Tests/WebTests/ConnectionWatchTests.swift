import NIOCore
import Testing

@testable import Web

@Suite("Patience with a connection")
struct ConnectionWatchTests {
    private static let limits = ConnectionLimits()
    private let start = ContinuousClock.now

    private func at(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

    private func watch() -> ConnectionWatch { ConnectionWatch(Self.limits, now: start) }

    @Test("the first header has its time from the connection on, a later one from its first byte on")
    func header() {
        var watch = watch()
        watch.received(10, now: at(14))
        #expect(watch.pulse(now: at(15), isAsking: true, waiting: 0) == nil)
        #expect(watch.pulse(now: at(15.1), isAsking: true, waiting: 0) == .slowHeader)
        #expect(watch.head(targetBytes: 1, now: at(15.2)) == nil)
        watch.end()
        watch.answerBegins()
        watch.answerEnds(now: at(16))
        #expect(watch.pulse(now: at(75.9), isAsking: true, waiting: 0) == nil)
        watch.received(10, now: at(75.9))
        #expect(watch.pulse(now: at(90.8), isAsking: true, waiting: 0) == nil)
        #expect(watch.pulse(now: at(91), isAsking: true, waiting: 0) == .slowHeader)
    }

    @Test("a kept connection may be silent for a while, and as long as its last answer is being read")
    func idle() {
        var watch = watch()
        _ = watch.head(targetBytes: 1, now: at(1))
        watch.end()
        watch.answerBegins()
        watch.sent(1_000_000)
        watch.answerEnds(now: at(2))
        for second in 2...200 {
            let waiting = 1_000_000 - second * 2_000
            #expect(watch.pulse(now: at(Double(second)), isAsking: true, waiting: waiting) == nil)
        }
        #expect(watch.pulse(now: at(201), isAsking: true, waiting: 0) == nil)
        #expect(watch.pulse(now: at(261), isAsking: true, waiting: 0) == .idle)
    }

    @Test("while we think about a request nobody is late")
    func thinking() {
        var watch = watch()
        _ = watch.head(targetBytes: 1, now: at(1))
        watch.end()
        #expect(watch.pulse(now: at(10_000), isAsking: true, waiting: 0) == nil)
    }

    @Test("a body is measured only while we ask for it")
    func body() {
        var watch = watch()
        _ = watch.head(targetBytes: 1, now: at(0))
        watch.bodyPart(Self.limits.bytesPerWindow)
        #expect(watch.pulse(now: at(30), isAsking: true, waiting: 0) == nil)
        for second in 31...120 {
            #expect(watch.pulse(now: at(Double(second)), isAsking: false, waiting: 0) == nil)
        }
        watch.bodyPart(Self.limits.bytesPerWindow - 1)
        #expect(watch.pulse(now: at(149), isAsking: true, waiting: 0) == nil)
        #expect(watch.pulse(now: at(150), isAsking: true, waiting: 0) == .slowBody)
    }

    @Test("a body takes no longer than a whole body may")
    func wholeBody() {
        var watch = watch()
        _ = watch.head(targetBytes: 1, now: at(0))
        for second in 1...21_600 {
            watch.bodyPart(1_000_000)
            #expect(watch.pulse(now: at(Double(second)), isAsking: true, waiting: 0) == nil)
        }
        #expect(watch.pulse(now: at(21_601), isAsking: true, waiting: 0) == .slowBody)
    }

    @Test("an answer must be read, in every window some of it")
    func reader() {
        var watch = watch()
        _ = watch.head(targetBytes: 1, now: at(0))
        watch.end()
        watch.answerBegins()
        watch.sent(10_000_000)
        #expect(watch.pulse(now: at(1), isAsking: true, waiting: 9_000_000) == nil)
        #expect(watch.pulse(now: at(31), isAsking: true, waiting: 8_900_000) == nil)
        watch.sent(1_000_000)
        #expect(watch.pulse(now: at(61), isAsking: true, waiting: 9_900_000) == .slowReader)
    }

    @Test("a refusal is put into words only when no answer is on its way")
    func words() {
        var watch = watch()
        #expect(watch.canAnswer)
        _ = watch.head(targetBytes: 1, now: at(0))
        #expect(watch.canAnswer)
        watch.answerBegins()
        #expect(!watch.canAnswer)
        watch.answerEnds(now: at(1))
        #expect(watch.canAnswer)
    }

    @Test("addresses are counted as networks that one person can have")
    func origins() throws {
        func origin(_ address: String) throws -> String {
            GuardedChannel.origin(try .init(ipAddress: address, port: 1))
        }
        #expect(try origin("10.0.0.1") == "10.0.0.1")
        #expect(try origin("::ffff:10.0.0.1") == "10.0.0.1")
        #expect(try origin("2001:db8:1:2::1") == origin("2001:db8:1:2:ffff::2"))
        #expect(try origin("2001:db8:1:2::1") != origin("2001:db8:1:3::1"))
    }

    @Test("addresses of this machine are told from all others")
    func loopback() {
        for host in ["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"] {
            #expect(ListenProblem.isLoopback(host), "\(host)")
        }
        for host in [
            "0.0.0.0", "::", "10.0.0.1", "example.org", "localhost.example.org", "127.0.0.1.example.org", "127",
        ] { #expect(!ListenProblem.isLoopback(host), "\(host)") }
    }
}
