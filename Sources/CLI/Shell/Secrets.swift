import Foundation

/// Secrets come from the terminal, without echo, or from a file or descriptor; never from an argument, which every process
/// of the machine can read.
enum Secrets {
    /// The first line of a file.
    static func line(inFile path: String) throws(CLIError) -> String { try first(try Files.text(path)) }

    /// The first line of an open descriptor.
    static func line(ofDescriptor number: Int32) throws(CLIError) -> String {
        let handle = FileHandle(fileDescriptor: number, closeOnDealloc: false)
        let bytes: Data?
        do { bytes = try handle.readToEnd() } catch {
            throw .cannotRead("\(number)", reason: error.localizedDescription)
        }
        return try first(String(decoding: bytes ?? Data(), as: UTF8.self))
    }

    private static func first(_ text: String) throws(CLIError) -> String {
        String(text.prefix { !$0.isNewline })
    }

    /// A line that somebody types at the terminal, which does not show it. Throws `noTerminal`.
    static func typed(_ prompt: String, isShown: Bool = false) throws(CLIError) -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { throw .noTerminal }
        defer { _ = Glibc.close(terminal) }
        var settings = termios()
        guard tcgetattr(terminal, &settings) == 0 else { throw .noTerminal }
        var silent = settings
        if !isShown { silent.c_lflag &= ~tcflag_t(ECHO) }
        guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { throw .noTerminal }
        defer { _ = tcsetattr(terminal, TCSAFLUSH, &settings) }
        let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
        handle.write(Data(prompt.utf8))
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(terminal, &byte, 1) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        if !isShown { handle.write(Data("\n".utf8)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
