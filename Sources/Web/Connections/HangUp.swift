import Dispatch
import Foundation

/// Calls a closure at each SIGHUP, which then no longer ends the process.
struct HangUp {
    private let source: any DispatchSourceSignal

    init(_ body: @escaping @Sendable () -> Void) {
        signal(SIGHUP, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: .global())
        source.setEventHandler(handler: body)
        source.resume()
    }

    func cancel() { source.cancel() }
}
