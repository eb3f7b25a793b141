import Hummingbird
import Logging
public import RichPicture

/// The web face of Daybreak: pages for people, JSON for programs, over one picture.
public enum WebServer {
    /// Serves until the process is asked to end (SIGTERM, SIGINT), then lets running requests finish.
    ///
    /// - Parameter isListening: called once, with the port, when requests are answered.
    public static func serve(
        picture: RichPicture, configuration: WebConfiguration,
        isListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) async throws {
        Spool.sweep(configuration.uploadFolder, now: configuration.now())
        var logger = Logger(label: "daybreak.web")
        logger.logLevel = .warning
        let application = Application(
            router: makeRouter(WebWorld(picture: picture, configuration: configuration)),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil),
            onServerRunning: { channel in await isListening(channel.localAddress?.port ?? configuration.port) },
            logger: logger)
        try await application.runService()
    }

    /// The router with all routes of the table, behind the doors that every request passes.
    static func makeRouter(_ world: WebWorld) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: HeaderMiddleware())
        router.add(middleware: ProblemMiddleware(world: world))
        router.add(middleware: HostMiddleware(hosts: world.configuration.hosts))
        router.add(middleware: OriginMiddleware())
        router.add(middleware: VisitorMiddleware(configuration: world.configuration))
        let known = router.group(context: ViewerContext.self)
        for route in RouteTable.all {
            known.on(RouterPath(route.pattern), method: route.method) { request, context in
                try await route.handler(Visit(request, context, world))
            }
        }
        return router
    }
}
