import Access
import Daybreak
import Dispatch
import Foundation
import Glibc
import Hummingbird
import Identity

@testable import Web

/// A whole Daybreak that listens on a port of this machine, for what only a socket can show.
struct LiveWorld: Sendable {
    let port: Int
    let census: ConnectionCensus
    /// A session's token, which goes with everything that is sent.
    let token: String

    /// Limits that pass quickly, but only for those who dawdle.
    static var impatient: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.header = .seconds(1)
        limits.idle = .milliseconds(300)
        limits.window = .seconds(1)
        limits.linger = .milliseconds(150)
        return limits
    }

    /// Runs a test, then ends the server and removes everything.
    static func run(
        _ limits: ConnectionLimits, certificate: ServerCertificate? = nil,
        _ body: @escaping @Sendable (LiveWorld) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-live-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let clock = TestClock()
        let daybreak = try await TestHouse.found(folder.path, plan: nil, clock: clock)
        let token = try await TestHouse.lend("analyst", daybreak).token
        let configuration = WebConfiguration(
            port: 0, limits: limits, uploadFolder: folder.path + "/uploads", now: { clock.now })
        let census = ConnectionCensus(limits)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = try WebServer.makeApplication(
            WebWorld(daybreak.ground, configuration: configuration), certificate: certificate,
            census: census
        ) { port.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await port in ports {
                try await body(LiveWorld(port: port, census: census, token: token))
                break
            }
            group.cancelAll()
            while let ended = await group.nextResult() { _ = ended }
        }
        try await daybreak.close()
    }

    /// Runs `body` with a connection, on a thread that it may block.
    func connect<Result: Sendable>(_ body: @escaping @Sendable (RawConnection) throws -> Result) async throws -> Result
    {
        let (port, token) = (port, token)
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Swift.Result {
                        let connection = try RawConnection(port: port, token: token)
                        defer { connection.close() }
                        return try body(connection)
                    })
            }
        }
    }
}

/// A connection that says exactly the bytes it is told to.
final class RawConnection: Sendable {
    private let socket: Int32
    private let token: String

    /// Nothing here waits longer than this many seconds: a test that would, fails.
    private static let patience = 20

    init(port: Int, token: String = "") throws {
        self.token = token
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
        var buffer: Int32 = 4_096
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &buffer, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    func close() { _ = Glibc.close(socket) }

    /// Sends; `false` when the other side has closed.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(Self.signed(text, token).utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// The text with the session behind the host.
    static func signed(_ text: String, _ token: String) -> String {
        guard !token.isEmpty, let host = text.firstMatch(of: /Host: [a-z0-9.]+\r\n/) else { return text }
        return text.replacingCharacters(
            in: host.range, with: host.0 + "Authorization: Bearer \(token)\r\n")
    }

    /// Sends a text again and again, with pauses, until the other side has closed or `seconds` have passed.
    func drip(_ text: String, every pause: Duration, forAtMost seconds: Int = patience) -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            guard send(text) else { return true }
            usleep(UInt32(pause / .microseconds(1)))
        }
        return false
    }

    /// The next bytes; empty when the other side has closed, `nil` when nothing came in all that time.
    func receive() -> String? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count < 0, errno == EAGAIN { return nil }
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    /// Everything until the other side closes; `nil` when it does not.
    func receiveAll() -> String? {
        var text = ""
        while true {
            guard let more = receive() else { return nil }
            if more.isEmpty { return text }
            text += more
        }
    }
}
