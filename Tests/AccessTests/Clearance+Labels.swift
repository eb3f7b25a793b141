import Access

extension Clearance {
    /// The labels, sorted; `nil` for everything. The program asks for bits; tests like numbers.
    var labels: [LabelID]? {
        words.map { words in
            words.indices.flatMap { word in
                (0..<64).filter { words[word] & (1 << UInt64($0)) != 0 }.map { word * 64 + $0 }
            }
        }
    }
}
