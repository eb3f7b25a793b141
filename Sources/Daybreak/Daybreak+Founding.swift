public import Identity
import Records
public import Vault

/// What a founding leads to; none of it is shown again.
public struct Founded: Sendable {
    /// The shares of the vault's root key, to be printed and handed out.
    public var shares: [Share]
    /// An invitation for everybody, in the order of the plan.
    public var invitations: [Invitation]
}

extension Daybreak {
    /// Founds it: the vault with its shares, an account and an invitation for everybody, organisations, units and postings.
    ///
    /// What was interrupted is taken up by the next attempt; a Daybreak that is founded is refused with
    /// `SetUpError.foundedAlready`.
    public func found(_ plan: FoundingPlan, passphrase: String) async throws -> Founded {
        try plan.check()
        guard standing == .unfounded else { throw SetUpError.foundedAlready }
        let shares = try await makeVault(passphrase, plan.shareHolders)
        var (accounts, invitations): ([String: String], [Invitation]) = ([:], [])
        for person in plan.people {
            let invitation =
                if let account = try await identity.account(named: person.signIn) {
                    try await identity.inviteAgain(account: account.id, by: nil)
                } else {
                    try await identity.createAccount(name: person.signIn, by: nil)
                }
            invitations.append(invitation)
            accounts[person.signIn] = invitation.account.id
        }
        _ = try await desk.found(plan.founding(accounts, from: environment.now()))
        try await FoundedState.founded.write(database)
        return Founded(shares: shares, invitations: invitations)
    }

    /// Founds a demonstration: everybody of the sample's organisations, with accounts that nobody can sign in to, and a
    /// vault whose passphrase is in the documentation.
    public func foundDemonstration() async throws {
        let plan = Demonstration.plan
        try plan.check()
        guard standing == .unfounded else { throw SetUpError.foundedAlready }
        _ = try await makeVault(Demonstration.passphrase, plan.shareHolders)
        let identity = Identity(
            database, settings: try identitySettings(environment, isDemonstration: true), now: environment.now,
            random: environment.random, record: IdentityEvent.record)
        let accounts = try await identity.demonstrationAccounts(plan.people.map(\.signIn))
        _ = try await desk.found(plan.founding(accounts, from: environment.now()))
        try await FoundedState.demonstration.write(database)
    }

    private func makeVault(_ passphrase: String, _ holders: [ShareHolder]) async throws -> [Share] {
        guard try await vault.exists else {
            let (_, shares) = try await Vault.create(
                in: keys, passphrase: passphrase, shareHolders: holders, cost: environment.costs.vault,
                now: environment.now, random: environment.random)
            return shares
        }
        // An attempt before this one made it, and its shares may never have been read.
        try await vault.unseal(passphrase: passphrase)
        return try await vault.newShares(for: holders)
    }
}
