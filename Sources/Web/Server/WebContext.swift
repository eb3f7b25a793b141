import Access
import Hummingbird
import Records
import RichPicture

/// A request before it is known who asks.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks, once the door has told.
    var viewer: Viewer?
    /// The language of the answer, as BCP 47.
    var language = "en"
    /// When the request came, in milliseconds since 1970 UTC.
    var now = 0
    /// Whether a second factor was shown just now.
    var isFresh = false

    init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }
}

/// A request of a known viewer. Routes hang on this context, so that a handler without a viewer does not compile.
struct ViewerContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let viewer: Viewer
    let language: String
    let now: Int
    let isFresh: Bool

    init(context: WebContext) throws {
        guard let viewer = context.viewer else { throw Problem.notFound }
        coreContext = context.coreContext
        self.viewer = viewer
        language = context.language
        now = context.now
        isFresh = context.isFresh
    }
}

/// One request with all that its handler needs.
struct Visit: Sendable {
    let request: Request
    let viewer: Viewer
    let reader: Reader
    let world: WebWorld
    let query: Query
    /// The places of the path, `{id}` and others, decoded.
    let places: [String: String]
    /// Whether a second factor was shown just now.
    let isFresh: Bool
    /// When the request came, in milliseconds since 1970 UTC.
    let now: Int

    init(_ request: Request, _ context: ViewerContext, _ world: WebWorld) {
        self.request = request
        viewer = context.viewer
        reader = world.reader(language: context.language)
        self.world = world
        query = Query(parsing: request.uri.query ?? "")
        places = Dictionary(
            context.parameters.map { (String($0.key), Percent.decodePath(String($0.value))) }, uniquingKeysWith: { $1 })
        isFresh = context.isFresh
        now = context.now
    }

    /// The `{id}` of the path.
    var id: String { places["id"] ?? "" }

    /// The `{type}` of the path: a type of record.
    var type: String { places["type"] ?? "" }

    var book: RecordBook { world.book }

    var picture: RichPicture { world.picture }
}
