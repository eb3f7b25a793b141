import Foundation

/// Blocks a thread for a moment. `Foundation` stays in this file.
enum Pause {
    static func briefly() { Thread.sleep(forTimeInterval: 0.001) }
}
