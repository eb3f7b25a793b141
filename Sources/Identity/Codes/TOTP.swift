import Crypto
import Foundation

/// One-time codes by time (RFC 6238): HMAC-SHA-1, 6 digits, 30 seconds, which is what every app understands.
enum TOTP {
    /// A step, in milliseconds.
    static let period = 30_000
    /// The digits of a code.
    static let digits = 6
    /// So many steps before and after now are accepted, for clocks that differ.
    static let window = 1

    /// The step of a moment.
    static func step(at now: Int) -> Int { now / period }

    /// The code of a step (RFC 4226 §5.3).
    static func code(_ secret: [UInt8], step: Int, digits: Int = digits) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0x0F)
        let value = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(value % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code this is, later than the last one used: a code is good once. All steps are compared, whichever
    /// fits.
    static func accepted(_ typed: String, _ secret: [UInt8], after last: Int, at now: Int) -> Int? {
        let given = Array(typed.utf8.filter { $0 != UInt8(ascii: " ") })
        let steps = (step(at: now) - window)...(step(at: now) + window)
        return steps.filter { isSame(given, Array(code(secret, step: $0).utf8)) && $0 > last }.first
    }

    /// The address that apps read from a square code: `otpauth://totp/Daybreak:name?secret=…`.
    static func address(_ secret: [UInt8], issuer: String, name: String) -> String {
        let allowed = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let label = [issuer, name].map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }
        return "otpauth://totp/\(label[0]):\(label[1])?secret=\(Base32.encode(secret))&issuer=\(label[0])"
            + "&algorithm=SHA1&digits=\(digits)&period=\(period / 1_000)"
    }
}
