import Publicity
import Values

/// A release that nothing speaks against, to change.
enum Releases {
    static func rules(_ change: (inout Release) -> Void = { _ in }, now: Int = 200.days) -> [String] {
        var release = Release(tellsUntil: 0)
        release.sections = Set(Release.Section.allCases)
        release.figures = [Release.Figure(query: "M15 v2", persons: 40), Release.Figure(query: "M10 v1")]
        release.agreed = [.disclosureReviewer: "rita", .legal: "leo", .advocate: "ada"]
        release.authors = ["will"]
        change(&release)
        return release.refusals(SmallNumbers(), now: now).rules
    }
}
