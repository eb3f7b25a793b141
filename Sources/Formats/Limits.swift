/// How much of an input a reader is willing to hold, so that a hostile file is refused early and cheaply.
///
/// Every reader counts as it goes and throws a `FormatError` the moment a limit is passed: a bomb never gets
/// to use the memory that it asks for.
public struct Limits: Sendable, Equatable {
    /// The longest line or record, in bytes.
    public var recordBytes = 1 << 20
    /// The longest single field, text run or attribute, in bytes.
    public var fieldBytes = 1 << 18
    /// The most fields (columns) in a record.
    public var fields = 4_096
    /// The deepest nesting of XML elements or JSON values.
    public var depth = 64
    /// The largest compressed container (XLSX) that is read into memory.
    public var containerBytes = 100 << 20
    /// The most that a container may unpack to, in bytes, in all.
    public var unpackedBytes = 1 << 30
    /// The most that one container entry may unpack to for each packed byte, once past a first megabyte.
    public var expansion = 200

    /// The limits in force unless said otherwise.
    public static let standard = Limits()

    /// Makes the standard limits, to be changed where needed.
    public init() {}
}
