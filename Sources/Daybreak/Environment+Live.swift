import Foundation
public import Identity
public import RichPicture

extension Environment {
    /// The system's clock, in milliseconds since 1970 UTC.
    public static let systemNow: @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1_000) }

    /// Bytes from the system's random generator.
    public static let systemRandom: @Sendable (Int) -> [UInt8] = { count in
        // Eight bytes at a time: each time asks the kernel.
        var generator = SystemRandomNumberGenerator()
        let words = (0..<(count + 7) / 8).map { _ in generator.next() as UInt64 }
        return Array(words.withUnsafeBytes { $0.prefix(count) })
    }

    /// The environment of a running program: by default with the system's clock and random generator.
    public static func live(
        database: String, keys: String? = nil, now: @escaping @Sendable () -> Int = systemNow,
        random: @escaping @Sendable (Int) -> [UInt8] = systemRandom, ledgerKey: String? = nil,
        identityKey: String? = nil,
        site: Site = Environment.localSite(port: 8080), costs: Costs = .standard, profiles: [Profile] = []
    ) -> Environment {
        Environment(
            database: database, keys: keys, now: now, random: random, ledgerKey: ledgerKey, identityKey: identityKey,
            site: site, costs: costs, profiles: profiles)
    }
}
