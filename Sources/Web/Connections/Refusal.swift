import HTTPTypes

/// Why a connection was ended from our side.
enum Refusal: String, Sendable, CaseIterable {
    /// There are too many connections.
    case crowded
    /// There are too many from this address.
    case crowdedAddress
    /// Nothing was asked for a while. Not a fault; the connection closes without a word.
    case idle
    /// The header did not come in time.
    case slowHeader
    /// The header is larger than any that is expected.
    case largeHeader
    /// The target is longer than any that is expected.
    case longTarget
    /// The body came too slowly, or took too long.
    case slowBody
    /// The answer was not read.
    case slowReader
    /// The answer was given, but the body went on coming.
    case endlessBody

    /// What is answered, when an answer is still possible.
    var status: HTTPResponse.Status? {
        switch self {
        case .crowded: .serviceUnavailable
        case .crowdedAddress: .tooManyRequests
        case .slowHeader, .slowBody: .requestTimeout
        case .largeHeader: .requestHeaderFieldsTooLarge
        case .longTarget: .uriTooLong
        case .idle, .slowReader, .endlessBody: nil
        }
    }
}
