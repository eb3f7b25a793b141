import Formats
import RichPicture
import Words

/// The person who reads a page: their language, the house's zone, and how numbers and dates are written for them.
struct Reader: Sendable {
    var catalogue: Catalogue
    var zone: Zone

    /// The language of the page, as BCP 47.
    var language: String { catalogue.language }

    /// The text of a phrase.
    func callAsFunction(_ phrase: Phrase) -> String { catalogue.text(phrase) }

    /// The text of a key.
    func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String { catalogue(key, arguments) }

    /// The text of a key that says how many: `key.one` for 1, `key.many` otherwise.
    func count(_ key: String, _ number: Int, _ arguments: [String: String] = [:]) -> String {
        var arguments = arguments
        arguments["count"] = self.number(number)
        return catalogue(key + (number == 1 ? ".one" : ".many"), arguments)
    }

    /// A number with its digits in groups: `1,043`.
    func number(_ value: Int) -> String {
        let separator = catalogue("web.number.group")
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }

    /// The date of an instant in the house's zone.
    func date(_ milliseconds: Int) -> String {
        moment(Moment(milliseconds: milliseconds, precision: .day, offset: zone.offset))
    }

    /// Date and minute of an instant in the house's zone.
    func time(_ milliseconds: Int) -> String {
        moment(Moment(milliseconds: milliseconds, precision: .minute, offset: zone.offset))
    }

    /// From a first to a last instant, as days; one day if they are the same.
    func span(_ first: Int?, _ last: Int?) -> String {
        guard let first, let last else { return "" }
        let (from, until) = (date(first), date(last))
        return from == until ? from : catalogue("web.date.span", ["from": from, "until": until])
    }

    /// A moment to its own precision and in the zone in which it was told. Beside the house's zone (in a table whose
    /// heading names it), only another zone is said.
    func moment(_ moment: Moment, besideZone: Bool = false) -> String {
        let local = Moment.civil(milliseconds: moment.milliseconds + moment.offset * 60_000)
        let month = catalogue("web.month.\(local.month)")
        switch moment.precision {
        case .year: return String(local.year)
        case .month: return catalogue("web.date.month", ["month": month, "year": String(local.year)])
        case .day: return day(local, month)
        case .minute, .second, .millisecond:
            // `2026-06-01T08:15:22.120+07:00`: what stands between the T and the zone.
            let clock = moment.iso.split(separator: "T").last.map {
                String($0.prefix { $0.isNumber || $0 == ":" || $0 == "." })
            }
            let isSaid = besideZone && moment.offset == zone.offset
            let arguments = ["date": day(local, month), "time": clock ?? "", "zone": moment.zone]
            return catalogue(isSaid ? "web.date.local" : "web.date.time", arguments)
        }
    }

    private func day(_ local: Moment.Civil, _ month: String) -> String {
        catalogue("web.date.day", ["day": String(local.day), "month": month, "year": String(local.year)])
    }

    /// A length of time in the two largest units: `1 h 12 min`.
    func duration(seconds: Int) -> String {
        let units = [
            ("web.unit.day", 86_400), ("web.unit.hour", 3_600), ("web.unit.minute", 60), ("web.unit.second", 1),
        ]
        guard let largest = units.firstIndex(where: { seconds >= $0.1 }) else {
            return catalogue("web.unit.second", ["n": "0"])
        }
        var rest = seconds
        var parts: [String] = []
        for (key, size) in units[largest...].prefix(2) {
            if rest / size > 0 { parts.append(catalogue(key, ["n": number(rest / size)])) }
            rest %= size
        }
        return parts.joined(separator: " ")
    }

    /// A number of bytes in the unit that suits it.
    func bytes(_ count: Int) -> String {
        let units = ["web.unit.bytes", "web.unit.kilobytes", "web.unit.megabytes", "web.unit.gigabytes"]
        var (value, unit) = (Double(count), 0)
        while value >= 1_000, unit < units.count - 1 { (value, unit) = (value / 1_000, unit + 1) }
        return catalogue(units[unit], ["n": Escape.number(value)])
    }

    /// A length in metres or kilometres.
    func metres(_ length: Double) -> String {
        length < 1_000
            ? catalogue("web.unit.metres", ["n": Escape.number(length.rounded())])
            : catalogue("web.unit.kilometres", ["n": Escape.number(length / 1_000)])
    }

    /// An amount with its currency.
    func money(_ money: Money) -> String {
        let parts = money.number().split(separator: ".", omittingEmptySubsequences: false)
        let whole = number(Int(parts[0]) ?? 0)
        let sign = money.units < 0 && !whole.hasPrefix("-") ? "-" : ""
        let amount = sign + whole + (parts.count > 1 ? "." + parts[1] : "")
        // `XXX` is how ISO 4217 says that no currency is stated.
        return money.currency == "XXX"
            ? amount : catalogue("web.money", ["amount": amount, "currency": money.currency])
    }
}
