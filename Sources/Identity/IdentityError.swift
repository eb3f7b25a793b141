public import Words

/// Why somebody is not let in, as far as they may be told.
public enum IdentityError: Explained, Equatable {
    /// Name, passphrase, code or passkey is not right, or the account may not sign in. Which of these, is not said.
    case refused
    /// Too many wrong attempts: try again in so many milliseconds.
    case tooSoon(wait: Int)
    /// Too many people are signing in at this moment: try again.
    case busy
    /// Too many requests of this kind: try again in so many milliseconds.
    case tooMany(wait: Int)
    /// The session, or this step of signing in, is over: sign in again.
    case ended
    /// This needs a proof of the last minutes: show the demanded factor again.
    case notFresh(StepUp)
    /// The invitation is unknown, used or too old: ask for a new one.
    case invitationOver
    /// The passphrase is not good enough.
    case passphrase(PassphraseFault)
    /// The sign-in name has a length or a character that is not allowed.
    case nameUnusable
    /// Another account has this sign-in name.
    case nameTaken
    /// There is no such account.
    case unknownAccount
    /// The account is not in a state in which this can be done.
    case wrongState(Account.State)
    /// The only second factor cannot be removed.
    case lastFactor
    /// The passkey's answer is not acceptable.
    case passkey(PasskeyFault)
    /// The other organisation's provider answered something that is not acceptable.
    case provider(ProviderFault)
    /// Signing in without proof is for demonstrations.
    case notADemonstration

    /// The error in words.
    public var phrase: Phrase {
        switch self {
        case .refused: Phrase("identity.refused")
        case .tooSoon(let wait): Phrase("identity.too-soon", ["seconds": Self.seconds(wait)])
        case .busy: Phrase("identity.busy")
        case .tooMany(let wait): Phrase("identity.too-many", ["seconds": Self.seconds(wait)])
        case .ended: Phrase("identity.ended")
        case .notFresh(.secondFactor): Phrase("identity.not-fresh.second-factor")
        case .notFresh(.verifiedUser): Phrase("identity.not-fresh.verified-user")
        case .invitationOver: Phrase("identity.invitation-over")
        case .passphrase(let fault): fault.phrase
        case .nameUnusable: Phrase("identity.name-unusable")
        case .nameTaken: Phrase("identity.name-taken")
        case .unknownAccount: Phrase("identity.unknown-account")
        case .wrongState(let state): Phrase("identity.wrong-state", ["state": state.rawValue])
        case .lastFactor: Phrase("identity.last-factor")
        case .passkey(let fault): Phrase("identity.passkey", [:], around: fault.phrase)
        case .provider(let fault): Phrase("identity.provider", [:], around: fault.phrase)
        case .notADemonstration: Phrase("identity.not-a-demonstration")
        }
    }

    private static func seconds(_ milliseconds: Int) -> String { String((milliseconds + 999) / 1_000) }
}
