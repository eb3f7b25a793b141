import Foundation
import Testing

extension Trait where Self == ConditionTrait {
    /// A proof that takes many minutes: `make soak` runs it, with `DAYBREAK_SOAK=1`.
    static var heavy: Self {
        .enabled(
            if: ProcessInfo.processInfo.environment["DAYBREAK_SOAK"] != nil,
            "takes many minutes: DAYBREAK_SOAK=1 swift test --filter WorldsTests")
    }
}
