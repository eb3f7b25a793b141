/// How strongly the contacts of one phone speak for the holder of another.
///
/// Whoever holds phone a now and takes phone b calls the same people: a share λ of b's calls goes to people in the
/// proportions in which a spoke with them, the rest anywhere. Against anywhere alone that is worth, for each contact c
/// of b,
///
///     w(c) · log₂((1−λ) + λ · p(c | a) / q(c))   bits
///
/// with q the contact's share of all calls (so that rare contacts count and popular ones do not), and counts damped by
/// their square roots in p, q and w. λ is chosen from three values, at a cost of one bit.
struct ContactEvidence {
    static let shares = [0.2, 0.5, 0.8]
    static let mostBits = 8.0

    let table: ContactTable
    /// For each entry of the table what it is worth as a's, for each λ: log₂(1 + λ/(1−λ) · p/q).
    let gains: [SIMD4<Float>]
    /// Holders by contact: the table turned round.
    let weights: [Float]

    init(_ table: ContactTable, phones: Int) {
        self.table = table
        let weights = table.calls.map { Float(Bits.weight($0)) }
        var total = 0.0
        var share = [Double](repeating: 0, count: phones)
        for place in table.contact.indices {
            share[Int(table.contact[place])] += Double(weights[place])
            total += Double(weights[place])
        }
        var gains = [SIMD4<Float>](repeating: .zero, count: table.contact.count)
        for phone in 0..<phones {
            let span = table.span(of: phone)
            let own = span.reduce(0.0) { $0 + Double(weights[$1]) }
            for place in span {
                let q = share[Int(table.contact[place])] / total
                let ratio = Double(weights[place]) / own / q
                for (index, lambda) in Self.shares.enumerated() {
                    let gain = min(Self.mostBits, Bits.log2((1 - lambda) + lambda * ratio)) - Bits.log2(1 - lambda)
                    gains[place][index] = Float(max(0, gain))
                }
            }
        }
        self.gains = gains
        self.weights = weights
    }

    /// What b's contacts are worth when none of them is a's, for each λ.
    func base(of phone: Int) -> SIMD4<Float> {
        let weight = table.span(of: phone).reduce(Float(0)) { $0 + weights[$1] }
        var base = SIMD4<Float>(repeating: -.infinity)
        for (index, lambda) in Self.shares.enumerated() { base[index] = weight * Float(Bits.log2(1 - lambda)) - 1 }
        return base
    }
}
