extension Profile {
    /// Reads a profile from its text.
    ///
    ///     profile: vast2008
    ///     title: VAST Challenge 2008, call records
    ///     stream: telephony
    ///     zone: UTC
    ///
    ///     table calls
    ///     event call
    ///         from = From as phone
    ///         start = DateTime as time M/d/yyyy H:mm
    ///
    /// Throws a `ProfileError` that names the line and what was expected.
    public init(parsing text: String) throws(ProfileError) {
        var parser = ProfileParser(text: text)
        self = try parser.parse()
    }
}

/// Reads the lines of a profile from top to bottom; indentation is only for the eye.
struct ProfileParser {
    let text: String
    private var header: [String: String] = [:]
    private var stream: StreamKind?
    private var tables: [Profile.Table] = []
    /// The line of each fact, by table.
    private var lines: [[Int]] = []
    private var line = 0

    init(text: String) { self.text = text }

    mutating func parse() throws(ProfileError) -> Profile {
        for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
            line += 1
            let content = Self.trimmed(raw)
            guard !content.isEmpty, !content.hasPrefix("#") else { continue }
            try read(content)
        }
        for required in ["profile", "title", "stream"] where header[required] == nil {
            throw ProfileError(line: 0, problem: .missing(required))
        }
        guard let name = header["profile"], let title = header["title"], let stream, !tables.isEmpty else {
            throw ProfileError(line: 0, problem: .missing("table"))
        }
        for index in tables.indices { try finish(&tables[index], lines[index]) }
        return Profile(
            name: name, title: title, stream: stream, zone: header["zone"], country: header["country"],
            encoding: header["encoding"], tables: tables, text: text)
    }

    private mutating func read(_ content: String) throws(ProfileError) {
        let words = content.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        switch words[0] {
        case "table":
            tables.append(
                Profile.Table(name: words.dropFirst().joined(separator: " "), facts: [], needs: [], columns: []))
            lines.append([])
        case "need": try need(content)
        case "event": try append(.event(eventFact(words, content)))
        case "entity": try append(.entity(entityFact(words, content)))
        case "link": try append(.link(linkFact(words)))
        default:
            if let equals = content.firstRange(of: " = ") {
                try assign(
                    Self.trimmed(content[..<equals.lowerBound]), Self.trimmed(content[equals.upperBound...]))
            } else if tables.isEmpty, let colon = content.firstIndex(of: ":") {
                try head(String(content[..<colon]), Self.trimmed(content[content.index(after: colon)...]))
            } else {
                throw fail(.notUnderstood(content, expected: "table, need, event, entity, link, or FIELD = COLUMN"))
            }
        }
    }

    private mutating func head(_ key: String, _ value: String) throws(ProfileError) {
        guard ["profile", "title", "stream", "zone", "country", "encoding"].contains(key) else {
            throw fail(.notUnderstood(key, expected: "profile, title, stream, zone, country, encoding"))
        }
        header[key] = value.isEmpty ? nil : value
        if key == "stream" {
            stream = StreamKind(rawValue: value)
            if stream == nil { throw fail(.unknownStream(value)) }
        }
    }

    private mutating func append(_ fact: Profile.Fact) throws(ProfileError) {
        guard !tables.isEmpty else { throw fail(.outsideTable) }
        tables[tables.count - 1].facts.append(fact)
        lines[lines.count - 1].append(line)
    }

    // need reg_no, name_th
    private mutating func need(_ content: String) throws(ProfileError) {
        guard let table = tables.indices.last else { throw fail(.outsideTable) }
        let columns = content.dropFirst("need".count).split(separator: ",").map { Self.unquoted(Self.trimmed($0)) }
        guard !columns.isEmpty, !columns.contains("") else {
            throw fail(.notUnderstood(content, expected: "need COLUMN, COLUMN"))
        }
        tables[table].needs += columns
    }

    // event call when "CALL_TYPE" is VOICE|MOC
    private func eventFact(_ words: [String], _ content: String) throws(ProfileError) -> Profile.EventFact {
        guard words.count >= 2, let kind = EventKind(name: words[1]) else {
            throw fail(.unknownKind(words.count > 1 ? words[1] : content))
        }
        return Profile.EventFact(kind: kind, conditions: try conditions(content), fields: [:])
    }

    // entity company c key REG_NO as companyNumber when …
    private func entityFact(_ words: [String], _ content: String) throws(ProfileError) -> Profile.EntityFact {
        guard words.count >= 3, let kind = EntityKind(name: words[1]) else {
            throw fail(.unknownKind(words.count > 1 ? words[1] : content))
        }
        let body = content.firstRange(of: " when ").map { String(content[..<$0.lowerBound]) } ?? content
        var key: Profile.Field?
        if let start = body.firstRange(of: " key ") {
            key = try field(Self.trimmed(body[start.upperBound...]), identifier: kind)
        }
        return Profile.EntityFact(
            kind: kind, alias: words[2], key: key, conditions: try conditions(content), position: [:], names: [],
            fields: [])
    }

    // link director from c to p
    private func linkFact(_ words: [String]) throws(ProfileError) -> Profile.LinkFact {
        guard words.count == 6, words[2] == "from", words[4] == "to" else {
            throw fail(.notUnderstood(words.joined(separator: " "), expected: "link PROPERTY from ALIAS to ALIAS"))
        }
        guard let property = Property(name: words[1]), property.isLink else { throw fail(.unknownProperty(words[1])) }
        return Profile.LinkFact(property: property, from: words[3], to: words[5])
    }

    private func conditions(_ content: String) throws(ProfileError) -> [Profile.Condition] {
        guard let when = content.firstRange(of: " when ") else { return [] }
        let clause = Self.trimmed(content[when.upperBound...])
        guard let equals = clause.firstRange(of: " is ") else {
            throw fail(.notUnderstood(clause, expected: "when COLUMN is VALUE|VALUE"))
        }
        let values = clause[equals.upperBound...].split(separator: "|").map { Self.unquoted(Self.trimmed($0)) }
        return [Profile.Condition(column: Self.unquoted(Self.trimmed(clause[..<equals.lowerBound])), values: values)]
    }

    private mutating func assign(_ name: String, _ value: String) throws(ProfileError) {
        guard let table = tables.indices.last, let last = tables[table].facts.indices.last else {
            throw fail(.outsideTable)
        }
        switch tables[table].facts[last] {
        case .event(var event):
            guard let role = Profile.Role(rawValue: name) else { throw fail(.unknownRole(name)) }
            let parsed = try field(value, identifier: nil)
            if let expected = role.expected(parsed.type) { throw fail(.notUnderstood(value, expected: expected)) }
            event.fields[role] = parsed
            tables[table].facts[last] = .event(event)
        case .entity(var entity):
            let parsed = try field(value, identifier: nil)
            if let coordinate = Profile.Coordinate(rawValue: name) {
                entity.position[coordinate] = parsed
            } else if let property = Property(name: name), !property.isLink {
                entity.names.append(property)
                entity.fields.append(parsed)
            } else {
                throw fail(.unknownProperty(name))
            }
            tables[table].facts[last] = .entity(entity)
        case .link:
            throw fail(.notUnderstood("\(name) = \(value)", expected: "event or entity before its fields"))
        }
    }

    // "457-01-" & LAC & "-" & CI as cell lang th
    private func field(_ text: String, identifier: EntityKind?) throws(ProfileError) -> Profile.Field {
        var rest = text
        var language: String?
        if let mark = rest.lastRange(of: " lang ") {
            language = Self.trimmed(rest[mark.upperBound...])
            rest = Self.trimmed(rest[..<mark.lowerBound])
        }
        var type = identifier.map { $0.isIdentifier ? Profile.FieldType.identifier($0) : .text } ?? .text
        if let mark = rest.lastRange(of: " as ") {
            type = try fieldType(Self.trimmed(rest[mark.upperBound...]))
            rest = Self.trimmed(rest[..<mark.lowerBound])
        }
        return Profile.Field(parts: Self.parts(rest), type: type, language: language)
    }

    private func fieldType(_ text: String) throws(ProfileError) -> Profile.FieldType {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first ?? "" {
        case "text": return .text
        case "seconds" where text == "seconds or nothing": return .secondsOrNothing
        case "seconds" where words.count == 1: return .seconds
        case "clock": return .clock
        case "money": return .money
        case "money-comma": return .moneyComma
        case "number": return .number
        case "time":
            guard words.count == 2, let pattern = TimePattern(words[1]) else { throw fail(.unknownType(text)) }
            return .time(pattern)
        default:
            guard let kind = EntityKind(name: text) else { throw fail(.unknownType(text)) }
            return .identifier(kind)
        }
    }

    // Columns joined by " & "; quoted parts are literal texts, unless the whole field is one quoted column name.
    private static func parts(_ text: String) -> [Profile.Field.Part] {
        let pieces = text.split(separator: " & ", omittingEmptySubsequences: true).map { trimmed($0) }
        return pieces.map { piece in
            piece.hasPrefix("\"") && pieces.count > 1 ? .literal(unquoted(piece)) : .column(unquoted(piece))
        }
    }

    // The columns of a table, and whether its links and events hang together.
    private func finish(_ table: inout Profile.Table, _ lines: [Int]) throws(ProfileError) {
        var columns: [String] = []
        var aliases: Set<String> = []
        func mention(_ names: [String]) {
            for name in names where !columns.contains(name) { columns.append(name) }
        }
        mention(table.needs)
        for (fact, line) in zip(table.facts, lines) {
            switch fact {
            case .event(let event):
                guard event.fields[.from] != nil || event.fields[.who] != nil, event.fields[.start] != nil else {
                    throw ProfileError(line: line, problem: .noFrom(event.kind.name))
                }
                mention(event.conditions.map(\.column))
                for role in Profile.Role.allCases { mention(event.fields[role]?.columns ?? []) }
            case .entity(let entity):
                guard aliases.insert(entity.alias).inserted else {
                    throw ProfileError(line: line, problem: .notUnderstood(entity.alias, expected: "a name of its own"))
                }
                mention(entity.conditions.map(\.column) + (entity.key?.columns ?? []))
                for field in entity.fields { mention(field.columns) }
                for coordinate in Profile.Coordinate.allCases { mention(entity.position[coordinate]?.columns ?? []) }
            case .link(let link):
                for alias in [link.from, link.to] where !aliases.contains(alias) {
                    throw ProfileError(line: line, problem: .unknownAlias(alias))
                }
            }
        }
        table.columns = columns
    }

    private func fail(_ problem: ProfileError.Problem) -> ProfileError { ProfileError(line: line, problem: problem) }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let spaces: Set<Character> = [" ", "\t", "\r"]
        return String(text.drop { spaces.contains($0) }.reversed().drop { spaces.contains($0) }.reversed())
    }

    private static func unquoted(_ text: String) -> String {
        text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
    }
}

extension Profile.Role {
    /// What a field of this role has to be read as, in words; `nil` when the type is one that fits.
    fileprivate func expected(_ type: Profile.FieldType) -> String? {
        switch (self, type) {
        case (.from, .identifier), (.to, .identifier), (.who, .identifier), (.place, .identifier),
            (.handset, .identifier),
            (.sim, .identifier), (.start, .time), (.end, .time), (.duration, .seconds), (.duration, .secondsOrNothing),
            (.duration, .clock),
            (.amount, .money), (.amount, .moneyComma), (.currency, .text), (.note, .text):
            nil
        case (.from, _), (.to, _), (.who, _), (.place, _): "COLUMN as KIND, such as phone, account or plate"
        case (.handset, _): "COLUMN as handset"
        case (.sim, _): "COLUMN as sim"
        case (.start, _), (.end, _): "COLUMN as time PATTERN"
        case (.duration, _): "COLUMN as seconds, or as clock"
        case (.amount, _): "COLUMN as money, or as money-comma"
        case (.currency, _), (.note, _): "COLUMN"
        }
    }
}

extension StringProtocol {
    /// The last occurrence of a text.
    func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
