/// Reads the elements of one long array, one at a time, in bounded memory.
///
/// The array is either the whole text, or the member of the given name in the outermost object, as `features` in
/// GeoJSON. The object's other members are kept in `members`; together with one element they must stay within
/// `limits.recordBytes` each.
///
///     var reader = try JSONElementReader(stream, member: "features")
///     while let element = try reader.next() { … }
public struct JSONElementReader {
    /// One element and where it began.
    public struct Element: Equatable, Sendable {
        /// Where the element begins.
        public var place: JSONPlace
        /// The element.
        public var value: JSONValue
    }

    private enum State {
        case start, elements(isFirst: Bool), after, done
    }

    /// The other members of the outermost object that have been read so far; all of them once `next` is `nil`.
    public private(set) var members = JSONObject()
    /// Whether the array has been met.
    public private(set) var foundArray = false

    private var reader: JSONReader
    private var names: JSONNames
    private let member: String?
    private var state = State.start

    /// Starts reading. Throws what the stream throws.
    ///
    /// - Parameters:
    ///   - stream: the bytes of the JSON text, UTF-8.
    ///   - member: the name of the member that holds the array; `nil` when the text itself is the array.
    ///   - limits: `recordBytes` is the most that one element may take.
    public init(_ stream: ByteStream, member: String? = nil, limits: Limits = .standard) throws {
        self.member = member
        names = JSONNames(limit: limits.fields)
        reader = JSONReader(try JSONSource(stream, limit: limits.recordBytes), limits: limits)
    }

    /// The next element, or `nil` at the end of the text.
    ///
    /// - Throws: `FormatError` when the JSON is broken: nothing after that place can be trusted.
    public mutating func next() throws -> Element? {
        while true {
            switch state {
            case .start:
                try start()
            case .elements(let isFirst):
                reader.renewBudget()
                if try reader.nextElement(isFirst: isFirst) {
                    state = .elements(isFirst: false)
                    _ = try reader.peek()
                    let place = reader.place
                    return Element(place: place, value: try reader.value())
                }
                reader.renewBudget()
                state = .after
            case .after:
                if member != nil, try readMembers() { continue }
                try reader.end()
                state = .done
            case .done:
                return nil
            }
        }
    }

    private mutating func start() throws {
        let opener = member == nil ? UInt8(ascii: "[") : UInt8(ascii: "{")
        let found = try reader.peek()
        guard found == opener else {
            throw reader.place.error(.expected(member == nil ? .list : .object, found: found))
        }
        try reader.open()
        if member == nil {
            foundArray = true
            state = .elements(isFirst: true)
        } else {
            state = .after
        }
    }

    /// Reads members up to the array (`true`) or to the end of the object (`false`).
    private mutating func readMembers() throws -> Bool {
        while let (name, place) = try reader.nextName(&names) {
            if name == member {
                guard try reader.peek() == UInt8(ascii: "[") else { throw place.error(.noList(name)) }
                try reader.open()
                foundArray = true
                state = .elements(isFirst: true)
                return true
            }
            members.append(name, try reader.value(), at: place)
        }
        return false
    }
}
