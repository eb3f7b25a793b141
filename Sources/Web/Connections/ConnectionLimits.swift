/// What one connection may take, and how many there may be: the bounds that the framework leaves open.
///
/// The defaults suit people on slow links (2 KiB a second is a bad day on EDGE) and programs that upload exports of
/// gigabytes; whoever is slower than that, or wants more, is taken for an attack on everybody else's turn.
public struct ConnectionLimits: Sendable, Equatable {
    /// How long a kept connection may stay silent between requests.
    public var idle: Duration = .seconds(60)
    /// From the connection, or from the first byte of a later request, to the last byte of its header. With TLS the
    /// handshake is part of it.
    public var header: Duration = .seconds(15)
    /// For a whole body, however fast it comes.
    public var body: Duration = .seconds(6 * 3_600)
    /// The fewest bytes a second, both of a body that comes and of an answer that is read; measured over `window`, and
    /// only while we are the ones who wait.
    public var bytesPerSecond = 1_024
    /// Over which time the rate is measured: how long a pause may last.
    public var window: Duration = .seconds(30)
    /// How long a refused connection stays open, so that the refusal arrives before the line is cut; and how long the
    /// rest of a body may go on coming after its answer.
    public var linger: Duration = .seconds(2)
    /// How many connections there may be at the same time.
    public var connections = 2_000
    /// How many of them from one address (IPv6: from one network of 64 bits).
    public var connectionsPerAddress = 100
    /// The most bytes of a request's line and header together, also while they are still coming.
    public var headerBytes = 32_768
    /// The most bytes of one header field.
    public var fieldBytes = 16_384
    /// The most header fields.
    public var fields = 100
    /// The most bytes of a request's target: path and query.
    public var targetBytes = 8_192

    /// The defaults.
    public init() {}

    /// How often a connection is looked at.
    var pulse: Duration {
        let shortest = [idle, header, body, window, linger].min() ?? .seconds(1)
        return max(.milliseconds(5), min(.seconds(1), shortest / 4))
    }

    /// How many bytes a window must bring.
    var bytesPerWindow: Int { Int(Double(bytesPerSecond) * (window / .seconds(1))) }
}
