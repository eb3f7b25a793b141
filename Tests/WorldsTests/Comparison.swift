import Access
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

@testable import Web

/// Runs one script in two worlds, through the same eyes, and keeps what differs.
struct Comparison: Sendable {
    let without: House
    let with: House
    /// A third world, in which the same is done, so that it stays like the others.
    var also: House?
    var routes: [Route] = RouteTable.all

    /// What one pass found.
    struct Outcome: Sendable {
        var requests = 0
        var differences: [String] = []
        /// The routes that answered something else than that there is nothing.
        var reached: Set<String> = []
    }

    /// Sends each step to both worlds as one role. A redirection is followed, because what happened is told there.
    func run(_ steps: [Step], as role: FineRole?, pass: Int = 1) async throws -> Outcome {
        let outcome = Mutex(Outcome())
        try await Visitor.enter(without, as: role, pass: pass, routes: routes) { here in
            try await Visitor.enter(with, as: role, pass: pass, routes: routes) { there in
                for step in steps {
                    let one = try await compare(step, here, there)
                    outcome.withLock { $0.add(one, step, role, routes) }
                }
            }
        }
        if let also {
            try await Visitor.enter(also, as: role, pass: pass, routes: routes) { visitor in
                for step in steps { _ = try await compare(step, visitor, nil) }
            }
        }
        return outcome.withLock { $0 }
    }

    private func compare(_ step: Step, _ here: Visitor, _ there: Visitor?) async throws -> [(Step, Transcript, String?)]
    {
        var (next, done) = (step, [(Step, Transcript, String?)]())
        for _ in 0..<4 {
            let answer = try await here.send(next)
            let second = try await there?.send(next) ?? answer
            done.append((next, answer, answer.difference(from: second)))
            // A stranger is sent to the door, and nowhere else.
            guard here.session != nil, let place = answer.location, place.hasPrefix("/") else { break }
            next = Step(route: step.route, method: .get, path: place)
        }
        return done
    }

    /// Which tables' ids each path takes: those whose ids are answered with something.
    func tables(_ script: Script, as roles: [FineRole]) async throws -> [String: Set<String>] {
        let found = Mutex<[String: Set<String>]>([:])
        for role in roles {
            try await Visitor.enter(without, as: role, pass: 7, routes: routes) { visitor in
                for (table, step) in script.probes {
                    guard try await visitor.send(step).status != 404 else { continue }
                    found.withLock { _ = $0[step.route, default: []].insert(table) }
                }
            }
        }
        return found.withLock { $0 }
    }
}

extension Comparison.Outcome {
    fileprivate mutating func add(
        _ answers: [(Step, Transcript, String?)], _ step: Step, _ role: FineRole?, _ routes: [Route]
    ) {
        for (sent, answer, difference) in answers {
            requests += 1
            if answer.status != 404,
                let route = routes.filter({ $0.answers(sent) }).min(by: { $0.places.count < $1.places.count })
            {
                reached.insert("\(route.method.rawValue) \(route.pattern)")
            }
            if let difference {
                differences.append("\(role?.rawValue ?? "nobody"): \(step.name) → \(sent.name): \(difference)")
            }
        }
    }

    mutating func add(_ other: Self) {
        requests += other.requests
        differences += other.differences
        reached.formUnion(other.reached)
    }
}

extension Route {
    /// Whether a request comes to this route.
    fileprivate func answers(_ step: Step) -> Bool {
        let path = step.path.split(separator: "?", omittingEmptySubsequences: false)[0].split(separator: "/")
        let own = pattern.split(separator: "/")
        return step.method == method && own.count == path.count
            && zip(own, path).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
}
