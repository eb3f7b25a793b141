import Foundation
import NIOSSL
import Synchronization

/// The files of a certificate, and which TLS is spoken with it.
public struct CertificateFiles: Sendable, Equatable {
    /// The certificate and those that lead to its authority, in PEM.
    public var certificate: String
    /// The private key, in PEM, without a passphrase.
    public var key: String
    /// Whether TLS 1.2 is spoken with those who have no 1.3.
    public var allowsTLS12: Bool

    /// Names the files.
    public init(certificate: String, key: String, allowsTLS12: Bool = false) {
        self.certificate = certificate
        self.key = key
        self.allowsTLS12 = allowsTLS12
    }
}

/// The certificate that new connections are answered with. It can be replaced while the server runs.
final class ServerCertificate: Sendable {
    private let files: CertificateFiles
    private let current: Mutex<NIOSSLContext>

    /// Throws a `ListenProblem` when the files cannot be read or do not belong together.
    init(_ files: CertificateFiles) throws(ListenProblem) {
        self.files = files
        current = Mutex(try Self.read(files))
    }

    /// What the next connection is answered with.
    var context: NIOSSLContext { current.withLock { $0 } }

    /// Reads the files again. When that fails the old certificate stays.
    func reload() throws(ListenProblem) {
        let context = try Self.read(files)
        current.withLock { $0 = context }
    }

    private static func read(_ files: CertificateFiles) throws(ListenProblem) -> NIOSSLContext {
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
        } catch {
            throw .badCertificate(path: files.certificate)
        }
        guard !chain.isEmpty else { throw .badCertificate(path: files.certificate) }
        try requirePrivate(files.key)
        let key: NIOSSLPrivateKey
        do {
            key = try NIOSSLPrivateKey(file: files.key, format: .pem)
        } catch {
            throw .badKey(path: files.key)
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = files.allowsTLS12 ? .tlsv12 : .tlsv13
        configuration.applicationProtocols = ["http/1.1"]
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw .keyOfAnother(certificate: files.certificate, key: files.key)
        }
    }

    /// A key that everybody on the machine can read is not one.
    private static func requirePrivate(_ path: String) throws(ListenProblem) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue else { throw .badKey(path: path) }
        guard mode & 0o007 == 0 else { throw .openKey(path: path) }
    }
}
