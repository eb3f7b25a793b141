/// How a delimited file separates its fields.
public struct Dialect: Sendable, Equatable {
    /// The byte between two fields: ASCII, and neither a quote nor a line end.
    public var separator: UInt8
    /// The byte around fields that contain separators, quotes or line ends; `nil` when the file does not quote.
    public var quote: UInt8?
    /// Whether the first record names the columns. The reader hands it out like any other.
    public var hasHeader: Bool

    /// Makes a dialect; RFC 4180's, unless said otherwise.
    public init(separator: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""), hasHeader: Bool = true) {
        self.separator = separator
        self.quote = quote
        self.hasHeader = hasHeader
    }

    /// Comma-separated, as RFC 4180 has it.
    public static let csv = Dialect()
    /// Tab-separated.
    public static let tsv = Dialect(separator: UInt8(ascii: "\t"))
    /// Separated by `;`, as Excel writes it where the comma is the decimal sign.
    public static let semicolon = Dialect(separator: UInt8(ascii: ";"))
    /// Separated by `|`.
    public static let pipe = Dialect(separator: UInt8(ascii: "|"))
}

extension Dialect {
    /// Guesses the dialect from the first bytes of a file, in UTF-8. A cut record at the end does no harm.
    ///
    /// The separator that wins splits the most records into the same number of fields as the first one, and into
    /// more rather than fewer. A file of one column comes out as comma-separated.
    public static func detect(prefix: [UInt8]) -> Dialect {
        var best = (dialect: csv, score: 0.0)
        for plain in [csv, semicolon, tsv, pipe] {
            var unquoted = plain
            unquoted.quote = nil
            for dialect in [plain, unquoted] {
                let sample = Sample(of: prefix, as: dialect)
                // Strictly better: on equal terms the earlier wins, and quoting is the rule.
                if sample.score > best.score * 1.001 {
                    best = (dialect, sample.score)
                    best.dialect.hasHeader = sample.beginsWithNames
                }
            }
        }
        if best.score == 0 { best.dialect.hasHeader = Sample(of: prefix, as: csv).beginsWithNames }
        return best.dialect
    }

    /// The first records of a file, read in one way.
    private struct Sample {
        private var batch = RecordBatch()

        init(of prefix: [UInt8], as dialect: Dialect) {
            var cut = prefix
            // The last line may be half a line.
            if let end = cut.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) { cut.removeSubrange((end + 1)...) }
            var reader = DelimitedReader(ByteStream(cut), dialect: dialect)
            // A refusal is a bad score, not an error: the records before it count.
            _ = try? reader.read(into: &batch, atMost: 1_000)
        }

        /// How regular the records are: 0 for a single column.
        var score: Double {
            guard batch.count > 0 else { return 0 }
            let width = batch.fields(of: 0).count
            guard width > 1 else { return 0 }
            let alike = (0..<batch.count).count { batch.fields(of: $0).count == width }
            let share = Double(alike) / Double(batch.count + batch.rejected.count)
            return share * share * (1 + Double(min(width, 20)) / 20)
        }

        /// Whether the first record looks like names of columns: none twice, none a number or date. One may be
        /// empty: that over a column of row numbers or row names.
        var beginsWithNames: Bool {
            guard batch.count > 0 else { return false }
            let names = batch.record(0)
            let areNames = names.allSatisfy { $0.isEmpty || $0.utf8.contains(where: Self.isLetter) } && names != [""]
            return areNames && Set(names).count == names.count
        }

        private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || byte >= 0x61 }
    }
}
