import Access
import Hummingbird
import Identity

/// What every request passes before its handler: the limits of its class, the secret of its form, the proof that it demands.
extension WebWorld {
    func admit(_ request: Request, _ context: WebContext, places: [String: String], _ route: Route) async throws -> Call
    {
        if let limit = route.limit { try limiter.admit(requesters(context), limit) }
        if let stepUp = route.stepUp, case .viewer(let signedIn, _) = context.visitor {
            try signedIn.session.demand(stepUp, at: context.now)
        }
        var request = request
        try await Forgery.check(&request, route, context.visitor, self)
        return Call(request, context, places: places, self)
    }

    private func requesters(_ context: WebContext) -> [Requester] {
        switch context.visitor {
        case .stranger: [.address(context.address)]
        case .account(let signedIn): [.account(signedIn.session.account)]
        case .viewer(let signedIn, let viewer):
            [.account(signedIn.session.account), .organisation(viewer.organisation)]
        }
    }
}

extension Route {
    /// The class of its limit; files that are the same for everybody have none.
    var limit: RouteClass? {
        switch url {
        case .asset, .vendor, .health: nil
        case .door(let door, _) where method == .post && door.isSignIn: .signIn
        case .exported: .export
        case .search, .suggest, .network, .timeline: method == .get ? .search : .write
        case .api(let path) where path.hasPrefix("sign-in"): .signIn
        case .api("export"): .export
        case .api("search"), .api("suggest"), .api("neighbours"), .api("timeline"): .search
        default: method == .get ? .read : .write
        }
    }
}
