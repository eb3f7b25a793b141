import Access
import Daybreak
import Foundation
import HTTPTypes
import Identity
import Records
import Synchronization

@testable import Web

/// A clock that is moved by hand.
final class TestClock: Sendable {
    private let moment = Mutex(1_780_300_000_000)
    var now: Int { moment.withLock { $0 } }
    func pass(minutes: Int) { moment.withLock { $0 += minutes * 60_000 } }
    func pass(seconds: Int) { moment.withLock { $0 += seconds * 1_000 } }
}

/// A Daybreak that has been founded, in a folder of its own.
enum TestHouse {
    static let passphrase = "seven wet umbrellas sing"

    static func found(_ folder: String, plan: FoundingPlan?, clock: TestClock) async throws -> Daybreak {
        let environment = Environment(
            database: folder + "/test.daybreak", now: { clock.now },
            random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }, costs: .trifling)
        let bare = try await makeDaybreak(environment)
        if let plan {
            _ = try await bare.found(plan, passphrase: passphrase)
        } else {
            try await bare.foundDemonstration()
        }
        try await bare.close()
        return try await makeDaybreak(environment)
    }

    /// A session with the eyes of somebody of the demonstration.
    static func lend(_ eyes: String, _ daybreak: Daybreak) async throws -> SignedIn {
        let viewer = try await daybreak.eyes(of: eyes)
        let account = viewer.standing.account
        let name = try await daybreak.identity.account(account)?.name ?? ""
        let held = try await daybreak.directory.postings(of: account)
        let signedIn = try await daybreak.identity.signInForDemonstration(name: name)
        _ = try await daybreak.identity.take(posting: held.first?.id ?? "", token: signedIn.token)
        return signedIn
    }
}

extension Daybreak {
    var ground: WebGround {
        WebGround(
            picture: picture, book: book, directory: directory, identity: identity, ledger: ledger, vault: vault,
            isDemonstration: standing == .demonstration)
    }
}

extension Optional {
    func asyncMap<Other>(_ body: (Wrapped) async throws -> Other) async rethrows -> Other? {
        guard let self else { return nil }
        return try await body(self)
    }
}
