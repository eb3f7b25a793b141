import Foundation
import Words

/// What is wrong with a new passphrase.
public enum PassphraseFault: Sendable, Equatable {
    /// It has fewer characters than so many.
    case tooShort(least: Int)
    /// It is longer than so many bytes.
    case tooLong(most: Int)
    /// It is one of those that are tried first, or made of very few different characters.
    case common
    /// It holds the sign-in name.
    case holdsName
    /// It holds a character that cannot be typed.
    case unreadable

    /// The fault in words.
    var phrase: Phrase {
        switch self {
        case .tooShort(let least): Phrase("identity.passphrase.too-short", ["least": String(least)])
        case .tooLong(let most): Phrase("identity.passphrase.too-long", ["most": String(most)])
        case .common: Phrase("identity.passphrase.common")
        case .holdsName: Phrase("identity.passphrase.holds-name")
        case .unreadable: Phrase("identity.passphrase.unreadable")
        }
    }
}

/// A passphrase as somebody typed it, made the same for every keyboard (the OpaqueString profile of RFC 8265): every kind
/// of space is a space, and letters with marks are composed (NFC). Nothing is asked about its classes of characters.
struct Passphrase: Sendable {
    /// Its bytes: UTF-8 of the normal form.
    let bytes: [UInt8]
    private let text: String
    private let isTooLong: Bool

    /// The fewest characters of a new one.
    static let least = 12
    /// The most bytes; longer ones are refused unread.
    static let most = 1_024

    init(_ typed: String) {
        // Composing makes a text at most shorter than this, and nobody is to send us a book to be composed.
        guard typed.utf8.count <= 4 * Self.most else {
            (text, bytes) = ("", [])
            isTooLong = true
            return
        }
        let spaced = String(
            String.UnicodeScalarView(
                typed.unicodeScalars.map { $0.properties.generalCategory == .spaceSeparator ? " " : $0 }))
        text = spaced.precomposedStringWithCanonicalMapping
        bytes = Array(text.utf8)
        isTooLong = bytes.count > Self.most
    }

    /// What is wrong with it as a new passphrase of this account; `nil` when nothing is.
    func fault(for name: SignInName) -> PassphraseFault? {
        guard !isTooLong else { return .tooLong(most: Self.most) }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return .unreadable
        }
        guard text.count >= Self.least else { return .tooShort(least: Self.least) }
        let plain = text.lowercased().filter { $0.isLetter || $0.isNumber }
        guard Set(plain).count >= 5, !RefusedPassphrases.contains(plain) else { return .common }
        return plain.contains(name.text.filter { $0.isLetter || $0.isNumber }) ? .holdsName : nil
    }
}
