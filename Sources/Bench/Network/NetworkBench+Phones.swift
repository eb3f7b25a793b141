import Foundation
import Networks

extension NetworkBench {
    /// Telephony, on `cdr1m.csv`.
    static let phoneTasks: [String: Task] = [
        "load-calls": { words in
            let (named, fact) = try cost { try NamedCalls(source(words[0]), .init()) }
            return [fact, ("calls", Double(named.calls.count)), ("phones", Double(named.phones.count))]
        },
        "contacts": { words in
            let calls = try NamedCalls(source(words[0]), .init()).calls
            let (pairs, fact) = cost { ContactPairs(calls).pairs }
            return [fact, ("pairs", Double(pairs.count)), ("most", Double(pairs.map(\.calls).max() ?? 0))]
        },
        "replacements": { words in
            let calls = try NamedCalls(source(words[0]), .init()).calls
            let (pairs, fact) = try cost { try calls.replacements() }
            return [fact, ("pairs", Double(pairs.count))]
        },
    ]
}
