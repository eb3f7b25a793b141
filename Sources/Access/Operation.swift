/// What somebody wants to do.
///
/// Foundation has an `Operation` too; where both are imported, this one is `Access.Operation`.
public enum Operation: Int, CaseIterable, Sendable {
    /// R: read; also to be listed, found and counted.
    case read
    /// C: create.
    case create
    /// U: update or append.
    case update
    /// S: share or route.
    case share
    /// X: export.
    case export
    /// E: request erasure.
    case erase
    /// P: co-approve.
    case approve

    private static let letters = Array("RCUSXEP")

    /// The letter on the page.
    public var letter: Character { Self.letters[rawValue] }

    /// The operation of a letter on the page.
    public init?(letter: Character) {
        guard let place = Self.letters.firstIndex(of: letter) else { return nil }
        self.init(rawValue: place)
    }
}
