import Synchronization

/// A key in use. Everybody who seals or opens under it holds this same object, so that dropping it once takes it from
/// all of them, in the middle of whatever they do.
final class HeldKey: Sendable {
    private enum State {
        /// The key, and the version's key that was derived last: the fields of a form are sealed one after the other.
        case held(SecretKey, last: (info: [UInt8], key: SecretKey)?)
        case dropped(VaultError)
    }

    /// What names the key in envelopes.
    let id: KeyID
    private let state: Mutex<State>

    init(_ key: SecretKey, id: KeyID) {
        self.id = id
        state = Mutex(.held(key, last: nil))
    }

    /// The key, or the reason why it is gone.
    func key() throws(VaultError) -> SecretKey {
        try state.withLock { (state) throws(VaultError) in
            switch state {
            case .held(let key, _): return key
            case .dropped(let reason): throw reason
            }
        }
    }

    /// The key of a record's version, which `info` says.
    func key(derivedWith info: [UInt8]) throws(VaultError) -> SecretKey {
        try state.withLock { (state) throws(VaultError) in
            switch state {
            case .held(_, last: let last?) where last.info == info: return last.key
            case .held(let key, _):
                let derived = key.deriving(info)
                state = .held(key, last: (info, derived))
                return derived
            case .dropped(let reason): throw reason
            }
        }
    }

    /// Forgets the key; from now on, whoever uses it gets `reason`.
    func drop(_ reason: VaultError) { state.withLock { $0 = .dropped(reason) } }
}
