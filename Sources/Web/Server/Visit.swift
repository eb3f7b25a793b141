import Access
import Hummingbird
import Identity
import RichPicture

/// One request, whoever sends it.
struct Call: Sendable {
    var request: Request
    let world: WebWorld
    let reader: Reader
    let query: Query
    /// The `{id}` or `{name}` of the path, decoded.
    let id: String
    /// When the request came, in milliseconds since 1970 UTC.
    let now: Int
    /// What every page says of who looks.
    let eyes: Eyes
    /// Whether it is a program with a token of its own.
    let isBearer: Bool

    init(_ request: Request, _ context: WebContext, id: String, _ world: WebWorld) {
        self.request = request
        self.world = world
        reader = world.reader(language: context.language)
        query = Query(parsing: request.uri.query ?? "")
        self.id = Percent.decodePath(id)
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
    var id: String { call.id }
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
}
