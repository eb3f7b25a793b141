import Foundation
import Synchronization
import Words

/// What happens when the disk refuses a sync: the process stops.
///
/// After a failed `fsync` the kernel may drop the pages that it could not write and report success the next time, so
/// nothing that this process believes saved can be trusted any more, and trying again would only hide the loss. The next
/// start reads what really is on the disk.
public enum FailedSync {
    private static let response = Mutex<@Sendable (StorageError) -> Void>(stopProcess)

    /// Replaces what happens at a failed sync, for the whole process: a server may wish to log first, a test to look.
    public static func respond(with response: @escaping @Sendable (StorageError) -> Void) {
        self.response.withLock { $0 = response }
    }

    /// Called by drivers as soon as a sync has failed; by default does not return.
    public static func report(_ error: StorageError) {
        let respond = response.withLock { $0 }
        respond(error)
    }

    /// Says on standard error what happened, and ends the process at once, without any clean-up that might write.
    @Sendable public static func stopProcess(_ error: StorageError) {
        FileHandle.standardError.write(Data("daybreak: \(Catalogue.english.text(error.phrase))\n".utf8))
        _exit(74)  // EX_IOERR of sysexits.h
    }
}
