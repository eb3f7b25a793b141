import ArgumentParser
import Daybreak
import Formats
import Foundation
import Identity
import Vault
import Web

/// Serves pages and the JSON API.
struct ServeCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and the JSON API until Ctrl-C.",
        discussion: """
            Only this machine can reach it, unless --host says otherwise; then it asks for a certificate, or for a proxy \
            that has one. People sign in with passphrase and second \
            factor; demonstration data are for everybody who reaches the port. The vault is unsealed with its passphrase, which is \
            asked for or read from a file; without it, sealed fields stay locked away. After a certificate has \
            been renewed, SIGHUP makes the program read it again.
            """)

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "number"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "A further name under which browsers may ask for it; may be given several times.", valueName: "name"))
    var allowHost: [String] = []

    @Option(help: ArgumentHelp("The certificate and its chain, in PEM: speak TLS with it.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("The certificate's private key, in PEM.", valueName: "file"))
    var key: String?

    @Flag(name: .customLong("allow-tls12"), help: "Speak TLS 1.2, too, with those who have no 1.3.")
    var allowsTLS12 = false

    @Flag(name: .customLong("behind-proxy"), help: "A proxy in front speaks TLS; this program need not.")
    var isBehindProxy = false

    @Option(
        help: ArgumentHelp(
            "The folder with the pages' libraries; without it vendor/ in this folder.", valueName: "folder"))
    var libraries: String?

    @Option(help: ArgumentHelp("The zone of times without one, in minutes from UTC.", valueName: "minutes"))
    var zoneOffset = 420

    @Option(
        help: ArgumentHelp(
            "The address under which browsers reach it; passkeys are bound to its name for good.",
            discussion: "Without it: http://localhost with the port.", valueName: "address"))
    var site: String?

    @Option(
        help: ArgumentHelp(
            "A provider through which people of another organisation sign in (OpenID Connect): a JSON file with name, issuer, clientID and clientSecret. May be given several times.",
            valueName: "path"))
    var provider: [String] = []

    @Flag(help: "Do not unseal the vault: sealed fields cannot be read until it is served anew.")
    var sealed = false

    @Flag(help: "Let everybody ask as much as they like: at demonstration data only, for tests.")
    var unlimited = false

    @OptionGroup(title: "Unsealing") var unsealing: UnsealOptions
    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (0...65_535).contains(port) else { throw CLIError.outOfRange(option: "--port", range: "0-65535") }
        guard (certificate == nil) == (key == nil) else { throw CLIError.certificateInPart }
        let scheme = certificate == nil ? "http" : "https"
        let address = try site.map { try SiteAddress($0) }
        let known = address?.site ?? Environment.localSite(port: port)
        let configuration = try await configuration(address)
        return try await common.withDaybreak(in: shell, site: known) { daybreak in
            guard daybreak.standing != .unfounded else { throw SetUpError.notFounded }
            guard !unlimited || daybreak.standing == .demonstration else { throw SetUpError.notADemonstration }
            try await unseal(daybreak, in: shell)
            let ground = WebGround(
                picture: daybreak.picture, book: daybreak.book, directory: daybreak.directory,
                identity: daybreak.identity, ledger: daybreak.ledger, vault: daybreak.vault,
                isDemonstration: daybreak.standing == .demonstration)
            let (shell, host, json) = (shell, host == "127.0.0.1" ? "localhost" : host, common.json)
            try await WebServer.serve(ground, configuration: configuration) { port in
                let address = "\(scheme)://\(host):\(port)"
                if json {
                    shell.print(json: ["address": .string(address)])
                } else {
                    shell.print(shell.text("cli.serving", ["address": address]))
                }
            }
            return .done
        }
    }

    private func configuration(_ address: SiteAddress?) async throws -> WebConfiguration {
        let files = certificate.flatMap { certificate in
            key.map { CertificateFiles(certificate: certificate, key: $0, allowsTLS12: allowsTLS12) }
        }
        let uploads = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-uploads").path
        let vendor = libraries ?? (FileManager.default.fileExists(atPath: "vendor") ? "vendor" : nil)
        var providers: [WebConfiguration.NamedProvider] = []
        for path in provider {
            providers.append(try await ProviderFile.read(path, origin: address?.origin ?? "http://localhost:\(port)"))
        }
        return WebConfiguration(
            host: host, port: port, hosts: Set(allowHost).union(address.map { [$0.host] } ?? []), certificate: files,
            isBehindProxy: isBehindProxy, libraryFolder: vendor, uploadFolder: uploads, zoneOffset: zoneOffset,
            rates: unlimited ? .unlimited : .standard, providers: providers, fetch: ProviderFile.fetch,
            now: Environment.systemNow)
    }

    // What cannot be asked for stays locked away, and every page says so.
    private func unseal(_ daybreak: Daybreak, in shell: Shell) async throws {
        guard !sealed else { return }
        if daybreak.standing == .demonstration {
            return try await daybreak.vault.unseal(passphrase: Demonstration.passphrase)
        }
        do {
            try await unsealing.unseal(daybreak.vault, in: shell)
        } catch CLIError.noTerminal {
            shell.complain(shell.text("cli.stays-sealed"))
        }
    }
}
