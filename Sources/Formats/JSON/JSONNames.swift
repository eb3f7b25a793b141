/// The names that an object has had so far: none may come twice.
///
/// Most objects are small, so names are compared one by one; a large one gets a set, so that a hostile object of
/// thousands of names does not cost their square.
struct JSONNames {
    private var few: [String] = []
    private var many: Set<String> = []
    private let limit: Int
    private(set) var count = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Notes a name; returns what is wrong with it, if anything.
    mutating func insert(_ name: String) -> JSONFault? {
        guard count < limit else { return .tooManyMembers(limit) }
        count += 1
        if few.count < 16 {
            guard !few.contains(name) else { return .duplicateName(name) }
            few.append(name)
            return nil
        }
        if many.isEmpty { many = Set(few) }
        return many.insert(name).inserted ? nil : .duplicateName(name)
    }
}
