/// What a part of a form says of itself: its field's name, and its file's name if it is a file.
struct Disposition: Sendable, Equatable {
    var name: String
    var fileName: String?

    init?(headers: String) {
        let line = headers.split(whereSeparator: \.isNewline)
            .first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line else { return nil }
        let parameters = Self.parameters(String(line))
        guard let name = parameters["name"] else { return nil }
        self.name = name
        // Some browsers send a whole path; only its last part is a name.
        fileName = parameters["filename"].map { $0.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? "" }
    }

    // `form-data; name="file"; filename="a \"b\".csv"`: browsers write a quote as %22 or \".
    private static func parameters(_ line: String) -> [String: String] {
        var parameters: [String: String] = [:]
        var rest = line[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { break }
            let name = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            if rest.first == "\"" {
                let (value, end) = quoted(rest.dropFirst())
                parameters[name] = value
                rest = end
            } else {
                let value = rest.prefix { $0 != ";" }
                parameters[name] = String(value).trimmed
                rest = rest[value.endIndex...]
            }
        }
        return parameters
    }

    private static func quoted(_ text: Substring) -> (value: String, rest: Substring) {
        var value = ""
        var index = text.startIndex
        while index < text.endIndex, text[index] != "\"" {
            let next = text.index(after: index)
            if text[index] == "\\", next < text.endIndex, text[next] == "\"" {
                value.append("\"")
                index = text.index(after: next)
            } else {
                value.append(text[index])
                index = next
            }
        }
        let rest = index < text.endIndex ? text[text.index(after: index)...] : text[text.endIndex...]
        return (value.replacing("%22", with: "\"").replacing("%0D%0A", with: " "), rest)
    }
}
