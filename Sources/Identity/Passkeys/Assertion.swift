import Crypto

/// A browser's answer with a passkey: the fields of `AuthenticatorAssertionResponse`, and the passkey's id.
public struct PasskeyAnswer: Sendable, Hashable {
    /// `rawId`.
    public var id: [UInt8]
    /// `clientDataJSON`.
    public var clientData: [UInt8]
    /// `authenticatorData`.
    public var authenticatorData: [UInt8]
    /// `signature`.
    public var signature: [UInt8]

    /// Makes an answer from the decoded fields.
    public init(id: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]) {
        self.id = id
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.signature = signature
    }
}

/// A passkey as it was enrolled.
struct EnrolledPasskey: Sendable {
    var account: String
    var key: [UInt8]
    var signCount: Int
    var canBeCopied: Bool
}

/// A passkey's answer that was checked (WebAuthn §7.2), apart from its challenge.
struct Assertion: Sendable {
    let authenticator: AuthenticatorData

    /// What the passkey has proved.
    var factor: Factor { authenticator.userVerified ? .verifiedPasskey : .passkey }

    init(_ answer: PasskeyAnswer, of passkey: EnrolledPasskey, site: Site, demandsVerification: Bool)
        throws(PasskeyRefusal)
    {
        _ = try ClientData.read(answer.clientData, .get, of: site)
        authenticator = try AuthenticatorData(answer.authenticatorData)
        try authenticator.check(site, demandsVerification: demandsVerification)
        guard authenticator.credential == nil, let cose = CBOR(passkey.key) else { throw PasskeyRefusal(.malformed) }
        let message = answer.authenticatorData + Array(SHA256.hash(data: answer.clientData))
        guard try PublicKey(cose).verifies(answer.signature, over: message) else {
            throw PasskeyRefusal(.wrongSignature)
        }
        guard authenticator.canBeCopied == passkey.canBeCopied else { throw PasskeyRefusal(.changed) }
        // A counter that stands still or goes back belongs to two devices; 0 and 0 is one that does not count.
        let counts = authenticator.signCount != 0 || passkey.signCount != 0
        guard !counts || authenticator.signCount > passkey.signCount else { throw PasskeyRefusal(.copied) }
    }
}
