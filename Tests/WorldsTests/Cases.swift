import Access
import Foundation
import Records
import RichPicture

/// What only one of two worlds holds.
enum Hidden: CaseIterable, Sendable {
    /// Sources of others: committed, staged, without authority, withdrawn.
    case sources
    /// People at risk in the care of others, with conflicts and deadlines, and a case hidden even from overseers.
    case guests
    /// What calls overseers and approvers of every organisation to act, so that they do see it: exclusions, broken
    /// glasses, requests for approval.
    case oversight
}

/// A file that somebody brought in, and what became of it.
struct Brought: Sendable {
    enum Fate: Sendable { case committed, staged, withdrawn }

    /// Why it is hidden: it belongs to another organisation; to a team of ours; or it is hidden from the unit that looks.
    enum Cloak: Sendable { case theirs, team, order }

    var name: String
    var text: String
    var profile: String?
    var image: Data?
    var isHidden = false
    var cloak = Cloak.theirs
    var isPermitted = true
    var fate = Fate.committed
    var grade = "2BP"

    var owner: String { isHidden && cloak == .theirs ? People.theirs : People.ours }
}

/// Fills the worlds. Hidden files come before, between and after the others, and speak of the same numbers, names, places
/// and accounts: whatever order, number or choice depends on what is there would show it.
enum Cases {
    static func fill(_ house: House, _ hidden: Set<Hidden>, unseen desk: Desk) async throws {
        for file in files where !file.isHidden || hidden.contains(.sources) { try await bring(file, into: house) }
        try await Orders.approved(house, by: try await house.viewer(.intelOfficer))
        try await Links.decided(house)
        if hidden.contains(.sources) { try await Links.hidden(house, at: desk) }
        try await guests(house)
        if hidden.contains(.oversight) { try await Orders.approved(house, by: People.hiding(.intelOfficer)) }
        if hidden.contains(.guests) {
            try await HiddenRecords.guests(at: desk)
            try await HiddenRecords.excluded(at: desk)
        }
        if hidden.contains(.oversight) { try await HiddenRecords.oversight(at: desk) }
    }

    static func bring(_ file: Brought, into house: House) async throws {
        let path = house.folder.appending(path: UUID().uuidString).path
        try (file.image ?? Data(file.text.utf8)).write(to: URL(filePath: path))
        let hiding = file.cloak == .theirs ? People.hiding(.intelOfficer) : People.night
        let viewer = file.isHidden ? hiding : try await house.viewer(.intelOfficer)
        var request = ImportRequest(
            name: file.name, owner: file.owner, grade: try Grade(file.grade),
            authority: file.isPermitted ? authority : nil, profile: file.profile)
        if file.isHidden, file.cloak == .team { request.team = "Night" }
        if file.isHidden, file.cloak == .order { request.hidden = ["Unit 4"] }
        let staged = try await house.picture.stage(path: path, request: request, as: viewer)
        guard file.fate != .staged else { return }
        _ = try await house.picture.commit(staged.source.id, as: .seeingAll(viewer))
        guard file.fate == .withdrawn else { return }
        _ = try await house.picture.withdraw(staged.source.id, because: "came twice", as: .seeingAll(viewer))
    }

    /// People at risk in our own care, whose records may be changed, and changes taken back.
    private static func guests(_ house: House) async throws {
        let (worker, manager) = (try await house.viewer(.ngoCaseworker), try await house.viewer(.ngoManager))
        for number in 1...2 {
            let guest = Guest(
                name: "Somchai Guest", phone: "0805550103", code: "S-\(number)", workers: [manager.standing.account])
            let id = try await house.desk.open(guest, as: worker).id
            for note in ["slept", "slept well"] {
                _ = try await house.desk.perform(
                    .note, on: id, of: Guest.self, Asking(edits: ["note": .text(note)]), as: worker)
            }
        }
    }

    static let authority = IntrusionAuthority(
        reference: "order 17", basis: "Provincial Court", subject: .suspect, from: 0, until: 4_102_444_800_000)

    static let files: [Brought] = [
        Brought(name: "hidden-calls.csv", text: hiddenCalls, profile: "calls-siam", isHidden: true, grade: "1AP"),
        Brought(name: "calls.csv", text: calls, profile: "calls-siam"),
        Brought(
            name: "hidden-workers.csv", text: hiddenWorkers, profile: "worker-list", isHidden: true, cloak: .order,
            grade: "1AP"),
        Brought(name: "hidden-twin.csv", text: notes, profile: "ngo-notes", isHidden: true, cloak: .team, grade: "1AP"),
        Brought(name: "workers.csv", text: workers, profile: "worker-list"),
        Brought(name: "crew.csv", text: Links.crew, profile: "worker-list"),
        Brought(
            name: "hidden-crew.csv", text: Links.hiddenCrew, profile: "worker-list", isHidden: true, cloak: .order,
            grade: "1AP"),
        Brought(name: "crew-later.csv", text: Links.crewLater, profile: "worker-list"),
        Brought(name: "notes.csv", text: notes, profile: "ngo-notes"),
        Brought(
            name: "hidden-cells.csv", text: hiddenCells, profile: "cells", isHidden: true, cloak: .team, grade: "1AP"),
        Brought(name: "cells.csv", text: cells, profile: "cells"),
        Brought(
            name: "hidden-ledger.csv", text: hiddenLedger, profile: "bank-ledger", isHidden: true, cloak: .order,
            grade: "1AP"),
        Brought(name: "ledger.csv", text: ledger, profile: "bank-ledger"),
        Brought(name: "late-notes.csv", text: lateNotes, profile: "ngo-notes"),
        Brought(name: "hidden-notes.csv", text: hiddenNotes, profile: "ngo-notes", isHidden: true, grade: "1AP"),
        Brought(name: "picture.png", text: "", image: png),
        Brought(name: "hidden-picture.png", text: "", image: png + Data([0]), isHidden: true),
        Brought(
            name: "waits-too.csv", text: calls + call("0805550101", "0805550778"), profile: "calls-siam", fate: .staged),
        Brought(
            name: "waits.csv", text: calls + call("0805550101", "0805550777"), profile: "calls-siam", fate: .staged),
        Brought(
            name: "hidden-waits.csv", text: hiddenCalls + call("0805550101", "0805550777"), profile: "calls-siam",
            isHidden: true, fate: .staged),
        Brought(
            name: "unpermitted.csv", text: call("0805550101", "0805550888"), profile: "calls-siam", isPermitted: false,
            fate: .staged),
        Brought(
            name: "hidden-unpermitted.csv", text: call("0805550102", "0805550888"), profile: "calls-siam",
            isHidden: true, isPermitted: false, fate: .staged),
        Brought(name: "withdrawn.csv", text: withdrawn, profile: "ngo-notes", fate: .withdrawn),
        Brought(name: "hidden-withdrawn.csv", text: withdrawn, profile: "ngo-notes", isHidden: true, fate: .withdrawn),
    ]

    // One pixel.
    private static let png =
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
        ?? Data()

    // MARK: What is seen

    private static let callHeader =
        "CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID\n"
    private static let noteHeader =
        "ref,date,place,lat,lon,language,text,phone_mentioned,plate_mentioned,company_mentioned\n"

    private static func call(_ from: String, _ to: String) -> String {
        callHeader + "\(from),\(to),2026-06-04 08:15:22,205,VOICE,,,520-01-5559-1\n"
    }

    static let calls =
        callHeader + """
            0805550101,0805550102,2026-06-01 08:15:22,205,VOICE,,,520-01-5559-1
            0805550101,0805550103,2026-06-02 09:15:22,10,VOICE,,,520-01-5559-1
            0805550104,0805550101,2026-06-02 10:15:22,10,VOICE,,,520-01-5559-2
            0805550101,0805550103,2026-13-02 09:15:22,10,VOICE,,,520-01-5559-1
            0805550103,0805550102,2026-06-03 10:15:22,0,SMS,,,520-01-5559-2

            """
    static let workers = """
        "Name (Latin)","Name (native)",Nationality,Date of birth,Job,Start date,Monthly wage,Currency,Document no.,Phone,Employer reg. no.
        Somchai Jaidee,สมชาย ใจดี,TH,1980-01-02,packer,2026-01-01,9000,THB,AA555123,0805550101,0105555000001
        Malee Made Up,มาลี,TH,1990-05-06,packer,2026-01-01,9000,THB,AA555124,0805550103,0105555000001

        """
    static let notes =
        noteHeader + """
            N-1,2026-05-01,Harbour,13.5,100.2,en,a boat at the pier at night,0805550101,,Pier Company
            N-2,2026-05-02,Harbour,13.6,100.3,en,the boat came again,0805550104,,Pier Company

            """
    static let lateNotes =
        noteHeader + """
            N-7,2026-05-09,Farm,14.5,100.3,en,a farm behind the hill,0805550555,,Hill Farm
            N-8,2026-05-10,Farm,14.6,100.3,en,two vans at the farm,0805550104,,Hill Farm

            """
    static let withdrawn = noteHeader + "N-9,2026-05-11,Mill,15.5,100.3,en,a mill that is no mill,0805550666,,Mill\n"
    static let cells = """
        cell,name,lat,lon,azimuth,beam,radius_m
        520-01-5559-1,Pier,13.5,100.2,90,120,1500
        520-01-5559-2,Farm,14.5,100.3,,,

        """
    private static let ledgerHeader =
        "date,time,from_bank,from_account,from_name,to_bank,to_account,to_name,amount,currency,text\n"
    static let ledger =
        ledgerHeader + """
            2026-06-01,10:00:00,BBK,1115551111,Pier Company,BBK,2225552222,Somchai Jaidee,100.00,THB,rent
            2026-06-02,10:00:00,BBK,1115551111,Pier Company,BBK,3335553333,Malee Made Up,50.00,THB,

            """

    // MARK: What is hidden: the same numbers, names, places and accounts in another order, and others

    static let hiddenCalls =
        callHeader + """
            0805550999,0805550104,2025-01-01 08:15:22,9,VOICE,,,520-01-5559-2
            0805550103,0805550777,2026-06-01 08:15:22,205,VOICE,,,520-01-5559-3
            0805550999,0805550102,2026-12-01 09:00:22,60,VOICE,,,520-01-5559-2

            """
        + (0..<520).map { "0805550102,0805551\($0 + 100),2026-06-01 10:00:22,1,VOICE,,,520-01-5559-1\n" }.joined()
    static let hiddenWorkers = """
        "Name (Latin)","Name (native)",Nationality,Date of birth,Job,Start date,Monthly wage,Currency,Document no.,Phone,Employer reg. no.
        Somchai Jaidee,สมชาย ใจดี,TH,1981-01-02,lookout,2026-01-01,1,THB,AA555123,0805550101,0105555000001
        Somchai Hidden,ซ่อน,TH,1970-01-01,lookout,2026-01-01,1,USD,AA555999,0805550102,0105555000009

        """
    static let hiddenNotes =
        noteHeader + """
            H-1,2026-05-01,Cellar,13.9,100.9,en,a secret boat in a secret cellar,0805550101,,Pier Company
            N-1,2026-05-02,Harbour,13.5,100.2,en,the pier is watched,0805550104,,Cellar Company

            """
    static let hiddenCells = """
        cell,name,lat,lon,azimuth,beam,radius_m
        520-01-5559-2,Farm,14.5,100.3,,,77
        520-01-5559-1,Secret pier,13.6,100.9,10,60,900
        520-01-5559-3,Hidden house,15,101,,,50

        """
    static let hiddenLedger =
        ledgerHeader + """
            2026-07-01,10:00:00,BBK,3335553333,Nobody,BBK,2225552222,Somchai Hidden,7.00,USD,x
            2026-07-01,10:00:00,BBK,9995559999,Nobody,BBK,1115551111,Pier Company,7.00,USD,

            """
}

extension Viewer {
    /// The same person, whose own rows are always theirs to bring in: only for filling a world.
    static func seeingAll(_ viewer: Viewer) -> Viewer {
        var viewer = viewer
        viewer.clearance = .everything
        return viewer
    }
}
