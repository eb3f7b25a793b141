import Glibc

/// The C library's converter between encodings, made safe to use: it belongs to one owner and is closed with it.
///
/// The only unsafe code of this room's text part stands here. Its safety argument: `iconv` reads at most `inLeft`
/// bytes from `inNext` and writes at most `outLeft` bytes to `outNext`; both pointers are made from the very
/// buffers whose counts are given, inside the closures that keep those buffers alive, and neither is kept after.
final class Iconv {
    /// Why a conversion stopped.
    enum Stop {
        /// All input was taken.
        case done
        /// The output is full; call again with the rest.
        case full
        /// The input ends inside a character; call again with the rest and more.
        case incomplete
        /// No character begins with the next bytes, or the target encoding does not have it.
        case malformed
    }

    private let descriptor: iconv_t

    /// Opens a converter. Fails when the C library does not have one of the encodings.
    init?(from source: String, to target: String) {
        guard let opened = iconv_open(target, source), opened != iconv_t(bitPattern: -1) else { return nil }
        descriptor = opened
    }

    deinit {
        iconv_close(descriptor)
    }

    /// Converts bytes, appending to `output` at most `room` bytes, and says how many it took and why it stopped.
    func convert(_ input: ArraySlice<UInt8>, into output: inout [UInt8], room: Int) -> (taken: Int, stop: Stop) {
        var taken = 0
        var stop = Stop.done
        let written = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            input.withUnsafeBytes { source in
                var inNext = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var inLeft = source.count
                var outNext = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var outLeft = room
                if inLeft > 0, iconv(descriptor, &inNext, &inLeft, &outNext, &outLeft) == -1 {
                    stop = Self.stop(errno)
                }
                taken = source.count - inLeft
                count = room - outLeft
            }
        }
        output += written
        return (taken, stop)
    }

    /// Appends what the converter still holds back (windows-1258 waits for a tone mark) and starts afresh.
    func finish(into output: inout [UInt8]) {
        let room = 16
        output += [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            var outNext = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var outLeft = room
            _ = iconv(descriptor, nil, nil, &outNext, &outLeft)
            count = room - outLeft
        }
    }

    private static func stop(_ code: CInt) -> Stop {
        switch code {
        case E2BIG: .full
        case EINVAL: .incomplete
        default: .malformed
        }
    }
}
