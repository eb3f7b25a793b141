/// R073: whether anything that points to a person at risk or to the teller is left in what is to be shared.
///
/// The scan is given the values to look for and never keeps them. Latin letters are compared without case and marks of
/// punctuation, digits without separators: `081-234 5678` is found in `0812345678`.
public struct SanitisationScan: Sendable {
    /// A find: which field, and where its value stands. The value itself is not repeated.
    public struct Find: Hashable, Sendable {
        /// The name of the identity field, such as `phone`.
        public let field: String
        /// The name of the text in which it stands.
        public let text: String
    }

    private let needles: [(field: String, letters: String, digits: String)]

    /// A scan for the identity fields of everybody concerned, except those that consent covers.
    public init(identity: [String: Set<String>], covered: Set<String> = []) {
        needles = identity.filter { !covered.contains($0.key) }.sorted { $0.key < $1.key }.flatMap { field, values in
            values.sorted().map { (field, Self.letters($0), Self.number($0)) }
        }
    }

    /// What is found in texts; none when they may go.
    public func finds(in texts: [String: String]) -> [Find] {
        texts.sorted { $0.key < $1.key }.flatMap { name, text in
            let (letters, digits) = (" " + Self.letters(text) + " ", Self.digits(text))
            var fields: [String] = []
            for needle in needles where !fields.contains(needle.field) {
                let isWord = needle.letters.contains { $0.isLetter } && letters.contains(" " + needle.letters + " ")
                let isJoined =
                    needle.letters.unicodeScalars.contains { $0.value > 0x0E00 } && text.contains(needle.letters)
                let isNumber = needle.digits.count >= 5 && digits.contains(needle.digits)
                if isWord || isJoined || isNumber { fields.append(needle.field) }
            }
            return fields.map { Find(field: $0, text: name) }
        }
    }

    // The digits of a value that is a number; a value with letters is looked for as a word.
    private static func number(_ text: String) -> String {
        text.contains(where: \.isLetter) ? "" : digits(text).filter(\.isNumber)
    }

    // Words in small letters with one blank between.
    private static func letters(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    // The runs of digits, with separators within a number left out.
    private static func digits(_ text: String) -> String {
        String(
            text.compactMap {
                $0.wholeNumberValue.map { Character(String($0)) } ?? ("-. ()/+".contains($0) ? nil : " ")
            })
    }
}
