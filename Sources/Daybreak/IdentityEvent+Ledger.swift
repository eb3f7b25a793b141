import Identity
import Ledger
import Storage

extension IdentityEvent {
    /// Writes an event into the ledger, in the transaction in which it happened.
    static let record: IdentityRecorder = { event, connection in
        try Ledger.append(
            [
                Ledger.Entry(
                    at: event.at, actor: event.by ?? event.account ?? "", organisation: "", act: event.act,
                    kind: "account", subject: event.account ?? "", action: event.what.rawValue,
                    detail: event.factor?.rawValue ?? "")
            ], to: connection)
    }

    private var act: Ledger.Act {
        switch what {
        case .signedIn, .signInRefused, .signedOut, .postingTaken, .steppedUp, .stepUpRefused: .signIn
        case .passkeyCopied: .alarm
        case .invited, .activated, .credentialsReset, .suspended, .resumed, .closed, .sessionsRevoked, .factorAdded,
            .factorRemoved, .passphraseChanged, .linked, .unlinked:
            .configuration
        }
    }
}
