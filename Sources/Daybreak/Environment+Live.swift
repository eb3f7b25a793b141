import Foundation
public import RichPicture

extension Environment {
    /// The environment of a running program: the system's clock and random generator.
    public static func live(
        database: String, ledgerKey: String? = nil, profiles: [Profile] = []
    ) -> Environment {
        Environment(
            database: database, now: { Int(Date().timeIntervalSince1970 * 1_000) },
            random: { count in
                var generator = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            }, ledgerKey: ledgerKey, profiles: profiles)
    }
}
