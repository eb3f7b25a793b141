import Foundation

/// The name that somebody signs in with: compatible forms composed (NFKC), in small letters, without spaces around.
///
/// Letters of any script, marks, digits and `. - _ @`; 2 to 64 characters.
struct SignInName: Hashable, Sendable {
    let text: String

    /// Throws `IdentityError.nameUnusable`.
    init(_ typed: String) throws(IdentityError) {
        guard typed.utf8.count <= 1_024 else { throw .nameUnusable }
        let trimmed = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        text =
            trimmed.precomposedStringWithCompatibilityMapping.lowercased()
            .precomposedStringWithCompatibilityMapping
        guard (2...64).contains(text.unicodeScalars.count), text.unicodeScalars.allSatisfy(Self.mayHold) else {
            throw .nameUnusable
        }
    }

    private static func mayHold(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber: true
        default: [".", "-", "_", "@"].contains(scalar)
        }
    }
}
