import HTTPTypes
import Hummingbird
import Identity
import NIOHTTP1
import Records
import RichPicture
import Words

/// What is answered when something cannot be done: a status for programs, words for people.
struct Problem: HTTPResponseError, Explained {
    var status: HTTPResponse.Status
    var phrase: Phrase
    /// Where a person is led instead of being told; programs are told.
    var door: Door?
    /// Seconds after which it may be tried again.
    var retryAfter: Int?

    /// What stands between somebody and what they asked for.
    enum Door: Sendable, Hashable {
        case signIn
        case enrol
        case posting
        case prove(StepUp)
    }

    /// Nobody has signed in.
    static let signIn = Problem(status: .unauthorized, phrase: Phrase("web.problem.sign-in"), door: .signIn)

    /// Signed in, and without a second factor.
    static let enrol = Problem(status: .unauthorized, phrase: Phrase("web.problem.enrol"), door: .enrol)

    /// Signed in, and without a posting that runs.
    static let noPosting = Problem(status: .unauthorized, phrase: Phrase("web.problem.posting"), door: .posting)
    /// What the desk said, for faces that show it beside a field or lead to a conflict.
    var refusal: DeskError?

    /// The answer for what is unknown and for what may not be seen: the same.
    static let notFound = Problem(status: .notFound, phrase: Phrase("web.problem.not-found.text"))

    /// Something went wrong inside; the details stay in the log.
    static let inside = Problem(status: .internalServerError, phrase: Phrase("web.problem.inside.text"))

    /// What the page is headed with.
    var heading: String {
        switch status.code {
        case 404: "not-found"
        case 400..<500: "refused"
        case 503: "later"
        default: "inside"
        }
    }

    /// Whatever was thrown, as an answer.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case IntakeError.unknownSource, DeskError.notFound, LinkRefusal.gone, LinkRefusal.unknown: self = .notFound
        case let identity as IdentityError: self.init(identity)
        case let intake as IntakeError:
            if case .wrongState = intake {
                self.init(status: .conflict, phrase: intake.phrase)
            } else {
                self.init(status: .unprocessableContent, phrase: intake.phrase)
            }
        case let refusal as DeskError: self = Self.desk(refusal)
        case let http as HTTPError: self = Self.http(http)
        // The connection ended, or was ended, in the midst of the body: nobody is there to read this, nothing is broken.
        case is HTTPParserError: self.init(status: .badRequest, phrase: Phrase("web.problem.malformed"))
        // The disk is full, another node is writing: what the storage says is for the operator to act upon.
        case let explained as any Explained where explained.phrase.key.hasPrefix("storage."):
            self.init(status: .serviceUnavailable, phrase: explained.phrase)
        case let explained as any Explained:
            self.init(status: .unprocessableContent, phrase: explained.phrase)
        default: self = .inside
        }
    }

    init(status: HTTPResponse.Status, phrase: Phrase, door: Door? = nil, retryAfter: Int? = nil) {
        self.status = status
        self.phrase = phrase
        self.door = door
        self.retryAfter = retryAfter
    }

    private init(_ error: IdentityError) {
        switch error {
        case .tooSoon(let wait), .tooMany(let wait):
            self.init(status: .tooManyRequests, phrase: error.phrase, retryAfter: (wait + 999) / 1_000)
        case .busy: self.init(status: .serviceUnavailable, phrase: error.phrase, retryAfter: 2)
        case .refused: self.init(status: .unauthorized, phrase: error.phrase)
        case .ended: self.init(status: .unauthorized, phrase: error.phrase, door: .signIn)
        case .notFresh(let stepUp): self.init(status: .forbidden, phrase: error.phrase, door: .prove(stepUp))
        case .notADemonstration: self = .notFound
        default: self.init(status: .unprocessableContent, phrase: error.phrase)
        }
    }

    private static func desk(_ refusal: DeskError) -> Problem {
        let status: HTTPResponse.Status =
            switch refusal {
            case .notFound, .unknownType: .notFound
            case .notAllowed, .approvalNeeded, .ownRequest: .forbidden
            case .wrongState, .conflict, .cannotUndo: .conflict
            case .refused, .cannotSet, .badValue, .keyReused, .reasonNeeded: .unprocessableContent
            case .vaultSealed: .serviceUnavailable
            }
        guard status != .notFound else { return .notFound }
        var problem = Problem(status: status, phrase: refusal.phrase)
        problem.refusal = refusal
        return problem
    }

    private static func http(_ error: HTTPError) -> Problem {
        switch error.status.code {
        case 404, 405: .notFound
        case 413: Problem(status: .contentTooLarge, phrase: Phrase("web.problem.too-large"))
        case 400..<500: Problem(status: error.status, phrase: Phrase("web.problem.malformed"))
        default: .inside
        }
    }

    // The one place that answers is `ProblemMiddleware`; this is what Hummingbird would do without it.
    func response(from request: Request, context: some RequestContext) throws -> Response { Response(status: status) }
}
