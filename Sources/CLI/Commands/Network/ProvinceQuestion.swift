import Formats
import Foundation
import Networks

/// A question about a sample province whose answer is known.
///
/// To ask another, write it in a file of its own and add it to `all`.
struct ProvinceQuestion: Sendable {
    /// What is asked, as it stands in the table.
    let name: String
    /// Asks it.
    let ask: @Sendable (Province) throws -> Answer

    /// What there is to find, what was found, and how much of that is right.
    struct Answer: Sendable, Hashable {
        var expected: Int
        var found: Int
        var right: Int
        /// The share of what was found that is right; 1 when nothing was.
        var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        /// The share of what there is that was found.
        var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
    }

    /// The province: its folder, its truth, its calls, and which phones seem to have replaced others.
    struct Province {
        let folder: String
        let truth: JSONObject
        let calls: NamedCalls
        let replacements: [Replacement]
    }

    /// All questions, in the order of the table.
    static let all: [ProvinceQuestion] = replacedPhones
}

extension ProvinceQuestion {
    /// The phones that the leaders replaced together, the day on which they did, and whoever else changed a number.
    static let replacedPhones = [
        ProvinceQuestion(name: "replaced phones of the leaders") { province in
            let leaders = pairs("replacedPhones", province)
            let found = proposed(province)
            // What is proposed besides is judged with everybody's changes, below.
            let others = pairs("otherPhoneChanges", province)
            return Answer(
                expected: leaders.count, found: found.subtracting(others).count,
                right: found.intersection(leaders).count)
        },
        ProvinceQuestion(name: "day on which the leaders changed") { province in
            let leaders = pairs("replacedPhones", province)
            let pairs = province.replacements.filter { leaders.contains(names($0, province)) }
            let day = ChangeDay.days(pairs, zoneOffset: province.calls.zoneOffset).first.map {
                String((Figures.instant(Int($0.start + province.calls.zoneOffset)) ?? "").prefix(10))
            }
            // A day of quiet may lie between the last call of the old phones and the first of the new ones.
            let isRight = day != nil && day == province.truth["changeDay"]?.text
            return Answer(expected: leaders.isEmpty ? 0 : 1, found: day == nil ? 0 : 1, right: isRight ? 1 : 0)
        },
        ProvinceQuestion(name: "all changed numbers") { province in
            let truth = pairs("replacedPhones", province).union(pairs("otherPhoneChanges", province))
            let found = proposed(province)
            return Answer(expected: truth.count, found: found.count, right: found.intersection(truth).count)
        },
        ProvinceQuestion(name: "new phones that replace nothing, left alone") { province in
            let newcomers = Set((province.truth["newcomers"]?.array ?? []).compactMap(\.text))
            let wrong = province.replacements.filter { newcomers.contains(names($0, province)[1]) }
            return Answer(
                expected: newcomers.count, found: newcomers.count, right: newcomers.count - wrong.count)
        },
    ]

    /// The pairs of a list of the truth; changes of the handset alone keep the number and are none.
    private static func pairs(_ key: String, _ province: Province) -> Set<[String]> {
        Set(
            (province.truth[key]?.array ?? []).compactMap { entry in
                guard let old = entry.object?["old"]?.text, let new = entry.object?["new"]?.text, old != new else {
                    return nil
                }
                return [old, new]
            })
    }

    private static func proposed(_ province: Province) -> Set<[String]> {
        Set(province.replacements.map { names($0, province) })
    }

    private static func names(_ pair: Replacement, _ province: Province) -> [String] {
        [province.calls.phones.text(pair.old), province.calls.phones.text(pair.new)]
    }
}
