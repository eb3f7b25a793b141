import Foundation

/// Where the token of a session is kept between commands: in a folder that ends with the login
/// (`$XDG_RUNTIME_DIR/daybreak`), otherwise in `~/.local/state/daybreak`; one file for each database, for its owner's eyes.
struct SessionFile: Sendable {
    let path: String

    init(of database: String, in shell: Shell) {
        let runtime = shell.variables["XDG_RUNTIME_DIR"].map { $0 + "/daybreak" }
        let state = shell.variables["XDG_STATE_HOME"] ?? shell.variables["HOME"].map { $0 + "/.local/state" }
        let folder = runtime ?? (state ?? FileManager.default.temporaryDirectory.path) + "/daybreak"
        let isAddress = database.contains("://")
        let whole = isAddress ? database : URL(fileURLWithPath: database).standardizedFileURL.path
        // FNV-1a: it tells databases apart; an address may hold a password, which must not stand in a name.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in whole.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        path = "\(folder)/\(String(hash, radix: 16)).session"
    }

    /// The token, if there is one that nobody else can read.
    var token: String? {
        let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        guard let mode, mode & 0o077 == 0, let data = FileManager.default.contents(atPath: path) else { return nil }
        let text = String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }
        return text.isEmpty ? nil : text
    }

    /// Keeps a token.
    func keep(_ token: String) throws(CLIError) {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .cannotWrite(folder, reason: error.localizedDescription) }
        forget()
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotWrite(path, reason: String(cString: strerror(errno))) }
        defer { close(file) }
        let bytes = Array((token + "\n").utf8)
        guard write(file, bytes, bytes.count) == bytes.count else {
            throw .cannotWrite(path, reason: String(cString: strerror(errno)))
        }
    }

    /// Removes it.
    func forget() { unlink(path) }
}
