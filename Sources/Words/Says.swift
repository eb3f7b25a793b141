extension StringProtocol {
    /// Whether a text says anything: more than nothing and blanks.
    public var says: Bool { contains { !$0.isWhitespace } }
}
