/// Shamir's secret sharing: any `needed` of the shares give the secret, and fewer say nothing at all about it.
///
/// Each byte of the secret is the constant term of a random polynomial of degree `needed - 1` over `GaloisField`; share
/// number x holds the polynomials' values at x.
enum SecretSharing {
    /// Splits a secret into shares numbered 1, 2, …
    static func split(_ secret: [UInt8], shares: Int, needed: Int, random: (Int) -> [UInt8]) -> [[UInt8]] {
        precondition((1...255).contains(shares) && (2...shares).contains(needed))
        let coefficients = [secret] + (1..<needed).map { _ in random(secret.count) }
        return (1...UInt8(shares)).map { x in
            secret.indices.map { index in
                coefficients.reversed().reduce(UInt8(0)) { GaloisField.product($0, x) ^ $1[index] }
            }
        }
    }

    /// The secret from shares with different numbers. With too few shares, or a wrong one, it is another secret: the caller
    /// must check it.
    static func combine(_ shares: [(number: UInt8, value: [UInt8])]) -> [UInt8] {
        let size = shares.map(\.value.count).min() ?? 0
        var secret = [UInt8](repeating: 0, count: size)
        for share in shares {
            // Lagrange's polynomial of this share at 0; subtracting is adding.
            let weight = shares.reduce(UInt8(1)) { weight, other in
                guard other.number != share.number else { return weight }
                let ratio = GaloisField.product(
                    other.number, GaloisField.inverse(other.number ^ share.number))
                return GaloisField.product(weight, ratio)
            }
            for index in 0..<size { secret[index] ^= GaloisField.product(weight, share.value[index]) }
        }
        return secret
    }
}
