import RichPicture

/// A value of the JSON API. Its schema is read off its own decoder, so that document and bytes cannot drift apart.
protocol WireValue: Codable, Sendable {
    /// The name in the OpenAPI document's components.
    static var schemaName: String { get }
}

extension WireValue {
    static var schemaName: String { "\(Self.self)" }
}

/// The values of the JSON API.
enum Wire {}

// The model's values by a name that the API's own values of the same name do not hide. (The module's name does not
// help: its main type has it too.)
typealias PictureAppearance = Appearance
typealias PictureCitation = Citation
typealias PictureGrade = Grade
typealias PictureHome = Home
typealias PictureLinkStories = LinkStories
typealias PictureLinkStory = LinkStory
typealias PictureNeighbourhood = Neighbourhood
typealias PictureSearchPage = SearchPage
typealias PictureSource = Source
typealias PictureTimeline = Timeline
