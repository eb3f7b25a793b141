import HTTPTypes
import NIOCore
import NIOHTTP1

/// Ends a connection that takes more than its due. Two handlers share one `ConnectionWatch`: this one sees bytes,
/// behind TLS and before HTTP; `RequestGuard` sees requests and answers.
///
/// All of it runs on the connection's event loop.
final class ByteGuard: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let requests: RequestGuard

    init(_ requests: RequestGuard) { self.requests = requests }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !requests.isRefused else { return }
        requests.watch.received(unwrapInboundIn(data).readableBytes, now: .now)
        context.fireChannelRead(data)
        if let refusal = requests.watch.refusalAfterReading { requests.refuse(refusal) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        requests.watch.sent(unwrapOutboundIn(data).readableBytes)
        context.write(data, promise: promise)
    }
}

/// The half of the guard that sees requests and answers; it also keeps the time.
final class RequestGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    var watch: ConnectionWatch
    private(set) var isRefused = false
    private let limits: ConnectionLimits
    private let census: ConnectionCensus
    private let turnsAway: Refusal?
    private var isAsking = false
    private var context: ChannelHandlerContext?
    private var pulse: RepeatedTask?

    /// - Parameter turnsAway: why this connection, of those that are made, is not served at all.
    init(_ limits: ConnectionLimits, _ census: ConnectionCensus, turnsAway: Refusal? = nil) {
        self.limits = limits
        self.census = census
        self.turnsAway = turnsAway
        watch = ConnectionWatch(limits, now: .now)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        let pause = TimeAmount(limits.pulse)
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        pulse = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in bound.value.beat() }
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        if let turnsAway { refuse(turnsAway) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    private func stop() {
        pulse?.cancel()
        pulse = nil
        context = nil
    }

    // MARK: - What comes

    func read(context: ChannelHandlerContext) {
        isAsking = true
        context.read()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isAsking = false
        context.fireChannelReadComplete()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if let refusal = watch.head(targetBytes: head.uri.utf8.count, now: .now) { return refuse(refusal) }
        case .body(let bytes): watch.bodyPart(bytes.readableBytes)
        case .end: watch.end()
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? HTTPParserError, error == .headerOverflow { return refuse(.largeHeader) }
        context.fireErrorCaught(error)
    }

    // MARK: - What goes

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isRefused else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.code >= 200: watch.answerBegins()
        case .head, .body: break
        case .end: watch.answerEnds(now: .now)
        }
        context.write(data, promise: promise)
    }

    // MARK: - Refusing

    private func beat() {
        guard !isRefused, let context else { return }
        let waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        if let refusal = watch.pulse(now: .now, isAsking: isAsking, waiting: waiting) { refuse(refusal) }
    }

    /// Says why, if it can still be said, and closes the connection.
    func refuse(_ refusal: Refusal) {
        guard !isRefused, let context else { return }
        isRefused = true
        census.count(refusal)
        guard let status = refusal.status, watch.canAnswer, context.channel.isActive else {
            return context.close(promise: nil)
        }
        var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status.code))
        head.headers = ["connection": "close", "content-length": "0"]
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        // Closing with unread bytes resets the line, and the answer with it: those bytes are read, and dropped, first.
        let channel = context.channel
        context.eventLoop.scheduleTask(in: TimeAmount(limits.linger)) { channel.close(promise: nil) }
    }
}
