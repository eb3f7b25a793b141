import Crypto

/// The header of an age file (c2sp.org/age): the version, a stanza for each recipient, and a code over both.
struct AgeHeader {
    static let fileKeySize = 16
    /// A header is longer only when somebody wants to fill memory.
    static let greatestSize = 1 << 20
    private static let columns = 64
    private static let versionLine = "age-encryption.org/v1\n"

    var stanzas: [AgeStanza]

    /// The header's bytes, with its code.
    func bytes(fileKey: [UInt8]) -> [UInt8] {
        let head = Array(text.utf8)
        return head
            + Array(
                " \(AgeBase64.text(Self.code(of: head, key: Self.derived(fileKey, salt: [], info: "header"))))\n".utf8)
    }

    /// The header up to and with its `---`, over which the code goes.
    private var text: String {
        stanzas.reduce(into: Self.versionLine) { text, stanza in
            text += "-> " + stanza.arguments.joined(separator: " ") + "\n"
            var body = Substring(AgeBase64.text(stanza.body))
            while body.utf8.count >= Self.columns {
                text += body.prefix(Self.columns) + "\n"
                body = body.dropFirst(Self.columns)
            }
            text += body + "\n"
        } + "---"
    }

    /// Reads the header from the beginning of a file and finds the file key. Throws `badHeader`, `noMatch`, `changedHeader`.
    static func fileKey(
        reading line: () throws -> [UInt8], identities: [AgeIdentity]
    ) throws -> [UInt8] {
        var size = 0
        func next() throws -> String {
            let bytes = try line()
            size += bytes.count
            guard size <= greatestSize, bytes.last == UInt8(ascii: "\n"),
                bytes.dropLast().allSatisfy({ (32...126).contains($0) })
            else { throw AgeError.badHeader }
            return String(decoding: bytes.dropLast(), as: UTF8.self)
        }
        guard try next() + "\n" == versionLine else { throw AgeError.badHeader }
        var header = AgeHeader(stanzas: [])
        var first = try next()
        while first.hasPrefix("-> ") {
            header.stanzas.append(try stanza(first, next))
            first = try next()
        }
        guard !header.stanzas.isEmpty, first.hasPrefix("--- "), let code = AgeBase64.bytes(String(first.dropFirst(4))),
            code.count == 32
        else { throw AgeError.badHeader }
        // A passphrase is never one way among others.
        if header.stanzas.count > 1, header.stanzas.contains(where: { $0.arguments[0] == "scrypt" }) {
            throw AgeError.badHeader
        }
        guard let fileKey = try header.fileKey(identities) else { throw AgeError.noMatch }
        let head = Array(header.text.utf8)
        guard
            HMAC<SHA256>.isValidAuthenticationCode(
                code, authenticating: head, using: derived(fileKey, salt: [], info: "header"))
        else { throw AgeError.changedHeader }
        return fileKey
    }

    private func fileKey(_ identities: [AgeIdentity]) throws(AgeError) -> [UInt8]? {
        for stanza in stanzas {
            for identity in identities {
                if let fileKey = try stanza.fileKey(identity) { return fileKey }
            }
        }
        return nil
    }

    private static func stanza(_ first: String, _ next: () throws -> String) throws -> AgeStanza {
        let arguments = first.dropFirst(3).split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard arguments.allSatisfy({ !$0.isEmpty }) else { throw AgeError.badHeader }
        var body = ""
        while true {
            let line = try next()
            guard line.utf8.count <= columns else { throw AgeError.badHeader }
            body += line
            if line.utf8.count < columns { break }
        }
        guard let bytes = AgeBase64.bytes(body) else { throw AgeError.badHeader }
        return AgeStanza(arguments: arguments, body: bytes)
    }

    static func code(of head: [UInt8], key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: head, using: key))
    }

    /// A key derived from the file key.
    static func derived(_ fileKey: [UInt8], salt: [UInt8], info: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: fileKey), salt: salt, info: Array(info.utf8), outputByteCount: 32)
    }
}
