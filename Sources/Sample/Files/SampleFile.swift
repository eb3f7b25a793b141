import Synchronization

/// Takes the next bytes of a file. May throw, which stops the writing.
public typealias SampleSink = (_ bytes: [UInt8]) throws -> Void

/// Writes a file and says what it wrote.
typealias Producer = @Sendable (_ sink: SampleSink) throws -> FileTally

/// One file of the sample province: where it goes, how an import has to load it, and how to write it.
public struct SampleFile: Sendable {
    /// The permission under which an intrusive stream was gathered.
    public struct Authority: Equatable, Sendable {
        /// The reference of the order, such as `AS-2026-0117`.
        public let reference: String
        /// On what law it rests.
        public let basis: String
        /// The first day, ISO 8601.
        public let from: String
        /// The last day, ISO 8601.
        public let to: String
    }

    /// The path under the output folder.
    public let path: String
    /// The mapping profile; nil when the format says itself what is what, or for the truth and the manifest.
    public let profile: String?
    /// `telephony`, `banking`, `surveillance`, `checkpoint`, `register`, `inspection`, `ngo`, `community`, `partner`,
    /// `reference` (towers); `truth` and `manifest` for the two files that are not for import.
    public let stream: String
    /// The organisation that gave it.
    public let owner: String
    /// The grade: source and information in the 3x5x2 scheme, such as `1B`.
    public let grade: String
    /// The handling code, `P` (may be shared) or `C` (with conditions).
    public let handling: String
    /// The permission, for the intrusive streams.
    public let authority: Authority?
    /// The zone of times without one.
    public let zone: String
    /// The country of numbers without one, ISO 3166-1 alpha-2.
    public let country: String
    /// Writes the file into a sink, chunk by chunk, in bounded memory. Throws what the sink throws.
    public let write: @Sendable (_ sink: SampleSink) throws -> Void

    /// Whether `daybreak import` is meant to load it.
    public var isForImport: Bool { stream != "truth" && stream != "manifest" }
}

/// What a file holds, as the truth states it.
struct FileTally: Equatable, Sendable {
    /// A line that an import has to reject, and why.
    struct BadLine: Equatable, Sendable {
        /// The line of the file, from 1.
        let line: Int
        let reason: String
    }

    /// Rows, entries or features that are good.
    var rows = 0
    /// Calls, transfers and sightings that an import has to make of them.
    var events = 0
    /// Lines that are bad on purpose.
    var badLines: [BadLine] = []
    /// Distinct phone numbers in the good rows, for files of calls.
    var numbers: Int?
    /// Distinct accounts in the good rows, for files of a bank.
    var accounts: Int?
}

/// The tallies of the files that have been written; those that have not are written into nothing when asked for.
final class TallyBook: Sendable {
    private let producers: [(path: String, produce: Producer)]
    private let tallies = Mutex<[String: FileTally]>([:])

    init(_ producers: [(path: String, produce: Producer)]) {
        self.producers = producers
    }

    /// The paths in their order.
    var paths: [String] { producers.map(\.path) }

    func write(_ path: String, to sink: SampleSink) throws {
        for producer in producers where producer.path == path {
            let tally = try producer.produce(sink)
            tallies.withLock { $0[path] = tally }
        }
    }

    func tally(of path: String) throws -> FileTally {
        if let tally = tallies.withLock({ $0[path] }) { return tally }
        try write(path, to: { _ in })
        return tallies.withLock { $0[path] } ?? FileTally()
    }
}
