/// Telephone numbers: E.164 digits without the plus, however they were written.
///
/// Three forms of value come out: `66812345678` (international), `TH:1300` (a short code or another number that only
/// means something inside a country) and `local:17` (no country is known, as in test data). Nothing that has digits
/// is thrown away: a number that fits no plan stays a local one, with a note.
public enum PhoneNumber {
    /// The normalised number.
    ///
    ///     PhoneNumber.normalise("081-555 0199", country: "TH")   // 66815550199, shown as +66815550199
    public static func normalise(_ raw: String, country: String? = nil) -> Result<Normalised, IdentifierProblem> {
        var value: [UInt8] = []
        let reader = PhoneReader(country: country)
        switch reader.append(Array(raw.utf8)[...], to: &value) {
        case .failure(let problem): return .failure(problem)
        case .success(let form):
            let text = IdentifierText.text(value)
            var notes: [IdentifierNote] = []
            if form == .local { notes.append(country == nil ? .unscoped : .unusualLength) }
            if reader.hasExtension(raw) { notes.append(.trailingText) }
            return .success(Normalised(text, display: form == .international ? "+" + text : text, notes: notes))
        }
    }
}

/// Reads the numbers of one stream from bytes, without making a string for each: a million call records go through it.
public struct PhoneReader: Sendable {
    /// What kind of number was read.
    public enum Form: Sendable, Hashable {
        /// E.164 digits.
        case international
        /// A short code of the stream's country.
        case short
        /// Digits that no plan explains.
        case local
    }

    private let plan: DialPlan?
    private let scope: [UInt8]

    /// A reader for numbers written in a country (ISO 3166, two letters), or in none that is known.
    public init(country: String?) {
        plan = DialPlan.of(country)
        scope = Array((IdentifierText.country(country).map { $0 + ":" } ?? "local:").utf8)
    }

    /// Appends the normalised value of one raw number (UTF-8). On failure nothing is appended.
    public func append(_ raw: ArraySlice<UInt8>, to out: inout [UInt8]) -> Result<Form, IdentifierProblem> {
        let start = out.count
        switch PhoneDigits.read(raw, into: &out) {
        case .failure(let problem):
            out.removeSubrange(start...)
            return .failure(problem)
        case .success(let plus):
            return .success(arrange(&out, start, plus: plus))
        }
    }

    func hasExtension(_ raw: String) -> Bool {
        raw.dropFirst(6).utf8.contains { PhoneDigits.beginsExtension($0) }
    }

    // MARK: From digits to a number

    private func arrange(_ out: inout [UInt8], _ start: Int, plus: Bool) -> Form {
        if plus || stripInternationalPrefix(&out, start) { return arrangeInternational(&out, start) }
        guard let plan else { return arrangeUnknown(&out, start) }
        let count = out.count - start
        if (3...6).contains(count) {
            out.insert(contentsOf: scope, at: start)
            return .short
        }
        if !plan.trunk.isEmpty, out[start...].starts(with: plan.trunk), plan.lengths.contains(count - plan.trunk.count)
        {
            out.replaceSubrange(start..<start + plan.trunk.count, with: plan.code)
            return .international
        }
        let rest = count - plan.code.count
        if out[start...].starts(with: plan.code), plan.lengths.contains(rest),
            !plan.trunk.isEmpty || !plan.lengths.contains(count)
        {
            return .international
        }
        // A spreadsheet has eaten the leading zero, or the country dials none.
        if plan.lengths.contains(count), !out[start...].starts(with: plan.trunk) || plan.trunk.isEmpty {
            out.insert(contentsOf: plan.code, at: start)
            return .international
        }
        if count >= 10, DialPlan.containing(out[start...]) != nil { return .international }
        out.insert(contentsOf: scope, at: start)
        return .local
    }

    private func arrangeInternational(_ out: inout [UInt8], _ start: Int) -> Form {
        if let plan = trunkedPlan(out[start...]) { out.remove(at: start + plan.code.count) }
        let count = out.count - start
        if (7...15).contains(count) && out[start] != UInt8(ascii: "0") { return .international }
        out.insert(contentsOf: Array("local:".utf8), at: start)
        return .local
    }

    /// The plan of a number written `+66 (0) 81 …`, with the trunk prefix after the code.
    private func trunkedPlan(_ digits: ArraySlice<UInt8>) -> DialPlan? {
        for length in 1...3 where digits.count > length + 7 {
            let code = digits.prefix(length)
            if digits[digits.startIndex + length] == UInt8(ascii: "0"),
                let plan = DialPlan.containing(code + digits.dropFirst(length + 1)), plan.code.elementsEqual(code)
            {
                return plan
            }
        }
        return nil
    }

    private func arrangeUnknown(_ out: inout [UInt8], _ start: Int) -> Form {
        if out.count - start >= 10, out[start] != UInt8(ascii: "0"), DialPlan.containing(out[start...]) != nil {
            return .international
        }
        out.insert(contentsOf: scope, at: start)
        return .local
    }

    private func stripInternationalPrefix(_ out: inout [UInt8], _ start: Int) -> Bool {
        guard out[start] == UInt8(ascii: "0") else { return false }
        let prefixes = plan?.international ?? [Array("00".utf8)]
        for prefix in prefixes where out[start...].starts(with: prefix) {
            let rest = out[(start + prefix.count)...]
            // 001 66 …, but 00 1 202 …: the prefix is right when a known plan explains what follows.
            if DialPlan.containing(rest) != nil || trunkedPlan(rest) != nil {
                out.removeSubrange(start..<start + prefix.count)
                return true
            }
        }
        let plain =
            out[start...].starts(with: Array("00".utf8)) && out.count - start >= 11
            && out[start + 2] != UInt8(ascii: "0")
        if plain { out.removeSubrange(start..<start + 2) }
        return plain
    }
}
