import Formats
import HTTPTypes
import Records
import RichPicture
import Words

extension Wire {
    /// What went wrong (RFC 9457).
    struct Problem: WireValue {
        var type: String
        var title: String
        var status: Int
        var detail: String
        var key: String
        /// The guard that did not hold, and the requirement that it enforces.
        var `guard`: String?
        var requirement: String?
        /// The field that does not fit.
        var field: String?
        /// The conflict in which both wishes stand.
        var conflict: String?

        init(_ problem: Web.Problem, _ reader: Reader) {
            type = "about:blank"
            title = reader("web.problem.\(problem.heading)")
            status = problem.status.code
            detail = reader(problem.phrase)
            key = problem.phrase.key
            switch problem.refusal {
            case .refused(let key, let named, _): (self.guard, requirement) = (key, named)
            case .cannotSet(let name, _), .badValue(let name): field = name
            case .conflict(let id): conflict = id
            default: break
            }
        }
    }

    struct Entity: WireValue {
        var id: String
        var kind: String
        var caption: String

        init(_ line: EntityLine) {
            id = line.id
            kind = line.kind.name
            caption = line.caption
        }
    }

    struct Grade: WireValue {
        var scheme: String
        var code: String
        var confidence: Int

        init(_ grade: PictureGrade) {
            scheme = grade.scheme.rawValue
            code = grade.code
            confidence = grade.confidence
        }
    }

    struct Citation: WireValue {
        var source: String
        var sourceName: String
        var stream: String
        var owner: String
        var grade: Grade
        var line: Int

        init(_ citation: PictureCitation) {
            source = citation.source
            sourceName = citation.sourceName
            stream = citation.stream.rawValue
            owner = citation.owner
            grade = Grade(citation.grade)
            line = citation.line
        }
    }

    struct Money: WireValue {
        var amount: String
        var currency: String

        init(_ money: Formats.Money) {
            amount = money.number()
            currency = money.currency
        }
    }

    /// An instant as ISO 8601 in UTC to the millisecond.
    static func instant(_ milliseconds: Int?) -> String? {
        milliseconds.map { Moment(milliseconds: $0, precision: .millisecond, offset: 0).iso }
    }

    struct Count: WireValue {
        var name: String
        var count: Int
    }
}
