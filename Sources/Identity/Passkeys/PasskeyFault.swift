import Words

/// What is wrong with a passkey's answer.
public enum PasskeyFault: Sendable, Equatable, CaseIterable {
    /// The bytes are not what an authenticator writes.
    case malformed
    /// The answer is to another question: registration instead of sign-in, or the other way round.
    case otherPurpose
    /// The challenge is unknown, used, or older than five minutes.
    case challengeOver
    /// The page that asked is not one of this site.
    case otherOrigin
    /// The page was shown inside a page of another site.
    case framed
    /// The passkey belongs to another site.
    case otherSite
    /// Nobody touched the passkey.
    case nobodyPresent
    /// The passkey has not verified who touched it, by PIN or fingerprint.
    case userNotVerified
    /// The key is of a kind that we do not use: only ES256 and Ed25519.
    case otherAlgorithm
    /// The attestation is of a kind that we do not read.
    case otherAttestation
    /// The signature is wrong.
    case wrongSignature
    /// The passkey is enrolled already.
    case enrolledAlready
    /// The passkey counted backwards: somebody may have copied it.
    case copied
    /// The passkey says of itself what it did not say before: that it can be copied.
    case changed

    /// The fault in words.
    var phrase: Phrase {
        switch self {
        case .malformed: Phrase("identity.passkey.malformed")
        case .otherPurpose: Phrase("identity.passkey.other-purpose")
        case .challengeOver: Phrase("identity.passkey.challenge-over")
        case .otherOrigin: Phrase("identity.passkey.other-origin")
        case .framed: Phrase("identity.passkey.framed")
        case .otherSite: Phrase("identity.passkey.other-site")
        case .nobodyPresent: Phrase("identity.passkey.nobody-present")
        case .userNotVerified: Phrase("identity.passkey.user-not-verified")
        case .otherAlgorithm: Phrase("identity.passkey.other-algorithm")
        case .otherAttestation: Phrase("identity.passkey.other-attestation")
        case .wrongSignature: Phrase("identity.passkey.wrong-signature")
        case .enrolledAlready: Phrase("identity.passkey.enrolled-already")
        case .copied: Phrase("identity.passkey.copied")
        case .changed: Phrase("identity.passkey.changed")
        }
    }
}

/// Ends a check with a fault.
struct PasskeyRefusal: Error {
    let fault: PasskeyFault
    init(_ fault: PasskeyFault) { self.fault = fault }
}
