import Foundation
import RichPicture

/// The map as SVG: outlines or a graticule below, the places above, each with its uncertainty.
///
/// A place is never a bare point. A cell is a wedge as wide as its beam and as long as its reach; anything else is a
/// circle of its uncertainty; where no uncertainty is stated the circle is dashed, and the legend says so.
struct MapDrawing: Sendable {
    let reader: Reader
    let outlines: Outlines?
    var width = 960.0
    var height = 600.0

    /// A place to draw, with where it leads.
    struct Item: Sendable {
        var place: EntityView.Place
        var title: String
        var link: SiteURL?
        /// Events at the place; they make it darker.
        var events: Int
    }

    /// Several places drawn as one, with the closer look that it leads to.
    struct Crowd: Sendable {
        var latitude: Double
        var longitude: Double
        var places: Int
        var title: String
        var link: SiteURL
    }

    /// The drawing of a part of the Earth.
    func draw(_ items: [Item], _ crowds: [Crowd] = [], in box: GeoBox, title: String) -> Markup {
        let projection = Projection(box, width: width, height: height)
        let most = items.map(\.events).max() ?? 0
        let marks = items.map { mark($0, most: most, on: projection) } + crowds.map { crowd($0, on: projection) }
        return """
            <svg class="map" viewBox="0 0 \(number: width) \(number: height)" role="img" aria-label="\(title)">
            <rect class="sea" width="\(number: width)" height="\(number: height)"/>
            <g class="ground">\(ground(projection))</g>
            <g class="marks">\(Markup.joined(marks))</g>
            \(scale(projection))
            </svg>
            """
    }

    /// The drawing of all places, with some room around them; `nil` when there is no place.
    func draw(_ items: [Item], room: Double = 1.25, title: String) -> Markup? {
        GeoBox(around: items.map(\.place)).map { draw(items, in: $0.scaled(by: room), title: title) }
    }

    private func crowd(_ crowd: Crowd, on projection: Projection) -> Markup {
        let (x, y) = (projection.x(crowd.longitude), projection.y(crowd.latitude))
        let radius = min(27, 11 + 5 * log10(Double(max(1, crowd.places))))
        return """
            <a href="\(url: crowd.link)" aria-label="\(crowd.title)"><g class="crowd">\
            <circle cx="\(number: x)" cy="\(number: y)" r="\(number: radius)"/>\
            <text x="\(number: x)" y="\(number: y + 4)" text-anchor="middle">\(reader.number(crowd.places))</text>\
            <title>\(crowd.title)</title></g></a>
            """
    }

    private func ground(_ projection: Projection) -> Markup {
        let shapes = outlines?.shapes(in: projection.view) ?? []
        guard !shapes.isEmpty else { return graticule(projection) }
        let provinces = shapes.filter { !$0.isCountry }.map { shape($0, projection) }
        let countries = shapes.filter(\.isCountry).map { shape($0, projection) }
        return Markup.joined(countries + provinces)
    }

    private func shape(_ shape: Outlines.Shape, _ projection: Projection) -> Markup {
        var path = Markup.empty
        for ring in shape.rings where ring.count >= 6 {
            path += trace(ring, projection)
        }
        return "<path class=\"\(if: shape.isCountry, "country")\(if: !shape.isCountry, "province")\" d=\"\(path)\"/>"
    }

    // Points closer than a unit to the last one drawn are left out: they would not be seen.
    private func trace(_ ring: [Double], _ projection: Projection) -> Markup {
        var path = Markup.empty
        var last = (x: Double.infinity, y: Double.infinity)
        for index in stride(from: 0, to: ring.count - 1, by: 2) {
            let point = (x: projection.x(ring[index]), y: projection.y(ring[index + 1]))
            if index > 0, abs(point.x - last.x) < 1, abs(point.y - last.y) < 1 { continue }
            path += index == 0 ? "M\(number: point.x) \(number: point.y)" : "L\(number: point.x) \(number: point.y)"
            last = point
        }
        path += "Z"
        return path
    }

    private func graticule(_ projection: Projection) -> Markup {
        let step = projection.graticule
        let view = projection.view
        var lines = Markup.empty
        for index in Int(
            (view.west / step).rounded(.up))...max(
                Int((view.west / step).rounded(.up)), Int((view.east / step).rounded(.down)))
        {
            let x = projection.x(Double(index) * step)
            lines +=
                "<path class=\"grid\" d=\"M\(number: x) 0V\(number: height)\"/><text x=\"\(number: x + 4)\" y=\"14\">\(degrees(Double(index) * step))</text>"
        }
        for index in Int(
            (view.south / step).rounded(.up))...max(
                Int((view.south / step).rounded(.up)), Int((view.north / step).rounded(.down)))
        {
            let y = projection.y(Double(index) * step)
            lines +=
                "<path class=\"grid\" d=\"M0 \(number: y)H\(number: width)\"/><text x=\"4\" y=\"\(number: y - 4)\">\(degrees(Double(index) * step))</text>"
        }
        return lines
    }

    private func degrees(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let text =
            "\(abs(hundredths) / 100)"
            + (hundredths % 100 == 0 ? "" : ".\(String(abs(hundredths) % 100 + 100).dropFirst())")
        return (hundredths < 0 ? "-" : "") + text + "°"
    }

    private func mark(_ item: Item, most: Int, on projection: Projection) -> Markup {
        let weight = most == 0 ? 1 : 1 + Int((3 * Double(item.events) / Double(most)).rounded())
        let body: Markup =
            "<g class=\"mark w\(weight)\(if: item.place.radius == nil, " unstated")\">\(form(item.place, projection))<title>\(item.title)</title></g>"
        guard let link = item.link else { return body }
        return "<a href=\"\(url: link)\" aria-label=\"\(item.title)\">\(body)</a>"
    }

    private func form(_ place: EntityView.Place, _ projection: Projection) -> Markup {
        let (x, y) = (projection.x(place.longitude), projection.y(place.latitude))
        let radius = max(7, projection.units(metres: place.radius ?? 0))
        guard let azimuth = place.azimuth, let beam = place.beam, beam < 360, place.radius != nil else {
            let shown = place.radius == nil ? 16 : radius
            return "<circle cx=\"\(number: x)\" cy=\"\(number: y)\" r=\"\(number: shown)\"/>"
        }
        let reach = max(16, radius)
        let (left, right) = (azimuth - beam / 2, azimuth + beam / 2)
        func edge(_ degrees: Double) -> Markup {
            let angle = degrees * .pi / 180
            return "\(number: x + reach * sin(angle)) \(number: y - reach * cos(angle))"
        }
        return """
            <path d="M\(number: x) \(number: y)L\(edge(left))A\(number: reach) \(number: reach) 0 \(beam > 180 ? 1 : 0) 1 \(edge(right))Z"/>
            """
    }

    private func scale(_ projection: Projection) -> Markup {
        let metres = projection.scaleBar
        let length = projection.units(metres: metres)
        let y = height - 18
        return """
            <g class="scale"><path d="M16 \(number: y - 5)v5h\(number: length)v-5"/>\
            <text x="\(number: 16 + length / 2)" y="\(number: y - 8)" text-anchor="middle">\(reader.metres(metres))</text></g>
            """
    }
}
