/// Amounts, times and chances as they stand in reasons.
enum MoneyText {
    /// Minor units as a decimal number: `1234.50`.
    static func amount(_ units: Int64) -> String {
        let magnitude = units.magnitude
        let minor = String(magnitude % 100)
        return (units < 0 ? "-" : "") + "\(magnitude / 100)." + (minor.count < 2 ? "0" : "") + minor
    }

    /// A time in the unit that suits it: seconds, minutes, hours or days.
    static func time(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        return switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\((seconds + 30) / 60) min"
        case ..<172_800: "\((seconds + 1800) / 3600) h"
        default: "\((seconds + 43_200) / 86_400) d"
        }
    }

    /// How many are expected by chance, from its logarithm to base 10: `0.02`, `1e-7`.
    static func chance(_ logarithm: Double) -> String {
        if logarithm < -3 { return "1e\(Int(logarithm.rounded(.up)))" }
        let value = Chance.power10(logarithm)
        return value >= 10 ? String(Int(value.rounded())) : String((value * 1000).rounded() / 1000)
    }

    /// A share in hundredths.
    static func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }
}
