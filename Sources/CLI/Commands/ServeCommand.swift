import ArgumentParser
import Daybreak
import Formats
import Foundation
import RichPicture
import Web

/// Serves pages and the JSON API.
struct ServeCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and the JSON API until Ctrl-C.",
        discussion: """
            Only this machine can reach it, unless --host says otherwise; then it asks for a certificate, or for a proxy \
            that has one. There are no accounts yet: whoever reaches the port sees everything. After a certificate has \
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

    @OptionGroup(title: "Common options") var common: CommonOptions

    func run(in shell: Shell) async throws -> Ending {
        guard (0...65_535).contains(port) else { throw CLIError.outOfRange(option: "--port", range: "0-65535") }
        guard (certificate == nil) == (key == nil) else { throw CLIError.certificateInPart }
        let files = certificate.flatMap { certificate in
            key.map { CertificateFiles(certificate: certificate, key: $0, allowsTLS12: allowsTLS12) }
        }
        let uploads = FileManager.default.temporaryDirectory.appendingPathComponent("daybreak-uploads").path
        let vendor = libraries ?? (FileManager.default.fileExists(atPath: "vendor") ? "vendor" : nil)
        let configuration = WebConfiguration(
            host: host, port: port, hosts: Set(allowHost), certificate: files, isBehindProxy: isBehindProxy,
            libraryFolder: vendor, uploadFolder: uploads, zoneOffset: zoneOffset, viewer: common.viewer,
            now: { Int(Date().timeIntervalSince1970 * 1_000) })
        return try await common.withDaybreak(in: shell, isNew: true) { daybreak in
            let (shell, host, json, scheme) = (shell, host, common.json, files == nil ? "http" : "https")
            try await WebServer.serve(picture: daybreak.picture, book: daybreak.book, configuration: configuration) {
                port in
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
}
