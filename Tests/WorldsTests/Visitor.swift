import Access
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization

@testable import Web

/// Somebody in a role at the door of one world.
struct Visitor: Sendable {
    let client: any TestClientProtocol

    /// Opens a world's door for one role.
    static func enter(
        _ house: House, as role: FineRole, routes: [Route] = RouteTable.all,
        _ body: @escaping @Sendable (Visitor) async throws -> Void
    ) async throws {
        let names = Mutex(0)
        let library = house.folder.path + "/vendor"
        try FileManager.default.createDirectory(atPath: library, withIntermediateDirectories: true)
        try Data("// nothing".utf8).write(to: URL(filePath: library + "/htmx.min.js"))
        let configuration = WebConfiguration(
            libraryFolder: library,
            uploadFolder: house.folder.path + "/uploads", uploadLimit: 1_000_000, patience: .seconds(60),
            viewer: try await house.viewer(role), now: { House.now },
            newName: { "work-\(role.rawValue)-\(names.withLock { $0 += 1; return $0 })" })
        let world = WebWorld(picture: house.picture, book: house.book, configuration: configuration)
        try await Application(router: WebServer.makeRouter(world, routes: routes)).test(.router) { client in
            try await body(Visitor(client: client))
        }
    }

    /// Sends a request.
    func send(_ step: Step) async throws -> Transcript {
        var headers: HTTPFields = [:]
        if !step.type.isEmpty { headers[.contentType] = step.type }
        return try await client.execute(
            uri: step.path, method: step.method, headers: headers, body: ByteBuffer(bytes: step.body)
        ) { Transcript($0) }
    }
}
