import Foundation

/// The data that lies beside the repository; tests that need it are skipped, by name, where it is not.
enum Shared {
    /// The folder, or `nil`.
    static let folder: URL? = {
        if let path = ProcessInfo.processInfo.environment["DAYBREAK_SHARED"] { return URL(fileURLWithPath: path) }
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let shared = folder.appendingPathComponent("shared")
            if FileManager.default.fileExists(atPath: shared.appendingPathComponent("data").path) { return shared }
        }
        return nil
    }()

    static var isPresent: Bool { folder != nil }

    /// The path of a file in it.
    static func path(_ name: String) -> String { folder?.appendingPathComponent("data/\(name)").path ?? "" }
}

/// Other people's programs that judge our exports.
enum Judges {
    private static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    private static var python: String { root.appendingPathComponent(".venv/bin/python").path }

    static var arePresent: Bool {
        FileManager.default.isExecutableFile(atPath: python)
            && FileManager.default.isExecutableFile(atPath: root.appendingPathComponent(".venv/bin/ftm").path)
    }

    /// What `check-formats.py` says of a folder, and whether all is well.
    static func check(_ folder: URL) throws -> (isGood: Bool, report: String) {
        try run(python, [root.appendingPathComponent("scripts/check-formats.py").path, folder.path])
    }

    /// Runs a program to its end.
    static func run(_ program: String, _ arguments: [String]) throws -> (isGood: Bool, report: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let report = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus == 0, String(decoding: report, as: UTF8.self))
    }
}
