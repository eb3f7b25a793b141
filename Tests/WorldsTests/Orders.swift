import Access
import Records
import RichPicture

/// Exports that were ordered, and approved by two people of two organisations: what may leave.
enum Orders {
    static func approved(_ house: House, by officer: Viewer) async throws {
        for format in [ExportFormat.ftm, .gexf] {
            let order = ExportOrder(format, reach: nil, ground: "a partner asks")
            let ordered = try await house.picture.order(order, as: officer)
            guard let request = ordered.request else { throw House.Missing(what: "the request of an order") }
            for approver in [try await house.viewer(.prosecutor), People.hiding(.prosecutor)] {
                _ = try await house.desk.approve(request, as: approver)
            }
        }
    }
}
