import Access

/// A context as it is typed: what is true, with commas between.
extension Context {
    private static let facts: [(name: String, set: @Sendable (inout Context) -> Void)] = [
        ("assigned", { $0.isAssigned = true }),
        ("own", { $0.isOwn = true }),
        ("consent=none", { $0.consent = .none }),
        ("consent=valid", { $0.consent = .valid }),
        ("consent=withdrawn", { $0.consent = .withdrawn }),
        ("approvals=0", { $0.approvals = .none }),
        ("approvals=1", { $0.approvals = .one }),
        ("approvals=2-same", { $0.approvals = .twoOfTheSame }),
        ("approvals=2-different", { $0.approvals = .twoDifferent }),
        ("released", { $0.isReleased = true }),
        ("order", { $0.isUnderOrder = true }),
        ("excluded", { $0.isExcluded = true }),
        ("posting-ended", { $0.isPostingCurrent = false }),
        ("break-glass", { $0.isBreakGlass = true }),
    ]

    init(typed text: String) throws(CLIError) {
        self.init()
        for name in text.split(separator: ",") {
            guard let fact = Self.facts.first(where: { $0.name == name }) else {
                throw .unknown(option: "--context", value: String(name), known: Self.facts.map(\.name))
            }
            fact.set(&self)
        }
    }

    /// What is true, each as it is typed; what is not named there is not so.
    var typed: [String] {
        Self.facts.filter { fact in
            var (with, plain) = (self, Context())
            fact.set(&with)
            fact.set(&plain)
            return with == self && plain != Context()
        }.map(\.name)
    }
}
