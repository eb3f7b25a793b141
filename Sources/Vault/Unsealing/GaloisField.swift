/// The field of 256 elements that AES uses (polynomial x⁸ + x⁴ + x³ + x + 1), without tables and without branches on values:
/// what a product costs says nothing about its factors. Speed does not matter here: a key is 32 bytes.
enum GaloisField {
    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var (left, right, product) = (left, right, UInt8(0))
        for _ in 0..<8 {
            product ^= left & (0 &- (right & 1))
            left = left << 1 ^ 0x1b & (0 &- (left >> 7))
            right >>= 1
        }
        return product
    }

    /// The inverse, x²⁵⁴; 0 for 0.
    static func inverse(_ element: UInt8) -> UInt8 {
        var (power, inverse) = (element, UInt8(1))
        for _ in 0..<7 {
            power = product(power, power)
            inverse = product(inverse, power)
        }
        return inverse
    }
}
