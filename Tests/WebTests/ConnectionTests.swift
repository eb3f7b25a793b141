import Foundation
import Testing

@testable import Web

@Suite("Connections that take more than their due", .serialized)
struct ConnectionTests {
    static let get = "GET /help HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

    @Test("a request that comes in time is answered, one after the other on one connection")
    func good() async throws {
        try await LiveWorld.run(ConnectionLimits()) { (world) async throws in
            let answers = try await world.connect { connection in
                (0..<3).map { _ in
                    connection.send(Self.get)
                    var text = ""
                    while !text.hasSuffix("</html>\n") {
                        guard let more = connection.receive(), !more.isEmpty else { break }
                        text += more
                    }
                    return text
                }
            }
            for answer in answers {
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(answer.hasSuffix("</html>\n"))
            }
            #expect(world.census.refused.isEmpty)
        }
    }

    @Test("a header that drips in is ended with 408")
    func slowHeader() async throws {
        try await LiveWorld.run(LiveWorld.impatient) { (world) async throws in
            let answer = try await world.connect { connection in
                connection.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
                for _ in 0..<1_000 where connection.send("x: y\r\n") { usleep(20_000) }
                return connection.receive()
            }
            #expect(answer?.hasPrefix("HTTP/1.1 408 ") == true, "\(answer ?? "nothing")")
            #expect(world.census.refused == [.slowHeader: 1])
        }
    }

    @Test("a connection that says nothing is closed without a word, before the first request and after it")
    func silence() async throws {
        try await LiveWorld.run(LiveWorld.impatient) { (world) async throws in
            // Inside `#expect` the compiler would run this closure in the next one's place.
            let nothing = try await world.connect { connection in connection.receiveAll() }
            #expect(nothing == "")
            let answer = try await world.connect { connection in
                connection.send(Self.get)
                return connection.receiveAll()
            }
            #expect(answer?.hasPrefix("HTTP/1.1 200 ") == true, "\(answer?.prefix(300) ?? "nothing")")
            #expect(answer?.hasSuffix("</html>\n") == true)
            #expect(world.census.refused == [.idle: 2])
            try await gone(world)
        }
    }

    @Test("a body that drips in is ended with 408, and what came of it is removed")
    func slowBody() async throws {
        try await LiveWorld.run(LiveWorld.impatient) { (world) async throws in
            let answer = try await world.connect { connection in
                connection.send(
                    "POST /import HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n"
                        + "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n")
                for _ in 0..<1_000 where connection.send("x") { usleep(20_000) }
                return connection.receive()
            }
            #expect(answer?.hasPrefix("HTTP/1.1 408 ") == true, "\(answer ?? "nothing")")
            #expect(world.census.refused == [.slowBody: 1])
        }
    }

    @Test("a body that comes fast enough is taken however long it is, up to the time for a whole body")
    func longBody() async throws {
        var limits = LiveWorld.impatient
        limits.bytesPerSecond = 100
        limits.body = .seconds(1)
        try await LiveWorld.run(limits) { (world) async throws in
            let answer = try await world.connect { connection in
                connection.send("POST /import HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n")
                connection.send("Content-Type: multipart/form-data; boundary=b\r\n\r\n")
                let chunk = String(repeating: "x", count: 256)
                for _ in 0..<1_000 where connection.send("100\r\n\(chunk)\r\n") { usleep(10_000) }
                return connection.receive()
            }
            #expect(answer?.hasPrefix("HTTP/1.1 408 ") == true, "\(answer ?? "nothing")")
            #expect(world.census.refused == [.slowBody: 1])
        }
    }

    @Test("a body that goes on after its answer is cut off")
    func endlessBody() async throws {
        try await LiveWorld.run(LiveWorld.impatient) { (world) async throws in
            let isClosed = try await world.connect { connection in
                connection.send("POST /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n")
                let chunk = String(repeating: "x", count: 4_096)
                return connection.drip("1000\r\n\(chunk)\r\n", every: .milliseconds(5))
            }
            #expect(isClosed)
            #expect(world.census.refused == [.endlessBody: 1])
        }
    }

    @Test("who does not read the answers is cut off")
    func slowReader() async throws {
        try await LiveWorld.run(LiveWorld.impatient) { (world) async throws in
            try await world.connect { connection in
                // Enough answers to fill every buffer on the way; none is read.
                let many = String(repeating: Self.get, count: 100)
                for _ in 0..<200 where connection.send(many) { usleep(1_000) }
                let end = ContinuousClock.now + .seconds(20)
                while world.census.refused.isEmpty, ContinuousClock.now < end { usleep(20_000) }
            }
            #expect(world.census.refused == [.slowReader: 1])
            try await gone(world)
        }
    }

    @Test("too many connections from one address are told so; those that are there go on")
    func crowdedAddress() async throws {
        var limits = ConnectionLimits()
        limits.connectionsPerAddress = 3
        try await crowd(limits, status: "429 Too Many Requests", refusal: .crowdedAddress)
    }

    @Test("too many connections altogether are told so; those that are there go on")
    func crowded() async throws {
        var limits = ConnectionLimits()
        limits.connections = 3
        try await crowd(limits, status: "503 Service Unavailable", refusal: .crowded)
    }

    private func crowd(_ limits: ConnectionLimits, status: String, refusal: Refusal) async throws {
        var limits = limits
        limits.linger = .milliseconds(150)
        try await LiveWorld.run(limits) { (world) async throws in
            let (answer, other) = try await world.connect { first in
                let others = try (0..<2).map { _ in try RawConnection(port: world.port) }
                defer { others.forEach { $0.close() } }
                try wait { world.census.connected == 3 }
                let late = try RawConnection(port: world.port)
                defer { late.close() }
                late.send(Self.get)
                let answer = late.receiveAll()
                first.send(Self.get)
                return (answer, first.receive())
            }
            #expect(answer?.hasPrefix("HTTP/1.1 \(status)\r\n") == true, "\(answer ?? "nothing")")
            #expect(other?.hasPrefix("HTTP/1.1 200 ") == true)
            #expect(world.census.refused == [refusal: 1])
            try await gone(world)
            let again = try await world.connect { connection in
                connection.send(Self.get)
                return connection.receive()
            }
            #expect(again?.hasPrefix("HTTP/1.1 200 ") == true)
        }
    }

    @Test(
        "a header that is too large is refused, whichever way",
        arguments: [
            ("GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "414 URI Too Long"),
            (
                "GET / HTTP/1.1\r\nx: \(String(repeating: "a", count: 17_000))\r\n\r\n",
                "431 Request Header Fields Too Large"
            ),
            (
                "GET / HTTP/1.1\r\n" + String(repeating: "a: b\r\n", count: 101) + "\r\n",
                "431 Request Header Fields Too Large"
            ),
            ("GET /\(String(repeating: "a", count: 33_000))", "431 Request Header Fields Too Large"),
        ])
    func largeHeader(_ request: String, _ status: String) async throws {
        var limits = ConnectionLimits()
        limits.linger = .milliseconds(150)
        try await LiveWorld.run(limits) { (world) async throws in
            let answer = try await world.connect { connection in
                connection.send(request)
                return connection.receiveAll()
            }
            #expect(answer?.hasPrefix("HTTP/1.1 \(status)\r\n") == true, "\(answer ?? "nothing")")
            #expect(world.census.refused.values.reduce(0, +) == 1)
        }
    }

    // A place is free again some moments after its connection has been closed.
    private func gone(_ world: LiveWorld) async throws {
        for _ in 0..<1_000 where world.census.connected > 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(world.census.connected == 0)
    }
}

/// Waits on this thread until something is so; throws when it does not become so.
func wait(_ isSo: () -> Bool) throws {
    for _ in 0..<2_000 where !isSo() { usleep(10_000) }
    if !isSo() { throw POSIXError(.ETIMEDOUT) }
}
