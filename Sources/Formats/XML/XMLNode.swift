/// A small element read whole, with all that it holds: one entry, one transaction. The document itself is streamed.
struct XMLNode {
    var tag: XMLTag
    /// The element's own text, without white space at its ends.
    var text = ""
    var children: [XMLNode] = []

    var name: String { tag.name }
    var line: Int { tag.line }

    /// Reads the element whose start was the reader's last event, to its end.
    ///
    /// `nil` when it holds more elements than `limits.fields`; it has been passed over whole then. Throws what the
    /// reader throws.
    static func read(_ tag: XMLTag, from reader: XMLReader, limits: Limits) throws -> XMLNode? {
        var room = limits.fields
        var bytes = limits.recordBytes
        let node = try read(tag, from: reader, room: &room, bytes: &bytes)
        return room >= 0 && bytes >= 0 ? node : nil
    }

    /// The first element at the end of a path of names, if there is one.
    func at(_ path: String...) -> XMLNode? { at(path[...]) }

    /// The text at the end of a path; empty when there is no such element.
    func text(_ path: String...) -> String { at(path[...])?.text ?? "" }

    /// The children of a name.
    func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

    private func at(_ path: ArraySlice<String>) -> XMLNode? {
        guard let first = path.first else { return self }
        for child in children where child.name == first {
            if let found = child.at(path.dropFirst()) { return found }
        }
        return nil
    }

    private static func read(_ tag: XMLTag, from reader: XMLReader, room: inout Int, bytes: inout Int) throws -> XMLNode
    {
        var node = XMLNode(tag: tag)
        room -= 1
        while let event = try reader.next() {
            switch event {
            case .start(let tag):
                // Past the limit the element is still read to its end, but no longer kept.
                let child = try read(tag, from: reader, room: &room, bytes: &bytes)
                if room >= 0 { node.children.append(child) }
            case .text(let text):
                bytes -= text.utf8.count
                if bytes >= 0 { node.text += text }
            case .end:
                node.text = MTText.trimmed(node.text)
                return node
            }
        }
        return node
    }
}
