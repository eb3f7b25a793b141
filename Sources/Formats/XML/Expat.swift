import CExpat

/// Debian's expat, behind a wall: the only place in this room where C calls us and pointers live.
///
/// Why this is safe:
/// 1. `parser` is made in `init`, freed once in `deinit`, and never leaves this class. The class is not `Sendable`
///    and expat calls back only inside `XML_Parse`, on the caller's thread: no two threads meet here.
/// 2. The callbacks receive `Unmanaged.passUnretained(self)`. `feed` is a method of `self`, so `self` is alive for
///    the whole of `XML_Parse`; `deinit` frees the parser, so no callback comes later.
/// 3. Every pointer that expat passes is valid only during its callback. Each is copied into a `String` or an array
///    before the callback returns; none is stored.
/// 4. `feed` lends the bytes with `withUnsafeBytes`; expat copies what it has to keep. Lengths are checked to fit
///    `Int32` because `feed` is given at most `Expat.slice` bytes.
/// 5. Callbacks touch `sink` only through method calls that end before they return; none feeds the parser again.
/// 6. The attribute list has pairs of C strings, ended by a null pointer; we walk it in pairs up to the null.
final class Expat {
    /// The most bytes that may be fed at once: what an unfinished token can grow by before we look at it.
    static let slice = 1 << 16

    private let parser: XML_Parser
    private let sink: XMLSink
    private let limits: Limits
    private var namespaces: [(bytes: [UInt8], text: String)] = []

    /// Makes a parser with namespaces. `nil` when there is no memory for one.
    init?(sink: XMLSink, limits: Limits) {
        guard let parser = XML_ParserCreateNS(nil, Self.separator) else { return nil }
        self.parser = parser
        self.sink = sink
        self.limits = limits
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { Expat.at($0)?.started($1, $2) }, { user, _ in Expat.at(user)?.ended() })
        XML_SetCharacterDataHandler(parser) { Expat.at($0)?.characters($1, $2) }
        XML_SetCommentHandler(parser) { user, _ in Expat.at(user)?.noteProgress() }
        XML_SetProcessingInstructionHandler(parser) { user, _, _ in Expat.at(user)?.noteProgress() }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in Expat.at(user)?.doctype() }
        XML_SetXmlDeclHandler(parser) { user, _, encoding, _ in Expat.at(user)?.declared(encoding) }
    }

    deinit { XML_ParserFree(parser) }

    /// Parses the next bytes, at most `slice` of them. `nil` when all is well, else expat's error code.
    func feed(_ bytes: ArraySlice<UInt8>, final: Bool) -> Int? {
        let status = bytes.withUnsafeBytes { raw in
            XML_Parse(parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), final ? 1 : 0)
        }
        return status == XML_STATUS_OK ? nil : Int(XML_GetErrorCode(parser).rawValue)
    }

    /// The place that expat is at: the start of the current token, or of what it stumbled over.
    var place: (line: Int, column: Int) {
        (Int(XML_GetCurrentLineNumber(parser)), Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }

    // MARK: - Callbacks

    /// Form feed: XML forbids it, so that it cannot stand in a namespace or a name.
    private static let separator: CChar = 0x0C

    private static func at(_ user: UnsafeMutableRawPointer?) -> Expat? {
        user.map { Unmanaged<Expat>.fromOpaque($0).takeUnretainedValue() }
    }

    private func started(_ name: UnsafePointer<XML_Char>?, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        noteProgress()
        guard let name else { return }
        let (line, column) = place
        var attributes: [XMLAttribute] = []
        if var pair = list {
            while let key = pair[0], let value = pair[1] {
                guard attributes.count < limits.fields else {
                    sink.refuse(.tooManyAttributes(limit: limits.fields), line: line, column: column)
                    return stop()
                }
                let (local, namespace) = split(key)
                attributes.append(XMLAttribute(name: local, namespace: namespace, value: String(cString: value)))
                pair += 2
            }
        }
        let (local, namespace) = split(name)
        let tag = XMLTag(name: local, namespace: namespace, attributes: attributes, line: line, column: column)
        if !sink.start(tag) { stop() }
    }

    private func ended() {
        noteProgress()
        sink.end(line: Int(XML_GetCurrentLineNumber(parser)))
    }

    private func characters(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
        noteProgress()
        guard let text else { return }
        let goOn = text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
            sink.characters(UnsafeBufferPointer(start: start, count: Int(count)), at: place)
        }
        if !goOn { stop() }
    }

    private func doctype() {
        let (line, column) = place
        sink.refuse(.doctype, line: line, column: column)
        stop()
    }

    private func declared(_ encoding: UnsafePointer<XML_Char>?) {
        noteProgress()
        if let encoding { sink.declaredEncoding = String(cString: encoding) }
    }

    private func noteProgress() { sink.lastToken = Int(XML_GetCurrentByteIndex(parser)) }

    private func stop() { _ = XML_StopParser(parser, XML_Bool(0)) }

    /// Parts `namespace FF local`. Namespaces are few and long: each is made into a string once.
    private func split(_ name: UnsafePointer<XML_Char>) -> (local: String, namespace: String) {
        var length = 0
        while name[length] != 0 && name[length] != Self.separator { length += 1 }
        guard name[length] != 0 else { return (String(cString: name), "") }
        let bytes = UnsafeRawBufferPointer(start: name, count: length)
        let local = String(cString: name + length + 1)
        for known in namespaces where Self.isSame(known.bytes, bytes) { return (local, known.text) }
        let namespace = String(decoding: bytes, as: UTF8.self)
        if namespaces.count < 16 { namespaces.append((Array(bytes), namespace)) }
        return (local, namespace)
    }

    private static func isSame(_ known: [UInt8], _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard known.count == bytes.count else { return false }
        var index = 0
        while index < known.count, known[index] == bytes[index] { index += 1 }
        return index == known.count
    }
}
