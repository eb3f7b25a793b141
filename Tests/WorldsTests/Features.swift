import Access
import Daybreak
import Foundation
import Ledger
import Records
import Storage

@testable import Vault

/// Puts canaries through every feature that holds what is sealed.
struct Features: Sendable {
    let content: any Database
    let keys: any Database
    let vault: Vault
    let desk: Desk
    let folder: URL

    static let worker = person("worker", .ngoCaseworker)
    static let manager = person("manager", .ngoManager)
    static let herself = person("herself", .clientSelf)

    private static func person(_ account: String, _ role: FineRole, _ organisation: String = "Baan Mai") -> Viewer {
        Viewer(
            name: account, standing: Standing(account: account, role: role, organisation: organisation), labels: [])
    }

    static func begin(_ content: any Database, _ keys: any Database, _ folder: URL) async throws -> Features {
        try await content.migrate(Daybreak.migrations)
        let chance = Chance(seed: 5)
        let (vault, _) = try await Vault.create(
            in: keys, passphrase: "long enough to be one",
            shareHolders: [("First", "A"), ("Second", "A"), ("Third", "B"), ("Fourth", "B"), ("Fifth", "C")].map {
                ShareHolder(name: $0.0, organisation: $0.1)
            }, cost: PassphraseCost(rounds: 1 << 10), now: { House.now }, random: chance.bytes)
        let desk = Desk(content, vault: vault, now: { House.now }, random: chance.bytes)
        return Features(content: content, keys: keys, vault: vault, desk: desk, folder: folder)
    }

    /// Opens records about this many people; canaries are used again where there are more.
    func open(_ count: Int) async throws -> [RecordID] {
        var ids: [RecordID] = []
        for number in 0..<count {
            let canary = Canary.all[number % Canary.count]
            let guest = Guest(
                name: canary.name, phone: canary.phone, note: canary.note, code: "C-\(number)",
                workers: [Self.manager.standing.account], person: Self.herself.standing.account)
            ids.append(try await desk.open(guest, as: Self.worker, because: canary.reason, key: "open-\(number)").id)
        }
        return ids
    }

    /// Everything with every canary; returns what people are told of it who see nothing sealed.
    func everything() async throws -> String {
        let ids = try await open(Canary.count)
        var said = ""
        for (canary, id) in zip(Canary.all, ids) {
            try await edit(canary, id)
            said += try await refuse(canary, id)
            said += try await look(canary, id)
        }
        // Of these a few are enough: each makes several records of its own.
        for (canary, id) in zip(Canary.all, ids).prefix(50) {
            said += try await tear(canary, id)
            said += try await ask(canary, id)
        }
        said += try await overseers()
        try await backUp()
        return said
    }

    private func edit(_ canary: Canary, _ id: RecordID) async throws {
        let edits: Document = ["note": .text(canary.note + " again"), "phone": .text(canary.phone)]
        _ = try await desk.perform(
            .note, on: id, of: Guest.self, Asking(edits: edits, reason: canary.reason, key: "edit-\(id)"),
            as: Self.worker)
        _ = try await desk.undo(id, of: Guest.self, as: Self.worker, because: canary.reason)
    }

    // Who worked with it sees it, by id and by fingerprint, and nothing is kept of what they saw.
    private func look(_ canary: Canary, _ id: RecordID) async throws -> String {
        for field in [("name", canary.name), ("phone", canary.phone)] {
            let found = try await desk.list(Guest.self, where: field, as: Self.worker)
            guard found.records.map(\.id) == [id] else { throw House.Missing(what: "\(id) by its \(field.0)") }
        }
        let read = try await desk.read(id, of: Guest.self, as: Self.worker)
        let story = try await desk.history(id, of: Guest.self, as: Self.worker)
        guard read?.fields["name"] == .text(canary.name), story?.first?.reason == canary.reason else {
            throw House.Missing(what: "what \(id) says")
        }
        return "\(try await desk.readers(id, of: Guest.self, as: Self.worker) ?? [])"
    }

    // Everything that is said no to, with canaries in what was asked.
    private func refuse(_ canary: Canary, _ id: RecordID) async throws -> String {
        let wishes: [Asking] = [
            Asking(edits: ["code": .text(canary.name)], reason: canary.reason),
            Asking(edits: ["note": .integer(3), "name": .text(canary.name)], reason: canary.reason),
            Asking(base: 99, edits: ["name": .text(canary.name)], reason: canary.reason),
            Asking(edits: ["name": .text(canary.name)], reason: canary.reason, key: "edit-\(id)"),
        ]
        var said = ""
        for wish in wishes {
            said += await told { try await desk.perform(.note, on: id, of: Guest.self, wish, as: Self.worker) }
        }
        said += await told {
            try await desk.perform(.receive, on: id, of: Guest.self, Asking(reason: canary.reason), as: Self.worker)
        }
        let stranger = Self.person("stranger", .analyst, "Unit 4")
        said += await told { try await desk.perform(.note, on: id, of: Guest.self, wishes[1], as: stranger) }
        return said
    }

    // Two change one field; one of them is settled, the other waits.
    private func tear(_ canary: Canary, _ id: RecordID) async throws -> String {
        let version = try await desk.read(id, of: Guest.self, as: Self.worker)?.version ?? 1
        func note(_ text: String, _ viewer: Viewer) async throws {
            _ = try await desk.perform(
                .note, on: id, of: Guest.self,
                Asking(base: version, edits: ["note": .text(text)], reason: canary.reason), as: viewer)
        }
        try await note(canary.note + " slept", Self.worker)
        do {
            try await note(canary.note + " woke", Self.manager)
        } catch DeskError.conflict(let raised) {
            if version % 2 == 0 {
                try await desk.settle(raised, taking: true, on: Guest.self, as: Self.manager, because: "asked")
            }
            return "\(DeskError.conflict(raised)) \(try await desk.notices(as: Self.worker))"
        }
        return ""
    }

    private func ask(_ canary: Canary, _ id: RecordID) async throws -> String {
        let officer = Self.person("officer", .investigator, "Unit 4")
        let wish = Asking(edits: ["name": .text(canary.name)], reason: canary.reason)
        let request = try await desk.askApproval(
            to: .share, id, of: Guest.self, action: .note, wish, as: Self.worker)
        _ = try await desk.breakGlass(id, of: Guest.self, because: canary.reason, isFresh: true, as: officer)
        let approver = Self.person("approver", .prosecutor, "Court")
        guard try await desk.requests(as: approver).contains(where: { $0.reason == canary.reason }) else {
            throw House.Missing(what: "the reason of \(request), for who approves")
        }
        _ = try await desk.approve(request, as: approver)
        return "\(try await desk.notices(as: approver))"
    }

    private func overseers() async throws -> String {
        let overseer = Self.person("overseer", .integrityOfficer, "Oversight")
        let glasses = try await desk.brokenGlasses(as: overseer)
        guard glasses.count == 50, glasses.allSatisfy({ !$0.reason.isEmpty }) else {
            throw House.Missing(what: "the reasons of broken glasses")
        }
        for glass in glasses { try await desk.review(glass.id, outcome: glass.reason, as: overseer) }
        let entries = try await content.read { try Ledger.entries(limit: 100_000, in: $0) }
        return "\(entries) \(try await desk.notices(as: overseer)) \(try await desk.due(.mine, as: Self.worker))"
    }

    // A backup is sealed as a whole; what is in it is sealed as well.
    private func backUp() async throws {
        let signer = try await vault.backupSigner()
        var bytes: [UInt8] = []
        let chance = Chance(seed: 9)
        let recipients = try (0..<2).map { _ in try AgeIdentity(random: chance.bytes).recipient }
        _ = try await Backup.write(
            [
                BackupDatabase(name: "content", database: content, migrations: Daybreak.migrations) { _ in [:] },
                BackupDatabase(name: "keys", database: keys, migrations: Vault.keyMigrations),
            ], to: recipients, signer: signer, at: House.now, random: Chance(seed: 8).bytes
        ) { bytes += $0 }
        try Data(bytes).write(to: folder.appending(path: "backup.age"))
    }

    private func told<Value>(_ body: () async throws -> Value) async -> String {
        do {
            return "\(try await body())\n"
        } catch {
            return "\(error) \((error as? DeskError).map { "\($0.phrase)" } ?? "")\n"
        }
    }
}
