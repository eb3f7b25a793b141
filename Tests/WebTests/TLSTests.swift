import Access
import Foundation
import Testing

@testable import Web

@Suite("TLS", .serialized, .enabled(if: OpenSSL.isPresent, "SKIPPED: openssl is not installed; TLS was not tested"))
struct TLSTests {
    private static let get = "GET /help HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    @Test("what is asked over TLS 1.3 is answered, and the certificate is the one that was given")
    func answers() async throws {
        try await withCertificate { files in
            let certificate = try ServerCertificate(files)
            try await LiveWorld.run(ConnectionLimits(), certificate: certificate) { (world) async throws in
                let modern = try await OpenSSL.ask(
                    RawConnection.signed(Self.get, world.token), world.port, trusting: files.certificate, ["-tls1_3"])
                #expect(modern.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(modern)")
                let old = try await OpenSSL.ask(
                    RawConnection.signed(Self.get, world.token), world.port, trusting: files.certificate, ["-tls1_2"])
                #expect(old == "", "TLS 1.2 was answered")
            }
        }
    }

    @Test("TLS 1.2 is spoken only when that was asked for")
    func older() async throws {
        try await withCertificate { files in
            var files = files
            files.allowsTLS12 = true
            let certificate = try ServerCertificate(files)
            let trusted = files.certificate
            try await LiveWorld.run(ConnectionLimits(), certificate: certificate) { (world) async throws in
                let old = try await OpenSSL.ask(
                    RawConnection.signed(Self.get, world.token), world.port, trusting: trusted, ["-tls1_2"])
                #expect(old.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(old)")
            }
        }
    }

    @Test("a renewed certificate is used by the next connection; a broken one is not")
    func reload() async throws {
        try await withCertificate { files in
            let certificate = try ServerCertificate(files)
            let before = try Data(contentsOf: URL(fileURLWithPath: files.certificate))
            let old = files.certificate + ".old"
            try before.write(to: URL(fileURLWithPath: old))
            try await OpenSSL.makeCertificate(files)
            try await LiveWorld.run(ConnectionLimits(), certificate: certificate) { (world) async throws in
                #expect(
                    try await OpenSSL.ask(RawConnection.signed(Self.get, world.token), world.port, trusting: old, [])
                        .hasPrefix("HTTP/1.1 200 "))
                try certificate.reload()
                #expect(
                    try await OpenSSL.ask(RawConnection.signed(Self.get, world.token), world.port, trusting: old, [])
                        == "")
                try Data("nothing".utf8).write(to: URL(fileURLWithPath: files.key))
                #expect(throws: ListenProblem.badKey(path: files.key)) { try certificate.reload() }
                let new = files.certificate
                #expect(
                    try await OpenSSL.ask(RawConnection.signed(Self.get, world.token), world.port, trusting: new, [])
                        .hasPrefix("HTTP/1.1 200 "))
            }
        }
    }

    @Test("who opens a connection and does not finish the handshake is cut off")
    func slowHandshake() async throws {
        try await withCertificate { files in
            let certificate = try ServerCertificate(files)
            try await LiveWorld.run(LiveWorld.impatient, certificate: certificate) { (world) async throws in
                let nothing = try await world.connect { connection in connection.receiveAll() }
                #expect(nothing == "")
                #expect(world.census.refused == [.idle: 1])
            }
        }
    }

    @Test("files that cannot be used are named")
    func badFiles() async throws {
        try await withCertificate { files in
            var wrong = files
            wrong.certificate = files.key
            #expect(throws: ListenProblem.badCertificate(path: files.key)) { try ServerCertificate(wrong) }
            wrong = files
            wrong.key = "/nowhere"
            #expect(throws: ListenProblem.badKey(path: "/nowhere")) { try ServerCertificate(wrong) }
            let other = CertificateFiles(certificate: files.certificate + ".2", key: files.key + ".2")
            try await OpenSSL.makeCertificate(other)
            wrong.key = other.key
            #expect(throws: ListenProblem.keyOfAnother(certificate: files.certificate, key: other.key)) {
                try ServerCertificate(wrong)
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: files.key)
            #expect(throws: ListenProblem.openKey(path: files.key)) { try ServerCertificate(files) }
        }
    }

    private func withCertificate(_ body: (CertificateFiles) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = CertificateFiles(certificate: folder.path + "/certificate.pem", key: folder.path + "/key.pem")
        try await OpenSSL.makeCertificate(files)
        try await body(files)
    }
}

@Suite("Where the server listens")
struct ListenTests {
    @Test("an address that others can reach is refused without TLS, unless a proxy is in front")
    func plain() {
        func configuration(_ host: String) -> WebConfiguration {
            WebConfiguration(host: host, uploadFolder: "", now: { 0 })
        }
        #expect(throws: ListenProblem.plain(host: "0.0.0.0")) {
            try ListenProblem.requireHidden(configuration("0.0.0.0"))
        }
        var open = configuration("0.0.0.0")
        open.isBehindProxy = true
        #expect(throws: Never.self) { try ListenProblem.requireHidden(open) }
        open = configuration("0.0.0.0")
        open.certificate = CertificateFiles(certificate: "c", key: "k")
        #expect(throws: Never.self) { try ListenProblem.requireHidden(open) }
        #expect(throws: Never.self) { try ListenProblem.requireHidden(configuration("127.0.0.1")) }
    }
}

/// The program `openssl`: an independent client.
enum OpenSSL {
    private static let path = "/usr/bin/openssl"

    static let isPresent: Bool = {
        let isPresent = FileManager.default.isExecutableFile(atPath: path)
        if !isPresent {
            FileHandle.standardError.write(Data("SKIPPED: openssl is not installed, so TLS is not tested.\n".utf8))
        }
        return isPresent
    }()

    /// Makes a key and a certificate that vouches for itself.
    static func makeCertificate(_ files: CertificateFiles) async throws {
        _ = try await run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
            "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", files.key, "-out",
            files.certificate,
        ])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: files.key)
    }

    /// What is answered to a request; empty when the handshake fails.
    static func ask(_ request: String, _ port: Int, trusting certificate: String, _ options: [String]) async throws
        -> String
    {
        try await run(
            [
                "s_client", "-quiet", "-connect", "127.0.0.1:\(port)", "-servername", "localhost",
                "-verify_hostname", "localhost", "-verify_return_error", "-CAfile", certificate,
            ] + options, input: request)
    }

    /// Runs it on a thread that may wait.
    private static func run(_ arguments: [String], input: String = "") async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let process = Process()
                        let (into, out) = (Pipe(), Pipe())
                        process.executableURL = URL(fileURLWithPath: path)
                        process.arguments = arguments
                        process.standardInput = into
                        process.standardOutput = out
                        process.standardError = FileHandle.nullDevice
                        try process.run()
                        // After a handshake that fails it is gone before it reads; the answer then is empty.
                        try? into.fileHandleForWriting.write(contentsOf: Data(input.utf8))
                        let answer = out.fileHandleForReading.readDataToEndOfFile()
                        process.waitUntilExit()
                        return String(decoding: answer, as: UTF8.self)
                    })
            }
        }
    }
}
