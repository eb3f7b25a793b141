public import Words

/// Why a raw value is not an identifier of the kind that its column says.
public enum IdentifierProblem: Explained, Equatable, Hashable {
    /// Nothing but spaces.
    case empty
    /// Not of the kind: letters in a phone number, no @ in an e-mail address.
    case unreadable(IdentifierKind)
    /// The number of characters cannot be right.
    case length(IdentifierKind, found: Int, expected: String)
    /// Some characters have been masked (`xxx-x-x1234-x`).
    case masked
    /// A value that stands for "none", such as all zeros.
    case placeholder

    /// The problem in words.
    public var phrase: Phrase {
        switch self {
        case .empty: Phrase("identifier.empty")
        case .unreadable(let kind): Phrase("identifier.unreadable.\(kind.rawValue)")
        case .length(_, let found, let expected):
            Phrase("identifier.length", ["found": String(found), "expected": expected])
        case .masked: Phrase("identifier.masked")
        case .placeholder: Phrase("identifier.placeholder")
        }
    }
}

/// Something about a kept value that a person should know. A wrong check digit is never a reason to drop evidence.
public enum IdentifierNote: String, Hashable, Sendable, CaseIterable {
    /// The check digit does not fit the other digits: perhaps a typing error.
    case checkDigit
    /// The number does not have the length that its country's numbering plan says.
    case unusualLength
    /// No country or bank is known, so equal values from two sources may mean different things.
    case unscoped
    /// An extension or text after the number was left out.
    case trailingText

    /// The note in words.
    public var phrase: Phrase { Phrase("identifier.note.\(rawValue)") }
}
