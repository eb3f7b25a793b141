import Formats

/// An image as a source: what it is, never whom it shows.
///
/// The bytes are kept as they came, under their hash; what is shown is stripped of everything that tells where and with
/// what it was taken (R068). There is no comparison of faces here, and there will be none (RL-07).
struct ImageSource: FactSource {
    private var bytes: [UInt8]?
    private let context: ImportContext
    let preview = Preview()

    init(_ bytes: [UInt8], context: ImportContext) {
        self.bytes = bytes
        self.context = context
    }

    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool {
        guard let bytes else { return false }
        self.bytes = nil
        let image: ImageFacts
        do { image = try ImageFacts.read(bytes) } catch { throw FormatError(line: 1, column: 0, problem: error.phrase) }
        facts.rows = 1
        let ref = facts.mention(.image, "\(context.scope)/image", line: 1)
        facts.statements.append(ref, .type, image.format.mediaType, line: 1)
        facts.statements.append(ref, .summary, "\(image.width) × \(image.height)", line: 1)
        return true
    }
}
