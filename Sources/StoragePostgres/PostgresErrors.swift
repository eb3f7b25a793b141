import CLibPQ
import Storage

extension StorageError {
    /// An error that libpq brings, by its SQLSTATE.
    init(_ result: OpaquePointer, isConnected: Bool) {
        func field(_ letter: Unicode.Scalar) -> String? {
            PQresultErrorField(result, CInt(letter.value)).map { String(cString: $0) }
        }
        let whole = PQresultErrorMessage(result).map { String(cString: $0).trimmed } ?? ""
        let code = field("C") ?? ""
        let message = field("M") ?? whole
        switch code {
        case _ where !isConnected: self = .connectionLost(message)
        case "53100": self = .diskFull
        case "58030", "XX001", "XX002": self = .diskFailed("\(code) \(message)")
        case "40001", "40P01", "55P03": self = .busy
        case "57P01", "57P02", "57P03": self = .connectionLost(message)
        case _ where code.hasPrefix("23"): self = .constraint(message)
        case _ where code.hasPrefix("08"): self = .connectionLost(message)
        default: self = .other(code: code, message: message)
        }
    }
}
