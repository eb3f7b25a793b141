import Foundation
import Testing

@testable import Vault

/// Against the real `age`, in both directions.
@Suite(.enabled(if: AgeTool.isPresent)) struct AgeToolTests {
    @Test("age opens what we write, and we open what age writes", arguments: AgeTests.sizes)
    func bothWays(_ size: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-age-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        var dice = Dice(state: UInt64(size + 1))
        let plain = dice.bytes(size)
        var identities: [AgeIdentity] = []
        for name in ["one", "two"] {
            try AgeTool.run("age-keygen", ["-o", path(name)])
            identities += try AgeIdentity.identities(inFile: String(contentsOfFile: path(name), encoding: .utf8))
        }
        let recipients = identities.map(\.recipient)

        try Data(AgeTests.encrypt(plain, to: recipients)).write(to: folder.appendingPathComponent("ours"))
        for name in ["one", "two"] {
            #expect(try AgeTool.run("age", ["-d", "-i", path(name), path("ours")]) == plain)
        }

        try Data(plain).write(to: folder.appendingPathComponent("plain"))
        let to = recipients.flatMap { ["-r", $0.text] }
        try AgeTool.run("age", to + ["-o", path("theirs"), path("plain")])
        let theirs = try Array(Data(contentsOf: folder.appendingPathComponent("theirs")))
        for identity in identities { #expect(try AgeTests.decrypt(theirs, [identity]) == plain) }
    }
}

/// The public tool.
enum AgeTool {
    /// Whether it is installed; says so aloud when not.
    static let isPresent: Bool = {
        if path("age") != nil, path("age-keygen") != nil { return true }
        FileHandle.standardError.write(
            Data("SKIPPED: age is not installed (apt-get install age): backups are not tried with it.\n".utf8))
        return false
    }()

    static func path(_ name: String) -> String? {
        ["/usr/bin/\(name)", "/usr/local/bin/\(name)"].first(where: FileManager.default.isExecutableFile(atPath:))
    }

    struct Failed: Error {
        var status: Int32
        var words: String
    }

    @discardableResult
    static func run(_ name: String, _ arguments: [String]) throws -> [UInt8] {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path(name) ?? name)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        let words = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(status: process.terminationStatus, words: String(decoding: words, as: UTF8.self))
        }
        return Array(bytes)
    }
}
