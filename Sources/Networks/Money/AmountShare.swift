/// How common amounts are: the share of all transfers whose amount lies between two.
struct AmountShare: Sendable {
    /// Up to `most` amounts, evenly picked, ascending.
    private let sorted: [Int64]
    private static let most = 1 << 17

    init(_ transfers: Transfers) {
        let step = max(1, transfers.count / Self.most)
        sorted = stride(from: 0, to: transfers.count, by: step).map { transfers.amount[$0] }.sorted()
    }

    /// The share of transfers from `low` to `high`, both included; never nothing, for what is rare may still happen.
    func share(_ low: Int64, _ high: Int64) -> Double {
        let count = place(after: high) - place(after: low - 1)
        return (Double(count) + 0.5) / (Double(sorted.count) + 1)
    }

    private func place(after amount: Int64) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] <= amount { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
