/// What a person who types something into the search box may mean by it.
public enum IdentifierQuery {
    /// An identifier to look up, whole or by its end.
    public struct Candidate: Hashable, Sendable {
        /// How the stored value has to agree.
        public enum Match: Hashable, Sendable {
            case whole
            /// The stored value ends with the candidate's: the last digits of a number.
            case ending
        }

        /// What to look for.
        public var identifier: Identifier
        /// How the stored value has to agree with it.
        public var match: Match
    }

    /// The identifiers that a text can be, likeliest first, without duplicates; none for an ordinary word.
    ///
    /// - Parameter country: where the reader works; numbers without a country code are read there.
    public static func candidates(_ text: String, country: String?) -> [Candidate] {
        var found = Candidates()
        let compact = IdentifierText.compact(text)
        let digits = compact.utf8.count { (0x30...0x39).contains($0) }
        if text.contains("@") || text.contains("/") {
            found.add(.email, EmailAddress.normalise(text))
            if !text.hasPrefix("+") { found.add(.handle, Handle.normalise(text)) }
        }
        guard digits > 0 else { return found.all }
        if text.contains(":") { found.addValue(text) }
        addNumbers(text, compact, country, to: &found)
        addMarks(text, compact, digits, country, to: &found)
        return found.all
    }

    private static func addNumbers(_ text: String, _ compact: String, _ country: String?, to found: inout Candidates) {
        let onlyDigits = compact.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard onlyDigits || text.utf8.first == UInt8(ascii: "+") else { return }
        found.add(.phone, PhoneNumber.normalise(text, country: country))
        if country != nil { found.add(.phone, PhoneNumber.normalise(text, country: nil)) }
        if (5...10).contains(compact.utf8.count) {
            // Without the trunk zero, which the international form does not have.
            let ending = compact.hasPrefix("0") ? String(compact.dropFirst()) : compact
            found.add(.phone, .success(Normalised(ending, display: "…\(ending)")), .ending)
        }
        if (14...16).contains(compact.utf8.count) { found.add(.imei, IMEI.normalise(compact)) }
        if compact.utf8.count == 15 { found.add(.imsi, IMSI.normalise(compact)) }
        if compact.utf8.count >= 6 {
            found.add(.account, .success(Normalised(compact)), .ending)
        }
        found.add(.cell, CellID.normalise(text))
    }

    private static func addMarks(
        _ text: String, _ compact: String, _ digits: Int, _ country: String?, to found: inout Candidates
    ) {
        let length = compact.unicodeScalars.count
        if length >= 6 || digits != length { found.add(.account, Account.normalise(text, country: country)) }
        if digits >= 4 {
            found.add(.document, DocumentNumber.normalise(text, country: country))
            found.add(.document, .success(Normalised(compact)), .ending)
            found.add(.companyNumber, CompanyNumber.normalise(text, country: country))
            found.add(.companyNumber, .success(Normalised(compact)), .ending)
        }
        if (1...7).contains(digits), length <= 40, length > digits {
            found.add(.plate, Plate.normalise(text, country: country))
            if !compact.unicodeScalars.contains(where: { $0.value > 0x7F }) {
                found.add(.plate, .success(Normalised(compact)), .ending)
            }
        }
    }
}

/// Candidates as they are gathered, each once.
private struct Candidates {
    private(set) var all: [IdentifierQuery.Candidate] = []

    mutating func add(
        _ kind: IdentifierKind, _ result: Result<Normalised, IdentifierProblem>,
        _ match: IdentifierQuery.Candidate.Match = .whole
    ) {
        guard case .success(let normalised) = result, !normalised.value.isEmpty else { return }
        let candidate = IdentifierQuery.Candidate(identifier: Identifier(kind: kind, normalised), match: match)
        let isKnown = all.contains {
            $0.match == match && $0.identifier.kind == kind && $0.identifier.value == normalised.value
        }
        if !isKnown { all.append(candidate) }
    }

    /// A stored value pasted back: `TH:1300`, `local:17`.
    mutating func addValue(_ text: String) {
        for kind in [IdentifierKind.phone, .account, .document, .companyNumber, .cell, .plate] {
            add(kind, .success(Normalised(text)))
        }
    }
}
