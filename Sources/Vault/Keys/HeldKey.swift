import Synchronization

/// A key in use. Everybody who seals or opens under it holds this same object, so that dropping it once takes it from
/// all of them, in the middle of whatever they do.
final class HeldKey: Sendable {
    private enum State {
        case held(SecretKey)
        case dropped(VaultError)
    }

    /// What names the key in envelopes.
    let id: KeyID
    private let state: Mutex<State>

    init(_ key: SecretKey, id: KeyID) {
        self.id = id
        state = Mutex(.held(key))
    }

    /// The key, or the reason why it is gone.
    func key() throws(VaultError) -> SecretKey {
        switch state.withLock({ $0 }) {
        case .held(let key): return key
        case .dropped(let reason): throw reason
        }
    }

    /// Forgets the key; from now on, whoever uses it gets `reason`.
    func drop(_ reason: VaultError) { state.withLock { $0 = .dropped(reason) } }
}
