/// Something to be said to a person, before it has been put into a language.
///
/// A rule, a parser or a page says *what* is to be said: a key of the catalogue and the values that go into it.
/// `Catalogue` turns it into words, in one place, in the reader's language.
///
///     Phrase("csv.unterminated-quote", ["line": "12"])
public struct Phrase: Hashable, Sendable {
    /// The key in the catalogue, such as `csv.unterminated-quote`.
    public var key: String
    /// The values for the `{name}` places of the text.
    public var arguments: [String: String]
    /// What a frame such as "line 3, column 5: {problem}" is put around; at most one.
    private var framed: [Phrase] = []

    /// The phrase that stands in this one's `{problem}` place.
    public var problem: Phrase? { framed.first }

    /// Makes a phrase from a catalogue key and the values that its text asks for.
    public init(_ key: String, _ arguments: [String: String] = [:]) {
        self.key = key
        self.arguments = arguments
    }

    /// Makes a frame around a problem: its text has a place `{problem}`.
    public init(_ key: String, _ arguments: [String: String], around problem: Phrase) {
        self.init(key, arguments)
        framed = [problem]
    }
}

/// An error that can be put into words for the person who has to act on it.
public protocol Explained: Error, Sendable {
    /// What went wrong, what was expected, and what to do.
    var phrase: Phrase { get }
}
