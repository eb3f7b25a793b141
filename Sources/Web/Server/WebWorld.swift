import Records
import RichPicture
import Words

/// Everything that a request handler may use.
struct WebWorld: Sendable {
    let picture: RichPicture
    let book: RecordBook
    let configuration: WebConfiguration
    let assets: Assets
    let jobs: Jobs

    init(picture: RichPicture, book: RecordBook, configuration: WebConfiguration) {
        self.picture = picture
        self.book = book
        self.configuration = configuration
        assets = Assets(libraryFolder: configuration.libraryFolder)
        jobs = Jobs(now: configuration.now)
    }

    /// The reader of a request's language.
    func reader(language: String) -> Reader {
        Reader(catalogue: .language(language), zone: Zone(offset: configuration.zoneOffset))
    }
}
