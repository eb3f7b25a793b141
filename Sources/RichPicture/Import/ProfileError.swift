public import Words

/// What is wrong with a mapping profile, and in which line.
public struct ProfileError: Explained, Equatable {
    /// A kind of mistake.
    public enum Problem: Hashable, Sendable {
        case missing(String)
        case notUnderstood(String, expected: String)
        case unknownStream(String)
        case unknownKind(String)
        case unknownRole(String)
        case unknownProperty(String)
        case unknownType(String)
        case unknownAlias(String)
        case outsideTable
        case noFrom(String)
    }

    /// The line of the profile, from 1.
    public var line: Int
    /// What is wrong there.
    public var problem: Problem

    /// The mistake in words.
    public var phrase: Phrase {
        let line = String(line)
        switch problem {
        case .missing(let what): return Phrase("profile.missing", ["what": what])
        case .notUnderstood(let text, let expected):
            return Phrase("profile.not-understood", ["line": line, "text": text, "expected": expected])
        case .unknownStream(let name):
            let known = StreamKind.allCases.map(\.rawValue).joined(separator: ", ")
            return Phrase("profile.unknown-stream", ["line": line, "name": name, "known": known])
        case .unknownKind(let name): return Phrase("profile.unknown-kind", ["line": line, "name": name])
        case .unknownRole(let name):
            let known = Profile.Role.allCases.map(\.rawValue).joined(separator: ", ")
            return Phrase("profile.unknown-role", ["line": line, "name": name, "known": known])
        case .unknownProperty(let name): return Phrase("profile.unknown-property", ["line": line, "name": name])
        case .unknownType(let name): return Phrase("profile.unknown-type", ["line": line, "name": name])
        case .unknownAlias(let name): return Phrase("profile.unknown-alias", ["line": line, "name": name])
        case .outsideTable: return Phrase("profile.outside-table", ["line": line])
        case .noFrom(let kind): return Phrase("profile.no-from", ["line": line, "kind": kind])
        }
    }
}
