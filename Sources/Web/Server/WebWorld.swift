public import Identity
public import Ledger
public import Records
public import RichPicture
public import Vault
import Words

/// What the pages and the API are faces of.
public struct WebGround: Sendable {
    var picture: RichPicture
    var book: RecordBook
    var directory: Directory
    var identity: Identity
    var ledger: Ledger
    var vault: Vault
    /// Whether these are demonstration data, which everybody may look at with anybody's eyes.
    var isDemonstration: Bool

    /// Gathers it.
    public init(
        picture: RichPicture, book: RecordBook, directory: Directory, identity: Identity, ledger: Ledger, vault: Vault,
        isDemonstration: Bool
    ) {
        self.picture = picture
        self.book = book
        self.directory = directory
        self.identity = identity
        self.ledger = ledger
        self.vault = vault
        self.isDemonstration = isDemonstration
    }
}

/// Everything that a request handler may use.
struct WebWorld: Sendable {
    let ground: WebGround
    let configuration: WebConfiguration
    let assets: Assets
    let jobs: Jobs
    let limiter: Limiter
    let cookies: Cookies

    init(_ ground: WebGround, configuration: WebConfiguration) {
        self.ground = ground
        self.configuration = configuration
        assets = Assets(libraryFolder: configuration.libraryFolder)
        jobs = Jobs(now: configuration.now)
        limiter = Limiter(RateLimits(configuration.rates), now: configuration.now)
        cookies = Cookies(isEncrypted: configuration.isEncrypted)
    }

    var picture: RichPicture { ground.picture }
    var book: RecordBook { ground.book }
    var desk: Desk { ground.book.desk }
    var directory: Directory { ground.directory }
    var identity: Identity { ground.identity }
    var ledger: Ledger { ground.ledger }
    var vault: Vault { ground.vault }
    var isDemonstration: Bool { ground.isDemonstration }

    /// The reader of a request's language.
    func reader(language: String) -> Reader {
        Reader(catalogue: .language(language), zone: Zone(offset: configuration.zoneOffset))
    }
}
