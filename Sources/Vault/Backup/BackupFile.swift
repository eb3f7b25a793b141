/// A small file that goes into a backup beside the databases: a key without which a copy of them could not be worked with.
public struct BackupFile: Sendable, Equatable {
    /// Its name in the archive, behind `files/`.
    public var name: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// Makes one.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
