/// The site as browsers know it. Passkeys are bound to `id` for good: choose the name under which the site will stay.
public struct Site: Sendable, Hashable {
    /// The domain, such as `daybreak.example.org`, or `localhost`; never an address of numbers.
    public let id: String
    /// The name that people read, in their app of codes and in the browser's questions.
    public let name: String
    /// The origins of its pages, such as `https://daybreak.example.org`.
    public let origins: Set<String>

    /// Makes a site.
    public init(id: String, name: String, origins: Set<String>) {
        self.id = id
        self.name = name
        self.origins = origins
    }
}
