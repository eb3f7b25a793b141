/// Random numbers from a seed, the same in every run and on every machine (SplitMix64).
///
///     var bits = SeededBits(seed: 7)
///     let node = bits.below(graph.count)
public struct SeededBits: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Makes the generator of a seed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    @inline(__always)
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number from 0 up to, not including, the bound (Lemire's multiplication); the bound is positive.
    @inline(__always)
    public mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number from 0 up to, not including, 1.
    @inline(__always)
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Puts a list into random order (Fisher and Yates).
    public mutating func shuffle(_ list: inout [UInt32]) {
        for place in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(place, below(place + 1)) }
    }
}
