import Daybreak
import Formats
import Foundation
import Identity
import Testing

@testable import CLI

/// Founding, signing in, and looking with other eyes, from the command line.
@Suite struct SignInCommandTests {
    private static let founding = """
        {"organisations":[{"name":"Police","sort":"police"},{"name":"Foundation","sort":"ngo"}],
         "units":[{"name":"Unit 4","organisation":"Police","head":"ploy"}],
         "people":[{"signIn":"ploy","name":"Ploy","role":"analyst","organisation":"Police","unit":"Unit 4"}]}
        """
    private static let passphrase = "seven wet umbrellas sing"

    /// A terminal at a house with real accounts, and what founding it printed.
    private func founded() async throws -> (terminal: Terminal, answer: Terminal.Answer) {
        let terminal = try Terminal(isBare: true)
        let file = try terminal.file("founding.json", Self.founding)
        let pass = try terminal.file("pass", "nine slow rivers meet here\n")
        let holders = ["A, Ministry", "B, Police", "C, Foundation", "D, Police", "E, Ministry"]
        let answer = await terminal.run(
            [
                "init", "--organisation", "Ministry", "--administrator", "krit", "--founding", file,
                "--new-passphrase-file", pass,
            ]
                + holders.flatMap { ["--holder", $0] } + ["--json"])
        return (terminal, answer)
    }

    /// Accepts an invitation and enrols an app, as a browser does; gives the app's secret.
    private func settle(_ link: String, _ terminal: Terminal) async throws -> String {
        let daybreak = try await makeDaybreak(.live(database: terminal.path("test.db"), costs: .trifling))
        let code = String(link.split(separator: "=").last ?? "")
        let signedIn = try await daybreak.identity.accept(invitation: code, passphrase: Self.passphrase)
        let begun = try await daybreak.identity.beginCodes(token: signedIn.token)
        _ = try await daybreak.identity.addCodes(
            ticket: begun.ticket, code: TestApp.code(begun.secret, stepsAhead: -1), token: signedIn.token)
        try await daybreak.close()
        return begun.secret
    }

    @Test("init prints five shares and an invitation for everybody, once, and refuses a second time")
    func founds() async throws {
        let (terminal, answer) = try await founded()
        #expect(answer.ending == .done, "\(answer.errors)")
        let json = try answer.json()
        #expect(json["shares"].array?.count == 5)
        #expect(json["invitations"].array?.compactMap { $0["signIn"].text } == ["krit", "ploy"])
        #expect(json["invitations"][1]["link"].text?.hasPrefix("http://localhost:8080/invitation?code=") == true)
        let again = await terminal("init", "--demonstration")
        #expect(again.ending == .failed && again.errors.contains("founded already"))
        let status = await terminal("vault", "unseal", "--passphrase-file", terminal.path("pass"))
        #expect(status.ending == .done)
    }

    @Test("at a restored copy people sign in as before; a drill finds out when they could not")
    func restored() async throws {
        let (terminal, answer) = try await founded()
        let secret = try await settle(try answer.json()["invitations"][1]["link"].text ?? "", terminal)
        let key = try terminal.file(
            "key", "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX\n")
        let recipients = [
            "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
            "age1lvyvwawkr0mcnnnncaghunadrqkmuf9e6507x9y920xxpp866cnql7dp2z",
        ].flatMap { ["--recipient", $0] }
        let make = ["backup", "--passphrase-file", terminal.path("pass")] + recipients + ["--to"]
        let file = terminal.path("backup.age")
        #expect(await terminal.run(make + [file]).ending == .done)
        let drill = await terminal("backup", "drill", file, "--identity", key)
        #expect(drill.ending == .done, "\(drill.errors)")
        let copy = terminal.path("copy.db")
        #expect(await terminal("restore", file, "--identity", key, "--to", copy).ending == .done)
        terminal.willType(Self.passphrase, TestApp.code(secret))
        let signedIn = await terminal("sign-in", "ploy", "--db", copy)
        #expect(signedIn.ending == .done, "\(signedIn.errors)")
        #expect(await terminal("ledger", "checkpoint", "--db", copy).ending == .done)
        #expect(await terminal("ledger", "verify", "--db", copy).ending == .done)
        // The key files of another installation in the place of its own: the copies could not be worked with.
        for end in [".identity-key", ".ledger-key"] {
            let (own, kept) = (terminal.path("test.db" + end), terminal.path("kept" + end))
            #expect(await terminal("ledger", "checkpoint").ending == .done)
            try FileManager.default.moveItem(atPath: own, toPath: kept)
            let other = try await makeDaybreak(.live(database: terminal.path("test.db"), costs: .trifling))
            try await other.close()
            let bad = terminal.path("bad" + end)
            #expect(await terminal.run(make + [bad]).ending == .done)
            #expect(await terminal("backup", "drill", bad, "--identity", key).ending == .failed, "\(end)")
            try FileManager.default.removeItem(atPath: own)
            #expect(await terminal.run(make + [bad + "2"]).ending == .failed, "\(end)")
            try FileManager.default.moveItem(atPath: kept, toPath: own)
        }
    }

    @Test("a database that nobody has founded says so, with exit code 6")
    func unfounded() async throws {
        let terminal = try Terminal(isBare: true)
        #expect(await terminal("search", "a").errors.contains("daybreak init"))
        let daybreak = try await makeDaybreak(.live(database: terminal.path("test.db"), costs: .trifling))
        try await daybreak.close()
        let answer = await terminal("search", "a")
        #expect(answer.ending == .database && answer.errors.contains("daybreak init"))
        #expect(await terminal("search", "a", "--as", "analyst").ending == .database)
    }

    @Test(
        "a founding that contradicts itself is refused, and nothing is founded",
        arguments: [
            #"{"people":[{"signIn":"a","name":"A","role":"analyst","organisation":"Nowhere"}]}"#,
            #"{"people":[{"signIn":"ab","name":"A","role":"king","organisation":"Ministry"}]}"#,
            #"{"people":[{"signIn":"krit","name":"A","role":"analyst","organisation":"Ministry"}]}"#,
            #"{"people":[{"name":"A"}]}"#, "nothing",
        ])
    func contradictions(_ founding: String) async throws {
        let terminal = try Terminal(isBare: true)
        let file = try terminal.file("founding.json", founding)
        let pass = try terminal.file("pass", "nine slow rivers meet here\n")
        let holders = ["A, M", "B, P", "C, F", "D, P", "E, M"].flatMap { ["--holder", $0] }
        let answer = await terminal.run(
            [
                "init", "--organisation", "Ministry", "--administrator", "krit", "--founding", file,
                "--new-passphrase-file", pass,
            ]
                + holders)
        #expect(answer.ending == .failed && !answer.errors.isEmpty)
        #expect(await terminal("whoami", "--as", "analyst").errors.contains("nobody has founded"))
    }

    @Test("sign-in asks for passphrase and code; commands then see what the person sees; sign-out ends it")
    func signsIn() async throws {
        let (terminal, answer) = try await founded()
        let secret = try await settle(try answer.json()["invitations"][1]["link"].text ?? "", terminal)
        let before = await terminal("search", "a")
        #expect(before.ending == .notSignedIn && before.errors.contains("daybreak sign-in"))
        terminal.willType("not the passphrase")
        let wrong = await terminal("sign-in", "ploy")
        #expect(wrong.ending == .notSignedIn && wrong.errors.contains("that is not right"))
        terminal.willType(Self.passphrase, TestApp.code(secret))
        let signedIn = await terminal("sign-in", "ploy")
        #expect(signedIn.ending == .done, "\(signedIn.errors)")
        #expect(signedIn.output.contains("You see what Ploy of Police sees"))
        #expect(try await terminal("whoami", "--json").json()["role"] == .string("analyst"))
        #expect(await terminal("search", "a").ending == .nothingFound)
        #expect(await terminal("people").output.contains("ploy  Ploy, analyst, Police"))
        #expect(await terminal("invite", "somebody").ending == .failed)
        let files = try FileManager.default.contentsOfDirectory(atPath: terminal.path("run/daybreak"))
        let file = terminal.path("run/daybreak/" + (files.first ?? ""))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(files.count == 1 && mode == 0o600)
        #expect(await terminal("sign-out").ending == .done)
        #expect(await terminal("whoami").ending == .notSignedIn)
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("--as is for demonstration data: a name, a role, a role of an organisation; otherwise it is refused")
    func eyes() async throws {
        let terminal = try Terminal()
        #expect(try await terminal("whoami", "--json").json()["name"] == .string("Niran"))
        #expect(try await terminal("whoami", "--as", "krit", "--json").json()["role"] == .string("sysadmin"))
        let lek = await terminal("whoami", "--as", "analyst@Labour Office", "--json")
        #expect(try lek.json()["organisation"] == .string("Labour Office"))
        let nobody = await terminal("whoami", "--as", "king")
        #expect(nobody.ending == .notSignedIn && nobody.errors.contains("nobody of this demonstration is king"))
        #expect(try await terminal("people", "--json").json()["people"].array?.count ?? 0 > 40)
        let (real, _) = try await founded()
        let refused = await real("search", "a", "--as", "ploy")
        #expect(refused.ending == .notSignedIn && refused.errors.contains("not demonstration data"))
    }

    @Test("at demonstration data nobody is signed in: without --as a command says so")
    func nobodysEyes() async throws {
        let terminal = try Terminal(isBare: true)
        #expect(await terminal("init", "--demonstration").ending == .done)
        let answer = await terminal("search", "a")
        #expect(answer.ending == .notSignedIn && answer.errors.contains("--as analyst"))
    }

    @Test("what an administrator or a custodian sees is nothing of the content")
    func administrators() async throws {
        let terminal = try Terminal()
        let calls = try terminal.file(
            "calls.csv",
            """
            CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID
            0812345678,0898765432,2026-06-01 08:15:22,205,VOICE,,,520-01-1204-33

            """)
        #expect(await terminal.run(["import", calls, "--profile", "calls-siam"] + permitted).ending == .done)
        #expect(await terminal("search", "0812345678").ending == .done)
        for role in ["sysadmin", "keyCustodian", "auditor", "strategyPlayer"] {
            #expect(await terminal("search", "0812345678", "--as", role).ending == .nothingFound, "\(role)")
            #expect(await terminal("sources", "--as", role).ending == .nothingFound, "\(role)")
        }
    }
}
