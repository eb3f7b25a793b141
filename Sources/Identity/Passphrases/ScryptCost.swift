/// What scrypt (RFC 7914) costs: memory of 128 · r · N bytes, and a time in proportion to it.
public struct ScryptCost: Sendable, Hashable {
    /// The logarithm of N to the base 2.
    public var logN: Int
    /// The block size r.
    public var blockSize: Int
    /// The parallelism p.
    public var parallelism: Int

    /// N = 2^17, r = 8, p = 1: 128 MiB.
    public static let standard = ScryptCost(logN: 17, blockSize: 8, parallelism: 1)

    /// Makes a cost. Only tests make another than `standard`.
    public init(logN: Int, blockSize: Int = 8, parallelism: Int = 1) {
        self.logN = logN
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Whether a hash of this cost stays within our bound of 128 MiB and of the time of `standard`. A stored text that asks
    /// for more was not written by us and is not computed.
    var isBearable: Bool {
        (1...17).contains(logN) && (1...8).contains(blockSize) && (1...16).contains(parallelism)
            && (parallelism << logN) * blockSize <= 8 << 17
    }
}
