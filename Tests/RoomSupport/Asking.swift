public import Access
public import Records

/// Asks a lifecycle what stands in the way of an action: the keys of the guards that do not hold, without a desk.
public func obstacles<R: Record>(
    _ action: R.Action, _ record: R, in state: R.State?, by role: FineRole = .intelOfficer,
    of organisation: String = "Unit 4",
    openedBy opener: (account: String, organisation: String) = ("ann", "Unit 4"), past: [Past] = [],
    now: Int = 1_780_000_000_000
) -> [String] where R.Facts == NoFacts {
    let standing = Standing(account: "me", role: role, organisation: organisation)
    let opened = Past(
        action: R.lifecycle.opening.action.rawValue, account: opener.account, organisation: opener.organisation, at: now
    )
    let seen = Case<R>(
        before: state == nil ? nil : record, record: record, state: state, facts: NoFacts(),
        viewer: Viewer(name: "me", standing: standing, labels: []), past: state == nil ? [] : [opened] + past,
        reason: "because", now: now)
    guard let transition = R.lifecycle.transition(action, in: state) else { return ["no such action in this state"] }
    return transition.guards.filter { !$0.holds(seen) }.map { String($0.key.split(separator: ".").last ?? "") }
}
