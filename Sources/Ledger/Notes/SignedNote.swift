/// A text signed by one or more keys (C2SP signed-note): the form in which logs publish their state.
///
///     daybreak.example/ledger
///     20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
///     — daybreak.example/ledger Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+…
///
/// Until `signatures(by:)` has said so, nothing in it is true.
public struct SignedNote: Hashable, Sendable, CustomStringConvertible {
    /// One signature line.
    public struct Signature: Hashable, Sendable {
        /// The name of the key that is said to have signed.
        public var name: String
        /// Its four bytes.
        public var id: UInt32
        /// The signature, in the form of the key's purpose.
        public var bytes: [UInt8]
    }

    /// A signature that was checked.
    public struct Checked: Hashable, Sendable {
        /// Whose it is.
        public var key: VerifierKey
        /// When a witness made it, in seconds since 1970 UTC; nil for a log's own.
        public var time: Int?
    }

    /// Signatures that a note may have at most.
    public static let mostSignatures = 100
    /// Bytes that a note may have at most.
    public static let mostBytes = 1 << 20

    /// What is signed; ends with the end of a line.
    public let text: String
    /// The signatures, in order.
    public private(set) var signatures: [Signature]

    /// Makes a note without signatures.
    init(text: String) {
        self.text = text
        signatures = []
    }

    /// Reads a note. Throws `badNote` for anything that is not exactly one.
    public init(parsing bytes: [UInt8]) throws(LedgerError) {
        // The last empty line parts the text from the signatures.
        guard bytes.count <= Self.mostBytes, NoteText.text(bytes) != nil,
            let gap = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }),
            let text = NoteText.text(Array(bytes[...gap])),
            let lines = NoteText.lines(String(decoding: bytes[(gap + 2)...], as: UTF8.self)),
            (1...Self.mostSignatures).contains(lines.count)
        else { throw .badNote }
        var signatures: [Signature] = []
        for line in lines {
            let signature = try Signature(line: line)
            if !signatures.contains(signature) { signatures.append(signature) }
        }
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note.
    public init(parsing text: String) throws(LedgerError) { try self.init(parsing: Array(text.utf8)) }

    /// The note in writing.
    public var description: String { text + "\n" + signatures.map { $0.line + "\n" }.joined() }

    /// The same note with signatures added; what is there already stays as it is.
    func adding(_ more: [Signature]) -> SignedNote {
        var note = self
        for signature in more where !note.signatures.contains(signature) { note.signatures.append(signature) }
        return note
    }

    /// The same note signed with a key.
    ///
    /// - Parameter time: for a witness's key, when it signs, in seconds since 1970 UTC.
    public func signed(with key: SignerKey, at time: Int = 0) throws(LedgerError) -> SignedNote {
        let verifier = key.verifier
        var bytes: [UInt8] = []
        if verifier.purpose == .cosignature {
            guard time >= 0 else { throw .badNote }
            bytes = withUnsafeBytes(of: UInt64(time).bigEndian) { Array($0) }
        }
        bytes += try key.sign(Self.message(text, verifier.purpose, time))
        return adding([Signature(name: verifier.name, id: verifier.id, bytes: bytes)])
    }

    /// Which of these keys have signed, and when.
    ///
    /// Signatures of other keys are passed over. Throws `badSignature` when one of these keys' is wrong, because then the
    /// note as a whole is not to be trusted, and `unsigned` when none of these keys has signed.
    public func signatures(by keys: [VerifierKey]) throws(LedgerError) -> [Checked] {
        var found: [Checked] = []
        for signature in signatures {
            for key in keys where key.id == signature.id && NoteText.same(key.name, signature.name) {
                guard let time = check(signature, key) else { throw .badSignature(key: key.name) }
                let checked = Checked(key: key, time: key.purpose == .cosignature ? time : nil)
                if !found.contains(where: { $0.key == key }) { found.append(checked) }
            }
        }
        guard !found.isEmpty else { throw .unsigned }
        return found
    }

    /// The time of a right signature, 0 where it has none; nil for a wrong one.
    private func check(_ signature: Signature, _ key: VerifierKey) -> Int? {
        switch key.purpose {
        case .note: return key.accepts(signature.bytes, of: Array(text.utf8)) ? 0 : nil
        case .cosignature:
            guard let time = signature.time, (try? Checkpoint(parsing: text)) != nil,
                key.accepts(signature.bytes.dropFirst(8), of: Self.message(text, key.purpose, time))
            else { return nil }
            return time
        }
    }

    /// What is signed: the text, and before it, for a witness, what it states and when (C2SP tlog-cosignature v1).
    private static func message(_ text: String, _ purpose: VerifierKey.Purpose, _ time: Int) -> [UInt8] {
        Array((purpose == .cosignature ? "cosignature/v1\ntime \(time)\n\(text)" : text).utf8)
    }
}

extension SignedNote.Signature {
    private static let dash = "\u{2014} "

    /// Reads `— name base64`.
    init(line: String) throws(LedgerError) {
        let parts = line.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map { String(Substring($0)) }
        guard parts.count == 3, NoteText.same(parts[0] + " ", Self.dash), NoteText.isName(parts[1]),
            let bytes = NoteText.bytes(base64: parts[2]), bytes.count > 4
        else { throw .badNote }
        name = parts[1]
        id = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        self.bytes = Array(bytes.dropFirst(4))
    }

    /// The line, without its end.
    var line: String {
        "\(Self.dash)\(name) \(NoteText.base64(withUnsafeBytes(of: id.bigEndian) { Array($0) } + bytes))"
    }

    /// When it was made, for a signature of the form of a witness's; nil for others.
    var time: Int? {
        guard bytes.count == 8 + 64 else { return nil }
        return Int(exactly: bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
