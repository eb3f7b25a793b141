import GRDB
import GRDBSQLite
import Storage

extension StorageError {
    /// An error of SQLite in the words of `Storage`; an interrupted statement is a cancelled task.
    static func translating(code: CInt, message: String) -> any Error {
        if code & 0xff == SQLITE_INTERRUPT { return CancellationError() }
        return StorageError(code: code, message: message)
    }

    /// An error of SQLite, from its extended result code.
    init(code: CInt, message: String) {
        switch code & 0xff {
        case SQLITE_FULL: self = .diskFull
        case SQLITE_IOERR: self = .diskFailed("\(code) \(message)")
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_CONSTRAINT: self = .constraint(message)
        case SQLITE_CANTOPEN, SQLITE_NOTADB: self = .cannotOpen("", reason: message)
        default: self = .other(code: String(code), message: message)
        }
    }

    /// Any error met while opening.
    init(_ error: any Error) {
        if let error = error as? DatabaseError {
            self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        } else {
            self = .other(code: "", message: "\(error)")
        }
    }

    /// The database's own words.
    var detail: String {
        switch self {
        case .cannotOpen(_, let reason): reason
        case .notDurable(let detail), .diskFailed(let detail), .constraint(let detail), .connectionLost(let detail):
            detail
        case .other(_, let message): message
        default: "\(self)"
        }
    }
}
