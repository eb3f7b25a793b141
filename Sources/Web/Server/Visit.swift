import Access
import Hummingbird
import Identity
import Records
import RichPicture

/// One request, whoever sends it.
struct Call: Sendable {
    var request: Request
    let world: WebWorld
    let reader: Reader
    let query: Query
    /// The places of the path, `{id}` and others, decoded.
    let places: [String: String]
    /// When the request came, in milliseconds since 1970 UTC.
    let now: Int
    /// What every page says of who looks.
    let eyes: Eyes
    /// Whether it is a program with a token of its own.
    let isBearer: Bool

    init(_ request: Request, _ context: WebContext, places: [String: String], _ world: WebWorld) {
        self.request = request
        self.world = world
        reader = world.reader(language: context.language)
        query = Query(parsing: request.uri.query ?? "")
        self.places = places
        now = context.now
        eyes = Eyes(context.visitor, request, world)
        isBearer =
            switch context.visitor {
            case .stranger: false
            case .account(let signedIn), .viewer(let signedIn, _): signedIn.isBearer
            }
    }
}

/// Something that has been asked of us, by anybody or by somebody we know.
protocol Asked: Sendable {
    var call: Call { get }
}

extension Call: Asked {
    var call: Call { self }
}

extension Asked {
    var request: Request { call.request }
    var world: WebWorld { call.world }
    var reader: Reader { call.reader }
    var query: Query { call.query }
    /// The `{id}` of the path.
    var id: String { call.places["id"] ?? "" }
    /// The `{type}` of the path: a type of record.
    var type: String { call.places["type"] ?? "" }
    var places: [String: String] { call.places }
    var book: RecordBook { call.world.book }
    var now: Int { call.now }
    var picture: RichPicture { call.world.picture }
}

/// A request of somebody who has signed in.
struct AccountVisit: Asked {
    let call: Call
    let session: Session
    let token: String
    /// As whom they act at this moment, if a posting runs.
    let viewer: Viewer?
}

/// A request of a viewer with all that its handler needs.
struct Visit: Asked {
    let call: Call
    let session: Session
    let viewer: Viewer

    /// Whether a second factor was shown just now.
    var isFresh: Bool { session.freshness?.meets(.secondFactor, at: now) == true }
}
