/// The bytes that a `TableReader` has in hand, and the room that a row needs.
final class ReadingRoom {
    /// How many bytes fit in; thirty-two more may be read.
    private(set) var capacity: Int
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    /// Room for fields whose quotes were doubled.
    private(set) var scratch: UnsafeMutablePointer<UInt8>
    /// Room for the wanted fields of a row.
    let fields: UnsafeMutablePointer<FieldScan.Field>

    init(capacity: Int, fields count: Int) {
        self.capacity = capacity
        bytes = Self.room(capacity)
        scratch = Self.room(capacity)
        fields = .allocate(capacity: count + 1)
    }

    deinit {
        bytes.deallocate()
        scratch.deallocate()
        fields.deallocate()
    }

    private static func room(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
        let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 32)
        (room + capacity).initialize(repeating: 0, count: 32)
        return room
    }

    /// Moves bytes to the beginning, and makes twice the room where they need more than half of it.
    func keep(_ kept: Range<Int>) {
        if kept.count * 2 > capacity {
            let wider = Self.room(capacity * 2)
            wider.update(from: bytes + kept.lowerBound, count: kept.count)
            bytes.deallocate()
            scratch.deallocate()
            bytes = wider
            scratch = Self.room(capacity * 2)
            capacity *= 2
        } else {
            bytes.update(from: bytes + kept.lowerBound, count: kept.count)
        }
    }

    /// The room after so many bytes.
    func free(after filled: Int) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: bytes + filled, count: capacity - filled)
    }
}
