import Formats
import Testing

@testable import Sample

/// A province with all its files in memory.
struct Written: Sendable {
    let province: Province
    let files: [SampleFile]
    private(set) var bytes: [String: [UInt8]] = [:]

    init(seed: UInt64, people: Int = 500, days: Int = 90) throws {
        province = Province.make(seed: seed, people: people, days: days)
        files = ProvinceWriter.files(province)
        for file in files { bytes[file.path] = try Self.bytes(of: file) }
    }

    /// The small province that most tests read.
    static let small = Result { try Written(seed: 7) }

    static func bytes(of file: SampleFile) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try file.write { bytes += $0 }
        return bytes
    }

    /// The truth, as somebody reads it who has the file only.
    func truth() throws -> JSONObject {
        var limits = Limits.standard
        limits.recordBytes = 1 << 30
        limits.fieldBytes = 1 << 30
        return try #require(JSONReader.value(bytes["truth.json"] ?? [], limits: limits).object)
    }

    /// What the truth says of a file.
    func stated(_ path: String) throws -> JSONObject {
        let files = try #require(truth()["files"]?.array)
        return try #require(files.compactMap(\.object).first { $0["path"]?.text == path })
    }

    /// The records of a delimited file, each with its line; the header is the first.
    func records(_ path: String, as dialect: Dialect, _ encoding: TextEncoding = .utf8) throws -> [(
        line: Int, fields: [String]
    )] {
        let stream = try ByteStream(bytes[path] ?? []).decoded(from: encoding)
        var reader = DelimitedReader(stream, dialect: dialect)
        var batch = RecordBatch()
        var records: [(line: Int, fields: [String])] = []
        var goesOn = true
        while goesOn {
            batch.clear()
            goesOn = try reader.read(into: &batch, atMost: 1_000)
            try #require(batch.rejected.isEmpty)
            records += (0..<batch.count).map { (batch.lines[$0], batch.record($0)) }
        }
        return records
    }
}
