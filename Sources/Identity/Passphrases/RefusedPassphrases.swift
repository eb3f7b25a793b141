/// Long passphrases that are tried first: from public lists of the most used, those of twelve characters or more, and what
/// somebody here would think of. Compared in small letters, without spaces and punctuation.
enum RefusedPassphrases {
    private static let whole: Set<String> = [
        "administrator", "changemeplease", "changemenow1", "correcthorsebatterystaple", "iloveyousomuch",
        "letmeinletmein", "letmeinplease", "mypassword123", "passphrase123", "password1234", "password12345",
        "password123456", "passwordpassword", "qazwsxedcrfv", "qwertyasdfgh", "qwertyuiopasdf", "thisismypassword",
        "welcometodaybreak", "whatismypassword", "ilovethailand", "bangkok12345", "1qaz2wsx3edc", "q1w2e3r4t5y6",
        "zaq12wsxcde3", "abcdefghijkl", "abcd12345678", "abcdef123456", "admin1234567", "unbelievable", "daybreak1234",
        "daybreak12345", "humantrafficking", "siambangkok123", "sawasdeekrap123", "trustno1trustno1",
    ]

    /// Rows of the keyboard and of the alphabet, forwards and backwards: a passphrase that is a piece of them, or a short
    /// word again and again, is none.
    private static let rows = ["12345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"]

    static func contains(_ plain: String) -> Bool {
        if whole.contains(plain) { return true }
        if rows.contains(where: { $0.contains(plain) || String($0.reversed()).contains(plain) }) { return true }
        return (1...6).contains { isRepeated(plain, every: $0) }
    }

    private static func isRepeated(_ plain: String, every count: Int) -> Bool {
        let letters = Array(plain)
        guard letters.count >= 2 * count else { return false }
        return letters.indices.dropFirst(count).allSatisfy { letters[$0] == letters[$0 - count] }
    }
}
