/// Any bytes, in every encoding: decoded alike in chunks of any size, and encoded again without harm.
func fuzz(_ bytes: [UInt8]) throws {
    func decoded(_ bytes: [UInt8], chunk: Int, from encoding: TextEncoding) throws -> [UInt8] {
        let stream = try ByteStream(bytes, chunk: chunk).decoded(from: encoding)
        var all: [UInt8] = []
        while let chunk = try stream.next() { all += chunk }
        return all
    }
    let detected = TextEncoding.detect(prefix: bytes)
    precondition((0...1).contains(detected.confidence))
    let chosen = TextEncoding.allCases[Int(bytes.first ?? 0) % TextEncoding.allCases.count]
    for encoding in Set([detected.encoding, chosen]) {
        let whole = try decoded(bytes, chunk: 1 << 16, from: encoding)
        for chunk in [1, 3] {
            let pieces = try decoded(bytes, chunk: chunk, from: encoding)
            precondition(pieces == whole, "\(encoding) in chunks of \(chunk) reads otherwise")
        }
        _ = TextEncoding.encode(String(decoding: whole, as: UTF8.self), as: encoding)
    }
    _ = TextEncoding(named: String(decoding: bytes.prefix(20), as: UTF8.self))
}
