import Formats
import Linkage
import RichPicture

// A weight is given twice: in bits, for reading, and as a whole number of 2⁻³² bits, which sums to the score exactly.

extension ProposalPage {
    var json: JSONValue {
        [
            "proposals": .array(lines.map(\.json)), "total": .number(total), "compared": .number(compared),
            "threshold": .optional(threshold?.score), "expectedPrecision": .optional(threshold?.precision),
        ]
    }
}

extension ProposalLine {
    var json: JSONValue {
        [
            "id": .string(id), "about": .string(subject.rawValue), "entities": .array(entities.map(\.json)),
            "score": score.json, "probability": .number(score.probability), "sourceCount": .number(sources),
            "streams": .array(streams.map { .string($0.rawValue) }),
        ]
    }
}

extension Weight {
    var json: JSONValue { ["bits": .number(bits), "steps": .number(Int(raw))] }
}

extension ProposalView {
    func json(_ shell: Shell) -> JSONValue {
        [
            "id": .optional(id), "about": .string(subject.rawValue),
            "members": .array(
                members.map { member in
                    [
                        "entity": member.entity.json, "mentionCount": .number(member.mentions),
                        "citations": .array(member.citations.map(\.json)), "isAtRisk": .bool(member.isAtRisk),
                    ]
                }),
            "count": .number(count),
            "properties": .array(
                rows.map { row in
                    [
                        "property": .string(row.property.name),
                        "texts": .array(row.texts.map { .array($0.map(JSONValue.string)) }),
                        "differs": .bool(row.differs), "isUnused": .bool(row.isUnused),
                    ]
                }), "why": why?.json(shell) ?? .null, "network": network?.json(shell) ?? .null,
            "obstacle": .optional(obstacle.map { shell.text($0.phrase) }), "next": .optional(next),
        ]
    }
}

extension ProposalView.Why {
    func json(_ shell: Shell) -> JSONValue {
        [
            "left": left.json, "right": right.json, "leftSources": .array(leftSources.map(\.json)),
            "rightSources": .array(rightSources.map(\.json)),
            "weights": .array(
                lines.map { line in
                    [
                        "comparison": .optional(line.explanation.comparison),
                        "words": .string(shell.text(line.explanation.phrase)), "left": .string(line.values.left),
                        "right": .string(line.values.right), "weight": line.weight.json,
                    ]
                }), "score": score.json, "probability": .number(score.probability),
        ]
    }
}

extension LinkStory {
    var json: JSONValue {
        [
            "record": .string(record), "verdict": .string(verdict.name), "organisation": .string(organisation),
            "at": .instant(at), "members": .array(members.map(\.json)), "isObeyed": .bool(isObeyed),
            "isReadable": .bool(isReadable),
        ]
    }
}

extension LinkStories {
    var json: JSONValue { ["decisions": .array(stories.map(\.json)), "total": .number(total)] }
}

extension LinkReceipt {
    var json: JSONValue {
        ["record": .string(record), "verdict": .optional(verdict?.name), "entity": .optional(entity)]
    }
}
