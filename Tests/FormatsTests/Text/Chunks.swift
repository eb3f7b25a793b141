import Words

@testable import Formats

extension ByteStream {
    /// A stream that hands the bytes out in chunks of random size, some of a single byte, some empty.
    static func ragged(_ bytes: [UInt8], upTo most: Int, seed: UInt64) -> ByteStream {
        var generator = Dice(seed: seed)
        var start = 0
        return ByteStream {
            guard start < bytes.count else { return nil }
            let end = min(start + Int.random(in: 0...most, using: &generator), bytes.count)
            defer { start = end }
            return Array(bytes[start..<end])
        }
    }

    /// A stream that repeats a piece without end, and counts how much of it was taken.
    static func endless(_ piece: [UInt8], count: @escaping (Int) -> Void) -> ByteStream {
        var taken = 0
        return ByteStream {
            taken += piece.count
            count(taken)
            return piece
        }
    }

    /// All bytes of a short stream.
    func all() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try next() { bytes += chunk }
        return bytes
    }
}

/// What a reader made of an input: whole, for tests on small inputs.
struct Reading: Equatable {
    var records: [[String]] = []
    var lines: [Int] = []
    /// `line:column key` of each rejection.
    var rejected: [String] = []
    /// The same for the error that ended the reading, if one did.
    var refused: String?

    init(_ text: String, _ dialect: Dialect = .csv, limits: Limits = .standard) {
        self.init(ByteStream(text), dialect, limits: limits)
    }

    init(_ stream: ByteStream, _ dialect: Dialect = .csv, limits: Limits = .standard, atMost: Int = 3) {
        var reader = DelimitedReader(stream, dialect: dialect, limits: limits)
        self.init { try reader.read(into: &$0, atMost: atMost) }
    }

    init(_ read: (inout RecordBatch) throws -> Bool) {
        var batch = RecordBatch()
        do {
            while try read(&batch) { take(batch) }
        } catch {
            take(batch)
            refused = (error as? FormatError).map(Self.name) ?? "\(error)"
        }
    }

    private mutating func take(_ batch: RecordBatch) {
        records += (0..<batch.count).map(batch.record)
        lines += batch.lines
        rejected += batch.rejected.map(Self.name)
    }

    static func name(_ error: FormatError) -> String {
        "\(error.line):\(error.column) \(error.problem.key)"
    }
}
