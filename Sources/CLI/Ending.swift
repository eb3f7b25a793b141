import Daybreak
import Formats
import Identity
import Ledger
import Linkage
import Networks
import Records
import RichPicture
import Storage

/// How a command ended: the exit code of the process.
enum Ending: Int32, CaseIterable, Comparable {
    /// What was asked for is done; so it is when a file was there already.
    case done = 0
    /// It could not be done.
    case failed = 1
    /// The command line is wrong.
    case usage = 2
    /// There is nothing of that kind, or nothing that may be seen.
    case nothingFound = 3
    /// The file was refused, or every row of it.
    case refused = 4
    /// The file is kept, but may not be used: the authority is missing.
    case unusable = 5
    /// The database cannot be opened, read or written.
    case database = 6
    /// Nobody has signed in, or nobody who may act.
    case notSignedIn = 7

    /// The ending that an error leads to.
    init(of error: any Error) {
        switch error {
        case is StorageError: self = .database
        case is ProfileError, is FormatError: self = .refused
        case is Grade.Problem: self = .usage
        case let error as CLIError: self = error.ending
        case let error as LinkError: self = error.ending
        case is SettingsError, is SplinkError: self = .refused
        case InputError.noColumn, InputError.needed: self = .usage
        case is InputError: self = .refused
        case let error as IntakeError: self.init(of: error)
        case PictureRefusal.namesNobody: self = .usage
        case PictureRefusal.unknownBeginning: self = .nothingFound
        case LinkRefusal.gone, LinkRefusal.unknown: self = .nothingFound
        case DeskError.notFound: self = .nothingFound
        case let error as LedgerError: self.init(of: error)
        case is IdentityError: self = .notSignedIn
        case SetUpError.notFounded: self = .database
        case SetUpError.nobody, SetUpError.notADemonstration: self = .notSignedIn
        case let error as DeskError: self.init(of: error)
        default: self = .failed
        }
    }

    private init(of error: IntakeError) {
        switch error {
        case .unreadable, .empty, .tooLarge, .noProfile, .columnsMissing, .contextNamesPeople, .refused:
            self = .refused
        case .unknownProfile, .unknownEncoding, .unknownZone, .streamNeeded, .notAnIdentifier, .notStopped,
            .reasonNeeded, .namesNeeded:
            self = .usage
        case .unknownSource: self = .nothingFound
        case .notPermitted: self = .unusable
        case .wrongState: self = .failed
        }
    }

    private init(of error: DeskError) {
        switch error {
        case .notFound: self = .nothingFound
        case .unknownType, .cannotSet, .badValue, .reasonNeeded: self = .usage
        default: self = .failed
        }
    }

    private init(of error: LedgerError) {
        switch error {
        case .badKey, .badNote, .badCheckpoint: self = .refused
        case .noEntry, .noSize: self = .nothingFound
        default: self = .failed
        }
    }

    /// The more serious is the larger.
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
