import Glibc
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL

/// Connections of HTTP/1.1, with TLS when there is a certificate, each behind a guard that knows the limits.
struct GuardedChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let base: HTTP1Channel
    private let limits: ConnectionLimits
    private let census: ConnectionCensus
    private let certificate: ServerCertificate?

    init(
        responder: @escaping HTTPChannelHandler.Responder, limits: ConnectionLimits, census: ConnectionCensus,
        certificate: ServerCertificate?
    ) {
        base = HTTP1Channel(
            responder: responder,
            configuration: .init(
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.fieldBytes, maxHeaderListSize: limits.headerBytes,
                    maxHeaderFieldCount: limits.fields)))
        self.limits = limits
        self.census = census
        self.certificate = certificate
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        let origin = Self.origin(channel.remoteAddress)
        let refusal = census.enter(origin)
        if let refusal {
            // Nobody waits for a handshake with those who cannot be served.
            guard certificate == nil, census.turnAway() else {
                census.count(refusal)
                channel.close(promise: nil)
                return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
            }
            channel.closeFuture.whenComplete { _ in census.leaveDoor() }
        } else {
            channel.closeFuture.whenComplete { _ in census.leave(origin) }
        }
        let ready: EventLoopFuture<Void> = channel.eventLoop.makeCompletedFuture {
            guard let certificate else { return }
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificate.context))
        }
        return ready.flatMap { base.setup(channel: channel, logger: logger) }.flatMapThrowing { value in
            try guardRequests(on: channel, turningAway: refusal)
            return value
        }.flatMapErrorThrowing { error in
            channel.close(promise: nil)
            throw error
        }
    }

    private func guardRequests(on channel: any Channel, turningAway refusal: Refusal?) throws {
        let pipeline = channel.pipeline.syncOperations
        let requests = RequestGuard(limits, census, turnsAway: refusal)
        let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
        try pipeline.addHandler(requests, position: .after(decoder))
        let encoder = try pipeline.handler(type: HTTPResponseEncoder.self)
        try pipeline.addHandler(ByteGuard(requests), position: .before(encoder))
    }

    func handle(value: Value, logger: Logger) async { await base.handle(value: value, logger: logger) }

    /// The address that connections are counted under.
    static func origin(_ address: SocketAddress?) -> ConnectionCensus.Origin {
        guard case .v6? = address, let text = address?.ipAddress else { return address?.ipAddress ?? "" }
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, String(text.prefix { $0 != "%" }), &bytes) == 1 else { return text }
        // An IPv4 address that came through a socket for both.
        if bytes.prefix(12).elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]) {
            return bytes.suffix(4).map(String.init).joined(separator: ".")
        }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }
}
