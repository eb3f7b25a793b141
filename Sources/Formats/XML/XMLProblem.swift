import Words

/// Why an XML document is refused.
enum XMLProblem: Equatable {
    /// The file has a document type declaration: the door to entity bombs and to reading other files.
    case doctype
    /// Elements are nested deeper than the limit.
    case tooDeep(limit: Int)
    /// A text or an attribute is longer than the limit, in bytes.
    case textTooLong(limit: Int)
    /// A tag or a comment is longer than the limit, in bytes.
    case tokenTooLong(limit: Int)
    /// An element has more attributes than the limit.
    case tooManyAttributes(limit: Int)
    /// The declaration names an encoding that we do not read.
    case unknownEncoding(String)
    /// Bytes that are not text in the declared encoding, or characters that XML forbids, or a stray `<` or `&`.
    case invalidCharacters
    /// An end tag that does not belong to the open element.
    case mismatchedEnd(open: String, line: Int)
    /// The file ends while an element is open.
    case cutOff(open: String, line: Int)
    /// There is no element at all.
    case empty
    /// Something stands after the end of the document.
    case trailing
    /// `&name;` for a name that XML itself does not define.
    case unknownEntity
    /// The same attribute twice in one tag.
    case duplicateAttribute
    /// A prefix that no `xmlns:` declares.
    case unknownPrefix
    /// Anything else: the parser's number for it, for those who want to look it up.
    case malformed(code: Int)

    var phrase: Phrase {
        switch self {
        case .doctype: Phrase("xml.doctype")
        case .tooDeep(let limit): Phrase("xml.too-deep", ["limit": String(limit)])
        case .textTooLong(let limit): Phrase("xml.text-too-long", ["limit": String(limit)])
        case .tokenTooLong(let limit): Phrase("xml.token-too-long", ["limit": String(limit)])
        case .tooManyAttributes(let limit): Phrase("xml.too-many-attributes", ["limit": String(limit)])
        case .unknownEncoding(let name): Phrase("xml.unknown-encoding", ["encoding": name])
        case .invalidCharacters: Phrase("xml.invalid-characters")
        case .mismatchedEnd(let open, let line): Phrase("xml.mismatched-end", ["element": open, "line": String(line)])
        case .cutOff(let open, let line): Phrase("xml.cut-off", ["element": open, "line": String(line)])
        case .empty: Phrase("xml.empty")
        case .trailing: Phrase("xml.trailing")
        case .unknownEntity: Phrase("xml.unknown-entity")
        case .duplicateAttribute: Phrase("xml.duplicate-attribute")
        case .unknownPrefix: Phrase("xml.unknown-prefix")
        case .malformed(let code): Phrase("xml.malformed", ["code": String(code)])
        }
    }
}
