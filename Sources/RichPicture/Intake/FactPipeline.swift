import Formats
import Foundation

/// Reads a source into facts on a thread of its own, while the caller's thread moves bytes and rows in and out of the
/// database: a database connection belongs to one thread, parsing does not have to wait for it.
///
/// The caller asks `next()` what there is to do: give bytes, take a batch, or stop. Neither side runs far ahead.
///
/// Safety: everything mutable is read and written under `condition`; the reader and its interner live on the thread.
final class FactPipeline: @unchecked Sendable {
    /// What the caller has to do next.
    enum Step {
        /// Call `give` with the next bytes, or `nil` at the end.
        case wantsBytes
        case batch(MappedBatch)
        case finished(Outcome)
    }

    /// What is known in the end.
    struct Outcome: Sendable {
        var counts: SourceCounts
        var entries: [Interner.Entry]
        var preview: Preview
    }

    private let condition = NSCondition()
    private var input: [[UInt8]] = []
    private var isInputEnded = false
    private var output: [MappedBatch] = []
    private var outcome: Result<Outcome, any Error>?
    private var isCancelled = false

    private static let inputRoom = 4
    private static let outputRoom = 2

    /// Starts reading.
    ///
    /// - Parameter unpack: applied to every chunk on the reading thread.
    init(
        plan: IntakePlan, scope: String, authority: IntrusionAuthority?,
        unpack: @escaping @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
    ) {
        let thread = Thread { [self] in
            let result = Result { try read(plan, scope, authority, unpack) }
            condition.withLock {
                outcome = result
                condition.broadcast()
            }
        }
        thread.stackSize = 4 << 20
        thread.name = "daybreak.read"
        thread.start()
    }

    // MARK: The caller's side

    /// Does what there is to do until all is read: gives the bytes, hands on the batches.
    ///
    /// - Parameters:
    ///   - bytes: the next bytes, or `nil` at the end.
    ///   - batch: takes a batch.
    func run(_ bytes: () throws -> [UInt8]?, _ batch: (MappedBatch) throws -> Void) throws -> Outcome {
        defer { cancel() }
        while true {
            switch try next() {
            case .wantsBytes: give(try bytes())
            case .batch(let facts): try batch(facts)
            case .finished(let outcome): return outcome
            }
        }
    }

    /// Waits until there is something to do. Throws what the reader throws.
    func next() throws -> Step {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if !output.isEmpty {
                condition.broadcast()
                return .batch(output.removeFirst())
            }
            if let outcome { return .finished(try outcome.get()) }
            if !isInputEnded, input.count < Self.inputRoom { return .wantsBytes }
            condition.wait()
        }
    }

    /// Gives the next bytes, or `nil` at the end.
    func give(_ bytes: [UInt8]?) {
        condition.withLock {
            if let bytes { input.append(bytes) } else { isInputEnded = true }
            condition.broadcast()
        }
    }

    /// Stops the reader: nobody will take what it reads.
    func cancel() {
        condition.withLock {
            isCancelled = true
            condition.broadcast()
        }
    }

    // MARK: The reader's side

    private func read(
        _ plan: IntakePlan, _ scope: String, _ authority: IntrusionAuthority?,
        _ unpack: @escaping @Sendable ([UInt8]) throws -> [UInt8]
    ) throws -> Outcome {
        let bytes = ByteStream { [self] in try take().map(unpack) }
        var source = try FactSources.make(plan, bytes, scope: scope, authority: authority)
        var interner = Interner(normalise: Normaliser(country: plan.country).read)
        var tally = FactTally()
        var facts = FactBatch()
        while try source.read(into: &facts, &interner) {
            let met = tally.add(facts, &interner)
            try put(MappedBatch(facts: facts, met: met.map { MappedBatch.Met(index: $0, interner.entries[$0]) }))
            facts = FactBatch(mentionsBefore: facts.mentionNumber)
        }
        while try take() != nil {}  // A reader may stop at the end of its document; the caller wants to give all.
        return Outcome(counts: tally.total(interner), entries: interner.entries, preview: source.preview)
    }

    private func take() throws -> [UInt8]? {
        condition.lock()
        defer { condition.unlock() }
        while input.isEmpty, !isInputEnded, !isCancelled { condition.wait() }
        if isCancelled { throw CancellationError() }
        guard !input.isEmpty else { return nil }
        condition.broadcast()
        return input.removeFirst()
    }

    private func put(_ batch: MappedBatch) throws {
        condition.lock()
        defer { condition.unlock() }
        while output.count >= Self.outputRoom, !isCancelled { condition.wait() }
        if isCancelled { throw CancellationError() }
        output.append(batch)
        condition.broadcast()
    }
}

/// A batch of facts with the entities that it speaks of for the first time in its import.
struct MappedBatch: Sendable {
    /// An entity met for the first time, by its position in the import's interner.
    struct Met: Sendable {
        var index: Int
        var kind: EntityKind
        var key: String
        var line: Int

        init(index: Int, _ entry: Interner.Entry) {
            self.index = index
            (kind, key, line) = (entry.kind, entry.key, entry.line)
        }
    }

    var facts: FactBatch
    var met: [Met]
}
