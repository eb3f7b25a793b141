import Words

/// What can be wrong in a goAML report.
enum GoAMLProblem: Equatable {
    /// The root element is not a report.
    case notGoAML(root: String)
    /// A transaction's amount in local currency is missing or not exact.
    case badAmount(String)
    /// An amount beside the main one cannot be read; it is left empty.
    case badForeignAmount(String)
    /// A date does not exist; it is left empty.
    case badDate(element: String, text: String)
    /// A party that names nobody.
    case emptyParty(String)
    /// An element that holds more than the limit.
    case tooLarge(element: String)

    var phrase: Phrase {
        switch self {
        case .notGoAML(let root): Phrase("goaml.not-goaml", ["root": root])
        case .badAmount(let text): Phrase("goaml.bad-amount", ["text": text])
        case .badForeignAmount(let text): Phrase("goaml.bad-other-amount", ["text": text])
        case .badDate(let element, let text): Phrase("goaml.bad-date", ["element": element, "text": text])
        case .emptyParty(let element): Phrase("goaml.empty-party", ["element": element])
        case .tooLarge(let element): Phrase("bank.too-large", ["element": element])
        }
    }

    func at(_ node: XMLNode) -> FormatError { at(node.tag) }

    func at(_ tag: XMLTag) -> FormatError { FormatError(line: tag.line, column: tag.column, problem: phrase) }
}
