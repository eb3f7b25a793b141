import Formats
import Foundation
import Networks

/// The calls of the three operators of a sample province, each in its own layout, as one.
struct ProvinceCalls {
    let named: NamedCalls

    init(folder: String) throws {
        named = NamedCalls(
            joining: try Layout.all.map { layout in
                let path = URL(fileURLWithPath: folder).appendingPathComponent(layout.file).path
                var request = NamedCalls.Request()
                request.country = layout.country
                var bytes = try layout.table(try Files.bytes(path))[...]
                let source = ByteSource { room in
                    let part = bytes.prefix(room.count)
                    room.copyBytes(from: part)
                    bytes = bytes.dropFirst(part.count)
                    return part.count
                }
                return try NamedCalls(source, request, zone: 7 * 60)
            })
    }

    /// Where an operator's file has what.
    private struct Layout: Sendable {
        let file: String
        let country: String
        let from, to: Int
        /// The moment out of a row.
        let time: @Sendable ([String]) -> String
        let cell: @Sendable ([String]) -> String

        static let all = [
            Layout(file: "calls-siam.csv", country: "66", from: 0, to: 1, time: { $0[2] }, cell: { $0[7] }),
            Layout(
                file: "calls-mekong.csv", country: "66", from: 0, to: 1,
                time: { row in
                    // Years are counted from the Buddha's death.
                    let date = row[2].split(separator: "/").compactMap { Int($0) }
                    return date.count == 3 ? "\(date[2] - 543)-\(date[1])-\(date[0]) \(row[3])" : row[2]
                }, cell: { $0[6] }),
            Layout(
                file: "calls-lanexang.tsv", country: "856", from: 0, to: 1, time: { $0[3] },
                cell: { "\($0[6])-\($0[7])" }),
        ]

        /// The file as a plain table of who, whom, when and where; rows that are cut short stay out.
        func table(_ bytes: [UInt8]) throws -> [UInt8] {
            let found = TextEncoding.detect(prefix: Array(bytes.prefix(1 << 20)))
            let stream = try ByteStream(bytes).decoded(from: found.encoding)
            var text: [UInt8] = []
            while let chunk = try stream.next() { text += chunk }
            var reader = DelimitedReader(ByteStream(text), dialect: Dialect.detect(prefix: Array(text.prefix(1 << 16))))
            var batch = RecordBatch()
            var writer = DelimitedWriter(lineEnd: "\n")
            writer.write(["from", "to", "time", "cell"])
            var width = 0
            while try reader.read(into: &batch) {
                for record in 0..<batch.count {
                    let row = batch.record(record)
                    if width == 0 {
                        width = row.count
                    } else if row.count == width {
                        writer.write([row[from], row[to], time(row), cell(row)])
                    }
                }
            }
            return writer.take()
        }
    }
}
