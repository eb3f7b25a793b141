import Identity
import Records

extension Wire {
    struct SignIn: WireValue {
        var name: String
        var passphrase: String
    }

    struct SecondFactor: WireValue {
        var ticket: String
        var code: String
    }

    struct SignedIn: WireValue {
        var token: String?
        var ticket: String?
        var among: [String]
        var mustEnrol: Bool
        var postings: [HeldPosting]
    }

    struct HeldPosting: WireValue {
        var posting: String
        var role: String
        var organisation: String
        var unit: String

        init(_ held: Directory.Held) {
            posting = held.id
            role = held.posting.role
            organisation = held.posting.organisation
            unit = held.posting.unit
        }
    }

    struct PostingChoice: WireValue {
        var posting: String
    }

    struct Me: WireValue {
        var account: String
        var name: String?
        var role: String?
        var organisation: String?
        var postings: [HeldPosting]
        var isDemonstration: Bool
        var isVaultSealed: Bool
    }

    /// What a page's script asks a passkey for.
    struct Question: WireValue {
        var challenge: String
        var site: String
        var siteName: String
        var passkeys: [String]
        var user: String?
        var userName: String?
        var userVerification: String
        var algorithms: [Int]
        var timeout: Int

        init(_ request: PasskeyRequest) {
            challenge = request.challenge
            site = request.site
            siteName = request.siteName
            passkeys = request.passkeys
            user = request.user?.id
            userName = request.user?.name
            userVerification = request.userVerification
            algorithms = request.algorithms
            timeout = request.timeout
        }
    }
}
