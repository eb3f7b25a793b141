import Crypto
import Foundation

/// How the contents of an age file are cut into chunks.
enum AgeStream {
    static let chunkSize = 64 * 1024
    static let tagSize = 16
    static let nonceSize = 16

    /// The nonce of a chunk: its number, then 1 for the last one.
    static func nonce(_ number: UInt64, isLast: Bool) -> ChaChaPoly.Nonce? {
        var bytes: [UInt8] = [0, 0, 0]
        bytes.appendBytes(of: number)
        bytes.append(isLast ? 1 : 0)
        return try? ChaChaPoly.Nonce(data: bytes)
    }

    /// The nonce of twelve zeros, for a key that is used once.
    static func nonce(zero: Void) -> ChaChaPoly.Nonce? { try? ChaChaPoly.Nonce(data: [UInt8](repeating: 0, count: 12)) }
}

/// Writes an age file, a chunk at a time: memory is bounded, whatever the size.
///
///     var writer = try AgeWriter(to: recipients, random: random) { try file.write($0) }
///     try writer.write(bytes)
///     try writer.finish()
public struct AgeWriter {
    private let key: SymmetricKey
    private let sink: ([UInt8]) throws -> Void
    private var chunk: [UInt8] = []
    private var number: UInt64 = 0

    /// Writes the header. Throws `notARecipient` when a recipient's key is no good.
    public init(
        to recipients: [AgeRecipient], random: (Int) -> [UInt8], sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        let fileKey = random(AgeHeader.fileKeySize)
        let nonce = random(AgeStream.nonceSize)
        let header = AgeHeader(
            stanzas: try recipients.map { try AgeStanza.wrapping(fileKey, for: $0, random: random) })
        key = AgeHeader.derived(fileKey, salt: nonce, info: "payload")
        self.sink = sink
        try sink(header.bytes(fileKey: fileKey) + nonce)
    }

    /// Appends bytes to the contents.
    public mutating func write(_ bytes: some Sequence<UInt8>) throws {
        chunk.append(contentsOf: bytes)
        guard chunk.count > AgeStream.chunkSize else { return }
        var start = 0
        // One chunk stays back: whether it is the last is known only at the end.
        while chunk.count - start > AgeStream.chunkSize {
            try seal(chunk[start..<(start + AgeStream.chunkSize)], isLast: false)
            start += AgeStream.chunkSize
        }
        chunk.removeFirst(start)
    }

    /// Writes the last chunk. A file without it does not open.
    public mutating func finish() throws {
        try seal(chunk[...], isLast: true)
        chunk = []
    }

    private mutating func seal(_ plain: ArraySlice<UInt8>, isLast: Bool) throws {
        guard let nonce = AgeStream.nonce(number, isLast: isLast),
            let box = try? ChaChaPoly.seal(plain, using: key, nonce: nonce)
        else { throw AgeError.changedContents }
        number += 1
        try sink(Array(box.ciphertext) + Array(box.tag))
    }
}

/// Reads an age file, a chunk at a time; hands out nothing that has not been authenticated.
public struct AgeReader {
    private let key: SymmetricKey
    private var source: BufferedSource
    private var number: UInt64 = 0
    private var isDone = false

    /// Reads the header. `source` gives up to so many next bytes, and none at the end. Throws `badHeader`, `noMatch` or
    /// `changedHeader`.
    public init(identities: [AgeIdentity], source: @escaping (Int) throws -> [UInt8]) throws {
        var buffered = BufferedSource(source)
        let fileKey = try AgeHeader.fileKey(
            reading: { try buffered.line(AgeHeader.greatestSize) }, identities: identities)
        let nonce = try buffered.take(AgeStream.nonceSize)
        guard nonce.count == AgeStream.nonceSize else { throw AgeError.badHeader }
        key = AgeHeader.derived(fileKey, salt: nonce, info: "payload")
        self.source = buffered
    }

    /// The next chunk of the contents; `nil` after the last. Throws `changedContents`.
    public mutating func next() throws -> [UInt8]? {
        guard !isDone else { return nil }
        let sealed = try source.take(AgeStream.chunkSize + AgeStream.tagSize)
        isDone = try source.isAtEnd()
        guard sealed.count >= AgeStream.tagSize, let nonce = AgeStream.nonce(number, isLast: isDone),
            let box = try? ChaChaPoly.SealedBox(
                nonce: nonce, ciphertext: sealed.dropLast(AgeStream.tagSize), tag: sealed.suffix(AgeStream.tagSize)),
            let plain = try? ChaChaPoly.open(box, using: key)
        else { throw AgeError.changedContents }
        // Only an empty file has an empty chunk.
        guard !plain.isEmpty || number == 0 else { throw AgeError.changedContents }
        number += 1
        return Array(plain)
    }
}

/// Bytes from somewhere, by line or by number.
struct BufferedSource {
    private let source: (Int) throws -> [UInt8]
    private var buffer: [UInt8] = []
    private var start = 0

    init(_ source: @escaping (Int) throws -> [UInt8]) { self.source = source }

    mutating func isAtEnd() throws -> Bool { try start == buffer.count && !fill() }

    /// The next bytes: as many as asked for, fewer only at the end.
    mutating func take(_ count: Int) throws -> [UInt8] {
        while buffer.count - start < count, try fill() {}
        let end = min(buffer.count, start + count)
        defer { start = end }
        return Array(buffer[start..<end])
    }

    /// The next line with its end; what is left when there is no end.
    mutating func line(_ limit: Int) throws -> [UInt8] {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return try take(end + 1 - start) }
            searched = buffer.count
            let before = start
            guard buffer.count - start < limit, try fill() else { return try take(buffer.count - start) }
            searched -= before - start
        }
    }

    private mutating func fill() throws -> Bool {
        let more = try source(1 << 16)
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: more)
        return !more.isEmpty
    }
}
