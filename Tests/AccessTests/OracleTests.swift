import Foundation
import Testing

@testable import Access

@Suite("An oracle")
struct OracleTests {
    static let python = "/usr/bin/python3"
    static let script: String? = Page.above("scripts/access-oracle.py")?.path

    @Test(
        "another program, in another language, reads the page and gets the same bits",
        .enabled(
            if: Page.isPresent && script != nil && FileManager.default.isExecutableFile(atPath: python),
            "needs ../shared/access-matrix.md and python3"))
    func sameBits() throws {
        let page = try #require(Page.above("shared/access-matrix.md"))
        let out = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString).bin")
        defer { try? FileManager.default.removeItem(at: out) }
        let process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = [try #require(Self.script), page.path, out.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try Data(contentsOf: out) == Data(Access.enumerate()))
    }
}
