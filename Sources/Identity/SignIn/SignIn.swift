/// Signing in, as a pure machine: factors go in, what is wanted next comes out.
///
///     nothing ─ passphrase, provider ─► second ─ code, passkey, recovery code ─► done
///        │                                └─ when none is enrolled ─► enrol
///        └────────── passkey that verified its user ──────────────────────────► done
struct SignIn: Hashable, Sendable {
    /// What is wanted next.
    enum Step: Hashable, Sendable {
        /// A first factor, or one that is both.
        case first
        /// One of these.
        case second([Factor])
        /// Signed in only in order to enrol a second factor.
        case enrol
        /// Signed in.
        case done
    }

    /// The second factors that the account has.
    let enrolled: Set<Factor>
    /// What has been shown.
    private(set) var shown: Set<Factor> = []

    init(enrolled: Set<Factor>, shown: Set<Factor> = []) {
        self.enrolled = enrolled.filter(\.isSecond)
        self.shown = shown
    }

    /// What is wanted next.
    var step: Step {
        if shown.contains(where: \.isBoth) { return .done }
        guard shown.contains(where: \.isFirst) else { return .first }
        if shown.contains(where: \.isSecond) { return .done }
        return enrolled.isEmpty ? .enrol : .second(enrolled.sorted())
    }

    /// Takes a factor that was proved. Returns whether it was wanted; one out of turn changes nothing.
    @discardableResult
    mutating func show(_ factor: Factor) -> Bool {
        let isWanted =
            switch step {
            case .first: factor.isFirst || factor.isBoth
            case .second(let wanted): wanted.contains(factor) || factor == .verifiedPasskey && wanted.contains(.passkey)
            case .enrol, .done: false
            }
        if isWanted { shown.insert(factor) }
        return isWanted
    }
}
