public import Access
import Ledger
public import Records
import Storage

/// An export that waits for its two approvals.
public struct OrderedExport: Sendable, Hashable {
    /// The order.
    public var id: RecordID
    /// The request for the approvals; `nil` when the role that ordered may not take it out, and somebody of the same
    /// organisation who may has to ask.
    public var request: String?
}

extension RichPicture {
    /// Orders an export, and asks for the two approvals that it needs. Nothing leaves yet: `deliver` once it is approved.
    ///
    /// - Parameter key: the same key for the same wish.
    public func order(_ order: ExportOrder, key: String? = nil, as viewer: Viewer) async throws -> OrderedExport {
        for id in order.around where try await database.read({ try Self.visible(id, as: viewer, $0) == nil }) {
            throw PictureRefusal.unknownBeginning(id)
        }
        let id = try await desk.open(order, as: viewer, because: order.ground, key: key).id
        do {
            return OrderedExport(
                id: id, request: try await askToDeliver(id, because: order.ground, key: "deliver-\(id)", as: viewer))
        } catch DeskError.notFound {
            return OrderedExport(id: id, request: nil)
        }
    }

    /// Asks for the approvals of an order that somebody else of the organisation made.
    ///
    /// - Parameter key: the same key for the same wish.
    public func askToDeliver(
        _ order: RecordID, because reason: String, key: String? = nil, as viewer: Viewer
    ) async throws -> String {
        try await desk.askApproval(
            to: .export, order, of: ExportOrder.self, action: .deliver, Asking(reason: reason, key: key), as: viewer)
    }

    /// Writes out what was ordered and approved, as the viewer sees it now. That it left is in the ledger before its first
    /// byte is.
    ///
    /// Throws `DeskError.approvalNeeded` while the approvals are missing, and `notFound` where there is no such order.
    public func deliver(_ order: RecordID, as viewer: Viewer, to sink: @escaping ExportSink) async throws -> ExportTally
    {
        _ = try await desk.perform(.deliver, on: order, of: ExportOrder.self, Asking(), as: viewer)
        guard let ordered = try await desk.read(order, of: ExportOrder.self, as: viewer)?.record,
            let format = ExportFormat(rawValue: ordered.format)
        else { throw DeskError.notFound }
        try await reads.begin(.export, "picture", order, action: "deliver", detail: ordered.format, as: viewer).value
        return try await export(format, filter: ordered.filter, reach: ordered.reach, as: viewer, to: sink)
    }

    /// What was ordered, for whoever may see the order; `nil` for nothing.
    public func ordered(_ order: RecordID, as viewer: Viewer) async throws -> Authorized<ExportOrder>? {
        try await desk.read(order, of: ExportOrder.self, as: viewer)
    }
}
