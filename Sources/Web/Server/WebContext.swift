import Access
import Hummingbird
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

    init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }
}

/// A request of a known viewer. Routes hang on this context, so that a handler without a viewer does not compile.
struct ViewerContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let viewer: Viewer
    let language: String
    let now: Int

    init(context: WebContext) throws {
        guard let viewer = context.viewer else { throw Problem.notFound }
        coreContext = context.coreContext
        self.viewer = viewer
        language = context.language
        now = context.now
    }
}

/// One request with all that its handler needs.
struct Visit: Sendable {
    let request: Request
    let viewer: Viewer
    let reader: Reader
    let world: WebWorld
    let query: Query
    /// The `{id}` or `{name}` of the path, decoded.
    let id: String

    init(_ request: Request, _ context: ViewerContext, _ world: WebWorld) {
        self.request = request
        viewer = context.viewer
        reader = world.reader(language: context.language)
        self.world = world
        query = Query(parsing: request.uri.query ?? "")
        id = Percent.decodePath(context.parameters.get("id") ?? "")
    }

    var picture: RichPicture { world.picture }
}
