import Foundation
import Storage
import StoragePostgres
import Synchronization

/// A PostgreSQL server for the tests: the one that `DAYBREAK_TEST_POSTGRES` names (`host=… dbname=…`), or one of our own in a temporary
/// folder, which ends with this process however it ends.
public final class TestCluster: Sendable {
    /// Its connection string.
    public let conninfo: String
    /// Holds the server up: it stops when this end of the pipe closes, which the kernel sees to even after a `kill -9`.
    private let lifeline: Pipe?

    /// The server that all tests share; started by the first that asks.
    public static let shared = Swift.Result { try TestCluster() }

    /// Whether there is a server or the means to start one.
    public static var isPresent: Bool { given != nil || canStart }

    /// Whether a server of our own can be started, with settings of the test's choice.
    public static var canStart: Bool { binaries != nil }

    private static let given = ProcessInfo.processInfo.environment["DAYBREAK_TEST_POSTGRES"]

    /// The folder with `initdb` and `postgres`; the newest when there are several.
    private static let binaries: String? = {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let folders = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return (folders + path).first { folder in
            ["initdb", "postgres", "pg_isready"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
            }
        }
    }()

    private convenience init() throws {
        if let given = Self.given { self.init(given: given) } else { try self.init(settings: []) }
    }

    private init(given: String) {
        conninfo = given
        lifeline = nil
    }

    /// Starts a server of our own on a socket in a new folder under `/tmp`.
    ///
    /// - parameter settings: Settings to start with, such as `fsync=off`.
    public init(settings: [String]) throws {
        guard let binaries = Self.binaries else { throw CocoaError(.fileNoSuchFile) }
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        let shell = ["/bin/sh", "-c", Self.script, "test-cluster", binaries] + settings.flatMap { ["-c", $0] }
        // PostgreSQL refuses to run as root.
        let words = geteuid() == 0 ? ["/usr/sbin/runuser", "-u", "postgres", "--"] + shell : shell
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var answer = Data()
        while !answer.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            answer += more
        }
        let folder = String(decoding: answer, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
        guard folder.hasPrefix("/") else {
            throw StorageError.cannotOpen("the tests' PostgreSQL", reason: folder.isEmpty ? "initdb failed" : folder)
        }
        conninfo = "host=\(folder) user=daybreak dbname=postgres"
        lifeline = input
    }

    /// Makes the cluster, starts the server, says where it is, waits for the end of its input, and cleans up.
    private static let script = """
        set -eu
        umask 077
        bin=$1; shift
        dir=$(mktemp -d /tmp/daybreak-pg.XXXXXX)
        server=
        trap '[ -z "$server" ] || { kill -QUIT "$server" && wait "$server"; } || true; rm -rf "$dir"' EXIT
        trap 'exit 1' HUP INT PIPE TERM
        "$bin/initdb" -D "$dir/data" -A trust -U daybreak -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1
        "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c max_connections=400 \\
            -c shared_buffers=64MB -c max_locks_per_transaction=256 "$@" >>"$dir/log" 2>&1 &
        server=$!
        n=0
        until "$bin/pg_isready" -q -h "$dir" -U daybreak; do
            n=$((n + 1)); [ $n -lt 300 ] || { tail -n 1 "$dir/log"; exit 1; }
            sleep 0.1
        done
        echo "$dir"
        cat >/dev/null
        """

    /// Runs one command in a transaction of its own.
    static func command(_ text: String, _ conninfo: String) async throws {
        let database = try await PostgresDatabase(conninfo, connections: 1)
        try await database.write { try $0.execute(SQL(text)) }
        try await database.close()
    }
}
