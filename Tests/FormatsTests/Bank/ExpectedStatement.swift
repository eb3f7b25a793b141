import Foundation

/// The expected results beside the MT940 files: YAML as Python's `mt-940` dumps its objects. Enough of it is read
/// here to compare: nested keys by indentation, quoted and folded scalars, dates in base64.
struct ExpectedStatement {
    struct Balance: Equatable {
        var amount: String
        var currency: String
        var date: String
    }

    struct Transaction {
        var amount = ""
        var currency: String?
        var status = ""
        var date = ""
        var entryDate: String?
        var fields: [String: String] = [:]
    }

    var fields: [String: String] = [:]
    var balances: [String: Balance] = [:]
    var transactions: [Transaction] = []

    init(yaml: String) {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let entries = Self.flatten(lines)
        for entry in entries where entry.section == "data" { take(entry) }
        for entry in entries where entry.section == "transactions" {
            if entry.startsTransaction { transactions.append(Transaction()) }
            guard !transactions.isEmpty else { continue }
            Self.take(entry, into: &transactions[transactions.count - 1])
        }
    }

    /// A scalar with the path of keys that leads to it.
    private struct Scalar {
        var section: String
        var path: [String]
        var value: String
        var startsTransaction = false
    }

    private mutating func take(_ scalar: Scalar) {
        guard let key = scalar.path.first else { return }
        if scalar.path.count == 1 { return fields[key] = scalar.value == "null" ? nil : scalar.value }
        guard key.hasSuffix("_balance") else { return }
        var balance = balances[key] ?? Balance(amount: "", currency: "", date: "")
        switch scalar.path.last {
        case "amount": balance.amount = scalar.value
        case "currency": balance.currency = scalar.value
        case "date": balance.date = scalar.value
        default: break
        }
        balances[key] = balance
    }

    private static func take(_ scalar: Scalar, into transaction: inout Transaction) {
        guard scalar.path.first == "data", scalar.path.count > 1 else { return }
        let value = scalar.value == "null" ? nil : scalar.value
        switch (scalar.path[1], scalar.path.count) {
        case ("amount", _): if scalar.path.last == "amount" { transaction.amount = scalar.value }
        case ("currency", 2): transaction.currency = value
        case ("status", 2): transaction.status = scalar.value
        case ("date", _): transaction.date = scalar.value
        case ("entry_date", _): transaction.entryDate = value
        case (let key, 2): if let value { transaction.fields[key] = value }
        default: break
        }
    }

    // MARK: - The tolerant reader

    private static func flatten(_ lines: [String]) -> [Scalar] {
        var result: [Scalar] = []
        var section = ""
        var stack: [(indent: Int, key: String)] = []
        var starts = false
        var index = 0
        while index < lines.count {
            var line = lines[index]
            index += 1
            var indent = line.prefix { $0 == " " }.count
            if indent == 0, !line.hasPrefix("-") {
                section = String(line.prefix { $0 != ":" })
                stack = []
                continue
            }
            if section == "transactions", line.hasPrefix("- ") { starts = true; stack = []; continue }
            line = String(line.dropFirst(indent))
            if line.hasPrefix("- ") {  // The argument of a Python call: the value of the key above.
                line = String(line.dropFirst(2))
                guard !stack.isEmpty else { continue }
                if line.hasPrefix("!!binary") {
                    line = date(lines[index].trimmingCharacters(in: .whitespaces))
                    index += 1
                }
                result.append(
                    Scalar(section: section, path: stack.map(\.key), value: unquoted(line), startsTransaction: starts))
                starts = false
                continue
            }
            guard let colon = line.range(of: ":") else { continue }
            while let last = stack.last, last.indent >= indent { stack.removeLast() }
            stack.append((indent, String(line[..<colon.lowerBound])))
            var value = line[colon.upperBound...].trimmingCharacters(in: .whitespaces)
            if value.hasPrefix("!!") || value.isEmpty { continue }
            (value, index) = folded(value, lines: lines, index: index, indent: indent)
            indent = 0
            result.append(
                Scalar(section: section, path: stack.map(\.key), value: unquoted(value), startsTransaction: starts))
            starts = false
        }
        return result
    }

    /// Joins the further lines of a folded scalar: a line end is a space, an empty line is a line end.
    private static func folded(_ value: String, lines: [String], index: Int, indent: Int) -> (String, Int) {
        var (value, index) = (value, index)
        func isOpen(_ text: String) -> Bool {
            guard let quote = text.first, quote == "'" || quote == "\"" else { return false }
            let inner = text.dropFirst().replacingOccurrences(of: quote == "'" ? "''" : "\\\"", with: "")
            return !inner.hasSuffix(String(quote))
        }
        while index < lines.count {
            let line = lines[index]
            let deeper = line.prefix { $0 == " " }.count > indent
            guard isOpen(value) || (deeper && !line.isEmpty && !value.hasPrefix("'") && !value.hasPrefix("\"")) else {
                break
            }
            index += 1
            let text = line.trimmingCharacters(in: .whitespaces)
            if value.hasSuffix("\\") {
                value = value.dropLast() + text
            } else {
                value += text.isEmpty ? "\n" : value.hasSuffix("\n") ? text : " " + text
            }
        }
        return (value, index)
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, let quote = text.first, text.last == quote else { return text }
        let inner = String(text.dropFirst().dropLast())
        if quote == "'" { return inner.replacingOccurrences(of: "''", with: "'") }
        guard quote == "\"" else { return text }
        var result = ""
        var rest = inner[...]
        while let first = rest.popFirst() {
            guard first == "\\", let escape = rest.popFirst() else { result.append(first); continue }
            switch escape {
            case "n": result.append("\n")
            case "t": result.append("\t")
            case "x", "u":
                let digits = rest.prefix(escape == "x" ? 2 : 4)
                rest = rest.dropFirst(digits.count)
                if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    result.unicodeScalars.append(scalar)
                }
            default: result.append(escape)
            }
        }
        return result
    }

    /// Python pickles a date as four bytes: year (two), month, day.
    private static func date(_ base64: String) -> String {
        guard let bytes = Data(base64Encoded: base64), bytes.count >= 4 else { return base64 }
        return BankDateText.iso(Int(bytes[0]) * 256 + Int(bytes[1]), Int(bytes[2]), Int(bytes[3]))
    }
}

private enum BankDateText {
    static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        String(format: "%04d-%02d-%02d", year, month, day)
    }
}
