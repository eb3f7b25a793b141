/// Any text as JSON: in chunks of any size the same, and what was read can be written and read again.
func fuzz(_ bytes: [UInt8]) throws {
    let chunk = 1 + Int(bytes.first ?? 0) % 7
    let text = Array(bytes.dropFirst())

    func elements(chunk: Int, member: String?) -> (values: [JSONElementReader.Element], error: FormatError?) {
        var values: [JSONElementReader.Element] = []
        do {
            var reader = try JSONElementReader(ByteStream(text, chunk: chunk), member: member)
            while let element = try reader.next() { values.append(element) }
        } catch {
            precondition(error is FormatError, "an error without a place: \(error)")
            return (values, error as? FormatError)
        }
        return (values, nil)
    }
    for member in [nil, "a"] {
        let whole = elements(chunk: 1 << 16, member: member)
        precondition(elements(chunk: chunk, member: member) == whole, "chunks read otherwise")
    }

    let value = try JSONReader.value(text)
    for style in [JSONWriter.Style.compact, .html, .indented] {
        let written = JSONWriter.text(value, style: style)
        let again = try JSONReader.value(written)
        precondition(again == value, "what was written reads otherwise")
        precondition(!style.isSafeInHTML || !written.utf8.contains(UInt8(ascii: "<")), "not safe in HTML")
    }
    if let list = value.array {
        precondition(elements(chunk: chunk, member: nil).values.map(\.value) == list, "elements read otherwise")
    }
}
