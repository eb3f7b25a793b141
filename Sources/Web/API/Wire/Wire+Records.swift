import Records
import Values
import Words

extension Wire {
    /// A record, as far as the caller may see it.
    struct Record: WireValue {
        var type: String
        var id: String
        var state: String
        var version: Int
        var fields: Document
        var actions: [Offer]
        var isUndoable: Bool
        var opened: String
        var changed: String

        init(_ view: RecordView, _ reader: Web.Reader) {
            type = view.type
            id = view.id
            state = view.state
            version = view.version
            fields = view.fields
            actions = view.actions.map { Offer($0, reader) }
            isUndoable = view.isUndoable
            opened = Wire.instant(view.opened) ?? ""
            changed = Wire.instant(view.changed) ?? ""
        }
    }

    struct RecordList: WireValue {
        var records: [Record]
        var total: Int

        init(_ listing: RecordListing, _ reader: Web.Reader) {
            records = listing.records.map { Record($0, reader) }
            total = listing.total
        }
    }

    /// What the caller could do, and what stands in the way.
    struct Offer: WireValue {
        var action: String
        var sets: [String]
        var needsReason: Bool
        var needsApproval: Bool
        var obstacles: [Obstacle]

        init(_ offer: ActionOffer, _ reader: Web.Reader) {
            action = offer.action
            sets = offer.sets
            needsReason = offer.needsReason
            needsApproval = offer.needsApproval
            obstacles = offer.obstacles.map {
                Obstacle(guard: $0.phrase.key, requirement: $0.rule, text: reader($0.phrase))
            }
        }
    }

    struct Obstacle: WireValue {
        var `guard`: String
        var requirement: String
        var text: String
    }

    struct Receipt: WireValue {
        var id: String
        var version: Int
        var state: String

        init(_ receipt: DeskReceipt) {
            id = receipt.id
            version = receipt.version
            state = receipt.state
        }
    }

    /// One step of a story.
    struct Step: WireValue {
        var version: Int
        var action: String
        var state: String
        var account: String
        var name: String
        var organisation: String
        var at: String
        var reason: String
        var changes: [Change]

        init(_ step: HistoryStep, _ names: [String: String]) {
            version = step.version
            action = step.action
            state = step.state
            account = step.account
            name = names[step.account] ?? ""
            organisation = step.organisation
            at = Wire.instant(step.at) ?? ""
            reason = step.reason
            changes = step.changes.map { Change(field: $0.field, before: $0.before, after: $0.after) }
        }
    }

    struct Change: WireValue {
        var field: String
        var before: Tree?
        var after: Tree?
    }

    /// Somebody who has read it.
    struct Reading: WireValue {
        var account: String
        var name: String
        var organisation: String
        var act: String
        var action: String
        var at: String

        init(_ reader: RecordReader, _ names: [String: String]) {
            account = reader.account
            name = names[reader.account] ?? ""
            organisation = reader.organisation
            act = reader.act
            action = reader.action
            at = Wire.instant(reader.at) ?? ""
        }
    }

    /// What the caller wishes to change, and why.
    struct Wish: WireValue {
        var edits: Document?
        var base: Int?
        var reason: String?
    }

    struct Because: WireValue {
        var reason: String?
    }

    /// Both wishes of a conflict.
    struct ConflictDetail: WireValue {
        var conflict: Record
        var record: Record
        var action: String
        var wish: Document

        init(_ view: ConflictView, _ reader: Web.Reader) {
            conflict = Record(view.conflict, reader)
            record = Record(view.record, reader)
            action = view.action
            wish = view.wish
        }
    }

    struct Settling: WireValue {
        /// Whether the asker's wish is carried out; otherwise what stands is kept.
        var taking: Bool
        var reason: String
    }
}

// The desk's values by names that the API's own of the same name do not hide.
typealias DeskReceipt = Records.Receipt
typealias RecordReader = Records.Reader
