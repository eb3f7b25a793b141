import Formats

/// Writes one large JSON object, member by member, long lists an element a line.
struct JSONParts {
    private var bytes: [UInt8] = []
    private var isFirst = true

    mutating func begin() { bytes += "{".utf8 }

    mutating func member(_ name: String, _ value: JSONValue) {
        start(name)
        JSONWriter.write(value, to: &bytes)
    }

    mutating func array<Element>(
        _ name: String, _ elements: [Element], to sink: SampleSink, _ value: (Element) throws -> JSONValue
    ) throws {
        start(name)
        bytes += "[".utf8
        for (index, element) in elements.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            JSONWriter.write(try value(element), to: &bytes)
            if bytes.count > 1 << 16 {
                try sink(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        bytes += "]".utf8
    }

    mutating func end(to sink: SampleSink) throws {
        bytes += "\n}\n".utf8
        try sink(bytes)
    }

    private mutating func start(_ name: String) {
        bytes += (isFirst ? "\n" : ",\n").utf8
        isFirst = false
        JSONWriter.write(string: name, to: &bytes)
        bytes += ":".utf8
    }
}
