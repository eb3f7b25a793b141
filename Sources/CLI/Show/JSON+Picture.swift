import Formats
import RichPicture

extension SearchPage {
    var json: JSONValue {
        [
            "hits": .array(hits.map(\.json)), "total": .number(total), "isTruncated": .bool(isTruncated),
            "kinds": .array(kinds.map { ["name": .string($0.kind.name), "count": .number($0.count)] }),
            "streams": .array(streams.map { ["name": .string($0.stream.rawValue), "count": .number($0.count)] }),
            "leavesPeopleOut": .bool(leavesPeopleOut),
        ]
    }
}

extension SearchHit {
    var json: JSONValue {
        [
            "entity": entity.json, "matched": .string(matched), "property": .optional(property?.name),
            "reason": .string(reason.rawValue), "sources": .number(sources), "events": .number(events),
            "first": .instant(first), "last": .instant(last),
            "streams": .array(streams.map { .string($0.rawValue) }), "confidence": .number(confidence),
            "citation": citation?.json ?? .null,
        ]
    }
}

extension EntityView {
    var json: JSONValue {
        [
            "entity": entity.json, "values": .array(values.map(\.json)), "inverse": .array(inverse.map(\.json)),
            "places": .array(places.map(\.json)), "appearances": .array(appearances.map(\.json)),
            "contradictions": .array(contradictions.map { .string($0.name) }), "stopped": .optional(stopped),
            "eventCount": .number(eventCount),
        ]
    }
}

extension EntityView.Value {
    var json: JSONValue {
        [
            "property": .string(property.name), "text": .string(text), "raw": .optional(raw),
            "link": link?.json ?? .null, "citation": citation.json,
        ]
    }
}

extension EntityView.Place {
    var json: JSONValue {
        [
            "latitude": .number(latitude), "longitude": .number(longitude), "azimuth": .optional(azimuth),
            "beam": .optional(beam), "radius": .optional(radius), "citation": citation.json,
        ]
    }
}

extension Appearance {
    var json: JSONValue {
        ["citation": citation.json, "events": .number(events), "first": .instant(first), "last": .instant(last)]
    }
}

extension EventLine {
    var json: JSONValue {
        [
            "kind": .string(kind.name), "start": .string(start.iso), "precision": .string("\(start.precision)"),
            "duration": .optional(duration), "from": from.json, "to": to?.json ?? .null,
            "place": place?.json ?? .null, "handset": handset?.json ?? .null, "sim": sim?.json ?? .null,
            "money": money?.json ?? .null, "note": .optional(note), "citation": citation.json,
        ]
    }
}

extension Timeline {
    var json: JSONValue {
        [
            "events": .array(events.map(\.json)), "total": .number(total),
            "histogram": .array(histogram.map { ["start": .instant($0.start), "count": .number($0.count)] }),
            "bucketMilliseconds": .number(bucket),
        ]
    }
}

extension Neighbourhood {
    func json(_ shell: Shell) -> JSONValue {
        [
            "nodes": .array(
                nodes.map { node in
                    [
                        "entity": node.entity.json, "distance": .number(node.distance), "degree": .number(node.degree),
                        "halted": .optional(node.halted.map { shell.text($0) }), "x": .number(node.x),
                        "y": .number(node.y),
                    ]
                }),
            "edges": .array(
                edges.map { edge in
                    [
                        "from": .number(edge.from), "to": .number(edge.to), "kind": .string(edge.kind),
                        "count": .number(edge.count), "first": .instant(edge.first), "last": .instant(edge.last),
                        "money": edge.money?.json ?? .null,
                    ]
                }), "total": .number(total),
        ]
    }
}

extension SourceView {
    func json(_ shell: Shell) -> JSONValue {
        [
            "source": source.json(shell),
            "lines": .array(
                lines.map { line in
                    [
                        "number": .number(line.number), "text": .string(line.text),
                        "refused": .optional(line.rejected.map { shell.text($0) }),
                    ]
                }), "lastLine": .optional(lastLine),
            "refused": .array(rejected.map { RefusedRow.json($0, in: shell) }), "highlighted": .optional(highlighted),
            "mentions": .array(mentions.map(\.json)),
        ]
    }
}
