internal import Foundation

/// Evidence, measured in bits: twice as likely is one bit.
enum Bits {
    static func log2(_ ratio: Double) -> Double { Foundation.log2(ratio) }

    /// One bit is so many natural units.
    static let natural = 0.693_147_180_559_945_3

    static func power(_ bits: Double) -> Double { Foundation.exp2(bits) }

    /// How likely something is, whose odds are so many bits.
    static func probability(_ odds: Double) -> Double { 1 / (1 + power(-odds)) }

    /// What a number of repeated sightings weighs: repeats come in bursts and are not each a witness of their own.
    static func weight(_ count: Int32) -> Double { Double(count).squareRoot() }
}
