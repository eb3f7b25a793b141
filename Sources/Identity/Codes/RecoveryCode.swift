import Crypto
import Storage

/// Ten codes on paper for the day on which the telephone is gone. Each has 80 random bits, works once, and is kept only as
/// its SHA-256.
enum RecoveryCode {
    static let count = 10

    /// A new one, in groups of four that can be read out: `ABCD-EFGH-IJKL-MNOP`.
    static func make(_ random: RandomBytes) -> String {
        let letters = Array(Base32.encode(random(10)))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// Replaces an account's codes.
    static func replace(_ codes: [String], account: String, in connection: any Writing) throws {
        try connection.execute("DELETE FROM identity_recovery WHERE account = \(account)")
        for code in codes {
            try connection.execute(
                "INSERT INTO identity_recovery (hash, account) VALUES (\(hash(code, account)), \(account))")
        }
    }

    /// Uses a code up; returns whether there was one.
    static func use(_ typed: String, account: String, in connection: any Writing) throws -> Bool {
        try connection.execute(
            "DELETE FROM identity_recovery WHERE hash = \(hash(typed, account)) AND account = \(account)") == 1
    }

    /// The hash of a code as typed: small or capital letters, with or without hyphens, and with the digits that look like
    /// letters of the alphabet that has neither.
    static func hash(_ typed: String, _ account: String) -> [UInt8] {
        let alike: [Character: Character] = ["0": "O", "1": "I", "8": "B"]
        let letters = typed.prefix(64).uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { alike[$0] ?? $0 }
        return Array(SHA256.hash(data: Array("daybreak recovery \(account) \(String(letters))".utf8)))
    }
}
