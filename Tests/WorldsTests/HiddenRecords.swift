import Access
import Records

/// The records of the hidden case.
enum HiddenRecords {
    private static let worker = People.hiding(.ngoCaseworker)
    private static let manager = People.hiding(.ngoManager)

    /// People at risk in the care of others: one expected, one staying, one whose record two people changed at once.
    static func guests(at desk: Desk) async throws {
        _ = try await desk.open(
            Guest(name: "Somchai Hidden", phone: "0805550101", note: "a secret boat", code: "H-1"), as: worker,
            because: "came at night")
        let staying = try await desk.open(
            Guest(name: "Malee Hidden", phone: "0805550999", code: "H-2", workers: [manager.standing.account]),
            as: worker)
        _ = try await desk.perform(.receive, on: staying.id, of: Guest.self, Asking(), as: manager)
        let torn = try await desk.open(
            Guest(name: "Torn Hidden", code: "H-3", workers: [manager.standing.account]), as: worker)
        _ = try await desk.perform(
            .note, on: torn.id, of: Guest.self, Asking(base: 1, edits: ["note": .text("slept")]), as: worker)
        do {
            _ = try await desk.perform(
                .note, on: torn.id, of: Guest.self, Asking(base: 1, edits: ["note": .text("woke")]), as: manager)
        } catch DeskError.conflict {}
    }

    /// A case that is hidden from all who look, whatever their role: even who reviews and approves does not learn of it.
    static func excluded(at desk: Desk) async throws {
        let secret = try await desk.open(
            Guest(name: "Excluded Hidden", code: "H-4", workers: [worker.standing.account]), as: worker)
        _ = try await desk.open(
            ExclusionOrder(principal: .unit("Unit 4"), record: secret.id, ground: "a leak is looked into"),
            as: People.hiding(.intelOfficer))
        _ = try await desk.askApproval(
            to: .share, secret.id, of: Guest.self, Asking(reason: "a partner asks"), as: worker)
        _ = try await desk.breakGlass(
            secret.id, of: Guest.self, because: "danger", isFresh: true, as: People.hiding(.investigator))
    }

    /// What overseers and approvers of every organisation are called to act upon.
    static func oversight(at desk: Desk) async throws {
        let open = try await desk.open(
            Guest(name: "Oversight Hidden", code: "H-5", workers: [worker.standing.account]), as: worker)
        _ = try await desk.open(
            ExclusionOrder(
                principal: .account(People.account(.investigator)), organisation: People.theirs,
                ground: "named as an associate"), as: People.hiding(.intelOfficer))
        _ = try await desk.askApproval(
            to: .share, open.id, of: Guest.self, Asking(reason: "a partner asks"), as: worker)
        _ = try await desk.breakGlass(
            open.id, of: Guest.self, because: "danger", isFresh: true, as: People.hiding(.investigator))
    }
}
