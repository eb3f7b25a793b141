import Foundation
import Testing

@testable import RichPicture

/// What a file is decides what it needs, not what it is called.
@Suite struct StreamTests {
    private func stream(of text: String, named stream: String?) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-\(UUID().uuidString).csv")
            .path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let request = ImportRequest(name: "file", stream: stream.flatMap { .init(rawValue: $0) }, owner: "test")
        let plan = try IntakePlan.make(
            request, file: try FileInput(path: path, name: "file"), profiles: try Profile.shipped())
        return plan.stream.rawValue
    }

    @Test("RL-33: call records and statements stay intrusive, whatever stream they are said to be")
    func intrusiveStaysIntrusive() throws {
        let calls = ",From,To,DateTime,Duration.seconds.,Cell.Tower\n1,1,2,6/1/2006 0:08,5,1\n"
        #expect(try stream(of: calls, named: "partner") == "telephony")
        #expect(try stream(of: calls, named: nil) == "telephony")
        #expect(try stream(of: calls, named: "surveillance") == "surveillance")
    }

    @Test("a file that is not intrusive goes into the stream that is named")
    func namedStream() throws {
        let cells = "cell,name,lat,lon,azimuth,beam,radius_m\n1-1-1-1,A,14.1,102.2,0,120,900\n"
        #expect(try stream(of: cells, named: nil) == "register")
        #expect(try stream(of: cells, named: "surveillance") == "surveillance")
    }
}
