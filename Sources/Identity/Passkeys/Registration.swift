import Crypto

/// A browser's answer to the wish to enrol a passkey: the two fields of `AuthenticatorAttestationResponse`.
public struct PasskeyCreation: Sendable, Hashable {
    /// `clientDataJSON`.
    public var clientData: [UInt8]
    /// `attestationObject`.
    public var attestation: [UInt8]

    /// Makes an answer from the decoded fields.
    public init(clientData: [UInt8], attestation: [UInt8]) {
        self.clientData = clientData
        self.attestation = attestation
    }
}

/// A passkey's registration that was checked (WebAuthn §7.1), apart from its challenge.
///
/// Attestation: we ask for none, because nobody here keeps a list of makers that deserve trust, and a serial number would
/// say more about somebody than we want to know. `none` and `packed` are read, and both are worth the same: the own
/// signature of `packed` is verified where it is there, a maker's certificate is not looked at. Others are refused.
struct Registration: Sendable {
    /// The token of the ticket that it answers.
    let challenge: String
    let id: [UInt8]
    let key: [UInt8]
    let authenticator: AuthenticatorData

    init(_ answer: PasskeyCreation, site: Site, demandsVerification: Bool) throws(PasskeyRefusal) {
        challenge = try ClientData.read(answer.clientData, .create, of: site).challenge
        guard let object = CBOR(answer.attestation), object.keys == ["fmt", "attStmt", "authData"],
            let format = object["fmt"]?.text, let statement = object["attStmt"], case .map = statement,
            let signed = object["authData"]?.bytes
        else { throw PasskeyRefusal(.malformed) }
        authenticator = try AuthenticatorData(signed)
        try authenticator.check(site, demandsVerification: demandsVerification)
        guard let credential = authenticator.credential, let cose = CBOR(credential.key) else {
            throw PasskeyRefusal(.malformed)
        }
        let key = try PublicKey(cose)
        let message = signed + Array(SHA256.hash(data: answer.clientData))
        try Self.check(format, statement, key, message)
        id = credential.id
        self.key = credential.key
    }

    private static func check(_ format: String, _ statement: CBOR, _ key: PublicKey, _ message: [UInt8])
        throws(PasskeyRefusal)
    {
        switch format {
        case "none":
            guard statement.keys.isEmpty else { throw PasskeyRefusal(.malformed) }
        case "packed":
            guard let signature = statement["sig"]?.bytes, let algorithm = statement["alg"]?.integer else {
                throw PasskeyRefusal(.malformed)
            }
            guard statement["x5c"] == nil else { return }
            guard algorithm == key.algorithm, key.verifies(signature, over: message) else {
                throw PasskeyRefusal(.wrongSignature)
            }
        default: throw PasskeyRefusal(.otherAttestation)
        }
    }
}

extension AuthenticatorData {
    /// Checks what every answer must fulfil.
    func check(_ site: Site, demandsVerification: Bool) throws(PasskeyRefusal) {
        guard self.site == Array(SHA256.hash(data: Array(site.id.utf8))) else { throw PasskeyRefusal(.otherSite) }
        guard userPresent else { throw PasskeyRefusal(.nobodyPresent) }
        guard userVerified || !demandsVerification else { throw PasskeyRefusal(.userNotVerified) }
    }
}
