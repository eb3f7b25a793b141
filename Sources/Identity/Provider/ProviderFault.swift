import Words

/// What is wrong with the answer of another organisation's provider.
public enum ProviderFault: Sendable, Equatable, CaseIterable {
    /// It cannot be reached, or does not answer as it should.
    case unreachable
    /// The answer belongs to no sign-in that this browser began in the last minutes.
    case stateOver
    /// The identity token is not readable.
    case malformed
    /// It is signed in a way that we do not accept: only ES256 and RS256.
    case otherAlgorithm
    /// It is signed with a key that the provider does not publish.
    case unknownKey
    /// The signature is wrong.
    case wrongSignature
    /// It was issued by somebody else.
    case otherIssuer
    /// It is meant for somebody else.
    case otherAudience
    /// It is too old, or not valid yet.
    case notNow
    /// It answers another sign-in.
    case otherNonce

    /// The fault in words.
    var phrase: Phrase {
        switch self {
        case .unreachable: Phrase("identity.provider.unreachable")
        case .stateOver: Phrase("identity.provider.state-over")
        case .malformed: Phrase("identity.provider.malformed")
        case .otherAlgorithm: Phrase("identity.provider.other-algorithm")
        case .unknownKey: Phrase("identity.provider.unknown-key")
        case .wrongSignature: Phrase("identity.provider.wrong-signature")
        case .otherIssuer: Phrase("identity.provider.other-issuer")
        case .otherAudience: Phrase("identity.provider.other-audience")
        case .notNow: Phrase("identity.provider.not-now")
        case .otherNonce: Phrase("identity.provider.other-nonce")
        }
    }
}
