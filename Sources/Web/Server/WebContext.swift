import Access
import Hummingbird
import Identity
import RichPicture

/// A request before it is known who asks.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks, as far as the door has found out.
    var visitor = Visitor.stranger
    /// The language of the answer, as BCP 47.
    var language = "en"
    /// When the request came, in milliseconds since 1970 UTC.
    var now = 0
    /// The address that it came from; empty where there is none.
    var address = ""

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// Who asks.
enum Visitor: Sendable {
    /// Nobody who has signed in.
    case stranger
    /// Somebody who has signed in, and acts under no posting that runs.
    case account(SignedInVisitor)
    /// Somebody who acts under a posting.
    case viewer(SignedInVisitor, Viewer)
}

/// A session, and how it came.
struct SignedInVisitor: Sendable {
    var session: Session
    var token: String
    /// Whether the token came as `Authorization: Bearer`, which no browser sends by itself: it cannot be forged.
    var isBearer: Bool
}

/// A request of somebody who has signed in. Routes hang on this context, so that a handler without a session does not
/// compile.
struct AccountContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let whole: WebContext
    let signedIn: SignedInVisitor

    init(context: WebContext) throws {
        switch context.visitor {
        case .stranger: throw Problem.signIn
        case .account(let visitor), .viewer(let visitor, _): signedIn = visitor
        }
        coreContext = context.coreContext
        whole = context
    }
}

/// A request of a known viewer: session, posting and standing, looked up for this very request. A handler without a viewer
/// does not compile.
struct ViewerContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let whole: WebContext
    let signedIn: SignedInVisitor
    let viewer: Viewer

    init(context: WebContext) throws {
        switch context.visitor {
        case .stranger: throw Problem.signIn
        case .account(let visitor): throw visitor.session.mustEnrol ? Problem.enrol : Problem.noPosting
        case .viewer(let visitor, let viewer):
            signedIn = visitor
            self.viewer = viewer
        }
        coreContext = context.coreContext
        whole = context
    }
}
