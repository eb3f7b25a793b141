/// R016: reports of a series, numbered, each resting on those before it.
public struct Series: Hashable, Sendable {
    /// An issue.
    public struct Issue: Hashable, Sendable {
        /// Its number, from 1.
        public var number: Int
        /// Numbers of the issues that it rests on.
        public var restsOn: Set<Int>

        /// An issue.
        public init(_ number: Int, restsOn: Set<Int> = []) {
            self.number = number
            self.restsOn = restsOn
        }
    }

    /// The issues in order.
    public let issues: [Issue]

    /// A series; nil when a number is missing or stands twice, or an issue rests on one that comes later.
    public init?(_ issues: [Issue]) {
        let sorted = issues.sorted { $0.number < $1.number }
        guard sorted.map(\.number) == Array(1..<(sorted.count + 1)),
            sorted.allSatisfy({ issue in issue.restsOn.allSatisfy { (1..<issue.number).contains($0) } })
        else { return nil }
        self.issues = sorted
    }
}
