/// Where bytes come from, portion by portion: a file, a pipe, an array.
public struct ByteSource {
    /// Fills the beginning of a buffer and says how many bytes it has put there; 0 at the end.
    let read: (UnsafeMutableRawBufferPointer) throws -> Int

    /// Bytes that a function brings.
    public init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) { self.read = read }

    /// Bytes that are there already.
    public init(_ bytes: [UInt8]) {
        var place = 0
        self.init { buffer in
            let count = min(buffer.count, bytes.count - place)
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count]))
            }
            place += count
            return count
        }
    }

    /// Fills the whole buffer, however small the portions that come; says how many bytes there were.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = try read(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
