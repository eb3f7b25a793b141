import Foundation
public import Identity
public import RichPicture

extension Environment {
    /// The environment of a running program: the system's clock and random generator.
    public static func live(
        database: String, keys: String? = nil, ledgerKey: String? = nil, identityKey: String? = nil,
        site: Site = Environment.localSite(port: 8080), costs: Costs = .standard, profiles: [Profile] = []
    ) -> Environment {
        Environment(
            database: database, keys: keys, now: { Int(Date().timeIntervalSince1970 * 1_000) },
            random: { count in
                var generator = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            }, ledgerKey: ledgerKey, identityKey: identityKey, site: site, costs: costs, profiles: profiles)
    }
}
