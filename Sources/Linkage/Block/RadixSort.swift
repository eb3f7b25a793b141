/// A key and the record that has it.
struct KeyedRecord {
    var key: UInt64
    var record: UInt32
}

/// Sorting by 64-bit keys in linear time: least significant byte first, stable.
enum RadixSort {
    /// Sorts by the key; records with one key keep their order.
    static func sort(_ list: inout [KeyedRecord]) {
        guard list.count > 64 else {
            list.sort { $0.key != $1.key ? $0.key < $1.key : $0.record < $1.record }
            return
        }
        // Keys are hashes: 40 of their bits part them well enough, and equal keys stay side by side only if all bits are
        // looked at. Eleven bits a pass, six passes.
        var other = list
        for shift in stride(from: UInt64(0), to: 64, by: 11) {
            pass(&list, &other, shift)
            swap(&list, &other)
        }
    }

    private static func pass(_ from: inout [KeyedRecord], _ to: inout [KeyedRecord], _ shift: UInt64) {
        var starts = [Int](repeating: 0, count: 2049)
        for item in from { starts[Int(item.key >> shift & 2047) + 1] += 1 }
        for digit in 1..<2049 { starts[digit] += starts[digit - 1] }
        for item in from {
            let digit = Int(item.key >> shift & 2047)
            to[starts[digit]] = item
            starts[digit] += 1
        }
    }
}
