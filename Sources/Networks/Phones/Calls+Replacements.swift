extension Calls {
    /// Phones that took the place of others, the surest first.
    public func replacements(
        _ settings: ReplacementSettings = ReplacementSettings(), work: Work = .quiet
    ) throws(CancellationError) -> [Replacement] {
        guard count > 0 else { return [] }
        return try ReplacementSearch(self, settings).run(work)
    }
}
