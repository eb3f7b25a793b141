import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Records

/// The web face of Daybreak: pages for people, JSON for programs, over one picture.
public enum WebServer {
    /// Serves until the process is asked to end (SIGTERM, SIGINT), then lets running requests finish. With a certificate,
    /// SIGHUP reads its files again.
    ///
    /// Throws a `ListenProblem` when the address may not be listened on as it is, or the certificate is not usable.
    ///
    /// - Parameter isListening: called once, with the port, when requests are answered.
    public static func serve(
        _ ground: WebGround, configuration: WebConfiguration,
        isListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) async throws {
        let certificate = try configuration.certificate.map { try ServerCertificate($0) }
        let application = try makeApplication(
            WebWorld(ground, configuration: configuration), certificate: certificate,
            isListening: isListening)
        Spool.sweep(configuration.uploadFolder, now: configuration.now())
        let signals = certificate.map { certificate in
            HangUp { report(application.logger) { try certificate.reload() } }
        }
        defer { signals?.cancel() }
        let clock = keepTime(of: ground.book, application.logger)
        defer { clock.cancel() }
        try await application.runService()
    }

    // Once a minute, what time alone does: what nobody touches lapses, too.
    private static func keepTime(of book: RecordBook, _ logger: Logger) -> Task<Void, any Error> {
        Task {
            while true {
                do { try await book.keepTime() } catch { logger.error("time was not kept: \(error)") }
                try await Task.sleep(for: .seconds(60))
            }
        }
    }

    private static func report(_ logger: Logger, _ body: () throws -> Void) {
        do { try body() } catch { logger.error("the certificate was not read again: \(error)") }
    }

    /// The server as a service that can be run, behind the limits of its configuration.
    static func makeApplication(
        _ world: WebWorld, certificate: ServerCertificate?, census: ConnectionCensus? = nil,
        isListening: @escaping @Sendable (_ port: Int) async -> Void
    ) throws(ListenProblem) -> Application<RouterResponder<WebContext>> {
        let configuration = world.configuration
        try ListenProblem.requireHidden(configuration)
        var limits = configuration.limits
        if configuration.isBehindProxy { limits.connectionsPerAddress = limits.connections }
        let (bounds, census) = (limits, census ?? ConnectionCensus(limits))
        var logger = Logger(label: "daybreak.web")
        logger.logLevel = .warning
        return Application(
            router: makeRouter(world),
            server: HTTPServerBuilder { responder in
                GuardedChannel(responder: responder, limits: bounds, census: census, certificate: certificate)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil),
            onServerRunning: { channel in await isListening(channel.localAddress?.port ?? configuration.port) },
            logger: logger)
    }

    /// The router with all routes of the table, behind the doors that every request passes.
    static func makeRouter(_ world: WebWorld, routes: [Route] = RouteTable.all) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: HeaderMiddleware(isEncrypted: world.configuration.isEncrypted))
        router.add(middleware: ProblemMiddleware(world: world))
        router.add(middleware: HostMiddleware(hosts: world.configuration.hosts))
        router.add(middleware: OriginMiddleware())
        router.add(middleware: VisitorMiddleware(world: world))
        // A second time, for problems that are told to somebody whom we know by now.
        router.add(middleware: ProblemMiddleware(world: world))
        let (signedIn, known) = (router.group(context: AccountContext.self), router.group(context: ViewerContext.self))
        for route in routes {
            let path = RouterPath(route.pattern)
            switch route.handler {
            case .anybody(let answer):
                router.on(path, method: route.method) { request, context in
                    try await answer(world.admit(request, context, places: Self.places(context), route))
                }
            case .account(let answer):
                signedIn.on(path, method: route.method) { request, context in
                    let call = try await world.admit(request, context.whole, places: Self.places(context), route)
                    return try await answer(
                        AccountVisit(
                            call: call, session: context.signedIn.session, token: context.signedIn.token,
                            viewer: call.eyes.viewer))
                }
            case .viewer(let answer):
                known.on(path, method: route.method) { request, context in
                    let call = try await world.admit(request, context.whole, places: Self.places(context), route)
                    return try await answer(
                        Visit(call: call, session: context.signedIn.session, viewer: context.viewer))
                }
            }
        }
        return router
    }

    private static func places(_ context: some RequestContext) -> [String: String] {
        Dictionary(
            context.parameters.map { (String($0.key), Percent.decodePath(String($0.value))) }, uniquingKeysWith: { $1 })
    }
}
