import RichPicture

extension Wire {
    struct Authority: WireValue {
        var reference: String
        var basis: String
        var subject: String
        var from: String
        var until: String

        init(_ authority: IntrusionAuthority) {
            reference = authority.reference
            basis = authority.basis
            subject = authority.subject.rawValue
            from = Wire.instant(authority.from) ?? ""
            until = Wire.instant(authority.until) ?? ""
        }
    }

    struct Counts: WireValue {
        var rows: Int
        var rejected: Int
        var silent: Int
        var statements: Int
        var events: [String: Int]
        var entities: [String: Int]
        var first: String?
        var last: String?

        init(_ counts: SourceCounts) {
            rows = counts.rows
            rejected = counts.rejected
            silent = counts.silent
            statements = counts.statements
            events = counts.events
            entities = counts.entities
            first = Wire.instant(counts.first)
            last = Wire.instant(counts.last)
        }
    }

    struct Source: WireValue {
        var id: String
        var name: String
        var sha256: String
        var size: Int
        var stream: String
        var owner: String
        var leg: String?
        var grade: Grade
        var conditions: String
        var authority: Authority?
        var format: String
        var profile: String
        var encoding: String
        var zone: String
        var state: String
        var reason: String
        var counts: Counts
        var receivedAt: String
        var receivedBy: String
        var committedAt: String?

        init(_ source: PictureSource, _ reader: Reader) {
            id = source.id
            name = source.name
            sha256 = source.hash
            size = source.size
            stream = source.stream.rawValue
            owner = source.owner
            leg = source.leg?.rawValue
            grade = Grade(source.grade)
            conditions = source.conditions
            authority = source.authority.map { Authority($0) }
            format = source.format
            profile = source.profile
            encoding = source.encoding
            zone = source.zone
            state = source.state.rawValue
            reason = source.reason.map { reader($0) } ?? ""
            counts = Counts(source.counts)
            receivedAt = Wire.instant(source.receivedAt) ?? ""
            receivedBy = source.receivedBy
            committedAt = Wire.instant(source.committedAt)
        }
    }

    struct RefusedRow: WireValue {
        var line: Int
        var column: Int
        var reason: String

        init(_ row: RejectedRow, _ reader: Reader) {
            line = row.line
            column = row.column
            reason = reader(row.problem)
        }
    }

    struct SourceLine: WireValue {
        var number: Int
        var text: String
        var refused: String?
    }

    struct SourceLines: WireValue {
        var source: Source
        var lines: [SourceLine]
        var lastLine: Int?
        var refused: [RefusedRow]
        var refusedKept: Int
        var highlighted: Int?
        var mentions: [Entity]

        init(_ view: SourceView, _ reader: Reader) {
            source = Source(view.source, reader)
            lines = view.lines.map {
                SourceLine(number: $0.number, text: $0.text, refused: $0.rejected.map { reader($0) })
            }
            lastLine = view.lastLine
            refused = view.rejected.map { RefusedRow($0, reader) }
            refusedKept = view.rejectedKept
            highlighted = view.highlighted
            mentions = view.mentions.map { Entity($0) }
        }
    }

    struct Staged: WireValue {
        var source: Source
        var columns: [String]
        var firstRows: [[String]]
        var firstFacts: [String]
        var refused: [RefusedRow]
        var refusedKept: Int
        var profiles: [String]
        var alreadyThere: Source?

        init(_ staged: StagedImport, _ reader: Reader) {
            source = Source(staged.source, reader)
            columns = staged.columns
            firstRows = staged.firstRows
            firstFacts = staged.firstFacts.map { $0.text(in: reader.catalogue) }
            refused = staged.rejected.map { RefusedRow($0, reader) }
            refusedKept = staged.rejectedKept
            profiles = staged.profiles
            alreadyThere = staged.alreadyThere.map { Source($0, reader) }
        }
    }

    struct Profile: WireValue {
        var name: String
        var title: String
        var stream: String
    }

    struct Reason: WireValue {
        var reason: String
    }

    struct Relabelling: WireValue {
        var change: String
        var names: [String]
        var reason: String
    }
}
