/// A piece of HTML or SVG whose interpolated values are escaped; only another `Markup` goes in as it is.
///
///     let line: Markup = "<td>\(row.name)</td>"        // a<b comes out a&lt;b
///
/// Text and quoted attributes are the only places for plain values. An address goes in with `url:` (ours only), data
/// for a script with `json:` (inside a quoted attribute), a coordinate with `number:`.
struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The finished text.
    private(set) var text: String

    /// No markup.
    static let empty: Markup = ""

    init(stringLiteral value: String) { text = value }

    /// Takes what is markup already: pieces of other markup, put together anew.
    init(finished text: String) { self.text = text }

    init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// Appends a piece.
    static func += (left: inout Markup, right: Markup) { left.text += right.text }

    /// Pieces one after another.
    static func joined(_ pieces: some Sequence<Markup>, separator: Markup = .empty) -> Markup {
        var whole = Markup.empty
        var isFirst = true
        for piece in pieces {
            if !isFirst { whole += separator }
            whole += piece
            isFirst = false
        }
        return whole
    }

    /// Collects the literal parts and the escaped values.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }

        mutating func appendInterpolation(_ value: String) { Escape.append(value, to: &text) }

        mutating func appendInterpolation(_ value: Int) { text += String(value) }

        mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

        /// The markup if there is any.
        mutating func appendInterpolation(_ markup: Markup?) { if let markup { text += markup.text } }

        /// The markup if the condition holds.
        mutating func appendInterpolation(if condition: Bool, _ markup: @autoclosure () -> Markup) {
            if condition { text += markup().text }
        }

        /// The markup of each item. (A trailing closure may not stand in an interpolation: pass the function.)
        mutating func appendInterpolation<S: Sequence>(each items: S, _ body: (S.Element) -> Markup) {
            for item in items { text += body(item).text }
        }

        /// An address of this site, for `href`, `src` and `action`.
        mutating func appendInterpolation(url: SiteURL) { Escape.append(url.path, to: &text) }

        /// A value as JSON, for a quoted `data-` attribute.
        mutating func appendInterpolation(json value: some Encodable) { Escape.append(JSONText.of(value), to: &text) }

        /// A drawing's coordinate, with one decimal.
        mutating func appendInterpolation(number: Double) { text += Escape.number(number) }
    }
}
