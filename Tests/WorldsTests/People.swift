import Access
import Records
import Storage

/// Who works in the two worlds: in one organisation somebody in every role, whose eyes see; in the other those who hide.
enum People {
    static let ours = "Provincial Police"
    static let theirs = "Bureau Nine"

    /// Founds both organisations. The hiding one is known to all: that it exists is no secret, what it does is.
    static func found(at desk: Desk) async throws -> [FineRole: RecordID] {
        let roles = FineRole.allCases
        let seeing = roles.map { role in
            Posting(
                account: account(role), name: "Eyes of \(role.rawValue)", role: role, organisation: ours,
                unit: "Unit 4", teams: ["Day"], from: 0)
        }
        let hiding = roles.map { role in
            Posting(
                account: "hidden-\(role.rawValue)", name: "Somebody", role: role, organisation: theirs, unit: "Unit 9",
                teams: ["Night"], from: 0)
        }
        let ids = try await desk.found(
            Founding(
                organisations: [
                    Organisation(name: ours, sort: "police"), Organisation(name: theirs, sort: "other"),
                ],
                units: [Unit(name: "Unit 4", organisation: ours), Unit(name: "Unit 9", organisation: theirs)],
                postings: seeing + hiding))
        return Dictionary(uniqueKeysWithValues: zip(roles, ids))
    }

    /// Accounts with which the seeing ones sign in.
    static func admit(_ database: any Database) async throws {
        try await database.write { connection in
            for role in FineRole.allCases {
                let account = account(role)
                try connection.execute(
                    """
                    INSERT INTO identity_account (id, name, state, created, changed)
                    VALUES (\(account), \(account.lowercased()), 'active', 0, 0)
                    """)
            }
        }
    }

    static func account(_ role: FineRole) -> String { "eyes-\(role.rawValue)" }

    /// Somebody of the seeing organisation, in another unit and team.
    static let night = Viewer(
        name: "night",
        standing: Standing(
            account: "night", role: .intelOfficer, organisation: ours, unit: "Unit 5", teams: ["Night"]), labels: [])

    /// Somebody of the hiding organisation.
    static func hiding(_ role: FineRole, second: Bool = false) -> Viewer {
        Viewer(
            name: "hidden-\(role.rawValue)",
            standing: Standing(
                account: "hidden-\(role.rawValue)\(second ? "-2" : "")", role: role, organisation: theirs,
                unit: "Unit 9", teams: ["Night"]),
            labels: [])
    }
}

extension House {
    /// Somebody of the seeing organisation, as the directory has them at this moment.
    func viewer(_ role: FineRole) async throws -> Viewer {
        let found = try await directory.viewer(of: People.account(role), under: postings[role] ?? "")
        guard let found else { throw Missing(what: "the posting of \(role.rawValue)") }
        return found
    }

    struct Missing: Error { var what: String }
}
