import Foundation

/// A small seeded generator (SplitMix64). Every part of the province draws from its own, keyed by what it is for
/// (a person, a day, a purpose), so that one part can be made again alone and gives the same answer.
struct Draw {
    private var state: UInt64

    /// Makes a generator for one purpose. Equal keys give equal draws, on every machine.
    init(_ seed: UInt64, _ purpose: Purpose, _ a: Int = 0, _ b: Int = 0) {
        var mixed = Self.scramble(seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(purpose.rawValue))
        mixed = Self.scramble(mixed ^ (UInt64(bitPattern: Int64(a)) &* 0xD6E8_FEB8_6659_FD93))
        state = Self.scramble(mixed ^ (UInt64(bitPattern: Int64(b)) &* 0xA076_1D64_78BD_642F))
    }

    /// What a draw is for: draws for different purposes never disturb each other.
    enum Purpose: Int {
        case geography = 1, workplaces, persons, contacts, phones, ring, journeys, money, vehicles
        case calls, ties, transfers, vehicleSightings, crossings, notes, spelling, layout, partner
    }

    private static func scramble(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// The next 64 random bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.scramble(state)
    }

    /// A number from 0 up to, not including, `bound`; 0 when there is no choice.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number of the closed range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// A number from 0 to 1, 1 not included.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// True with the given probability.
    mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// How often something happens that happens `rate` times in the mean (Poisson, after Knuth; for small rates).
    mutating func poisson(_ rate: Double) -> Int {
        guard rate > 0 else { return 0 }
        let floor = exp(-rate)
        var count = 0
        var product = unit()
        while product > floor {
            count += 1
            product *= unit()
        }
        return count
    }

    /// A place in a list of `count`, early places far likelier than late ones: people mostly call the same few.
    mutating func skewed(_ count: Int) -> Int {
        let u = unit()
        return min(count - 1, Int(u * u * u * Double(count)))
    }

    /// A heavy-tailed factor of mean about 1 (Pareto, exponent 2, cut at 12).
    mutating func heavyTail() -> Double {
        min(12, 0.53 / (1 - unit()).squareRoot())
    }

    /// One of a list that is not empty.
    mutating func pick<T>(_ list: [T]) -> T {
        list[below(list.count)]
    }
}
