import Crypto
import Foundation

/// An app that shows six digits (RFC 6238), written here anew.
enum TestApp {
    static func code(_ secret: String, stepsAhead: Int = 0) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bits, held, key): (Int, Int, [UInt8]) = (0, 0, [])
        for character in secret {
            held = (held << 5 | (alphabet.firstIndex(of: character) ?? 0)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                key.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        let step = Int(Date().timeIntervalSince1970) / 30 + stepsAhead
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
        let offset = Int(mac[19] & 15)
        let value = (0..<4).reduce(0) { $0 << 8 | Int(mac[offset + $1]) } & 0x7FFF_FFFF
        return String(String(value + 1_000_000_000).suffix(6))
    }
}
