import Foundation
import Words

/// What every importer needs to know about the file that it reads.
struct ImportContext {
    /// The source's public identifier: the scope of names that mean something only in this file.
    var scope: String
    /// The zone of times that state none.
    var zone: ZoneClock
    /// The country of national numbers, or `nil`.
    var country: String?
    /// The permission for an intrusive stream: what lies outside its period is refused, row by row (R064, RL-33).
    var authority: IntrusionAuthority?

    /// Why an event may not be used at its time, or `nil` if it may.
    func refusal(at moment: Moment) -> Phrase? {
        guard authority?.covers(moment.milliseconds) == false, let authority else { return nil }
        return Phrase("picture.outside-period", ["time": moment.iso, "reference": authority.reference])
    }
}

/// The offset of a zone from UTC at local times, remembered for the day that was asked last: files are in time order.
final class ZoneClock {
    /// The zone's name, such as `Asia/Bangkok`.
    let name: String
    private let zone: TimeZone
    private var day = Int.min
    private var offset = 0

    /// Makes a clock; `nil` for an unknown zone.
    init?(_ name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.zone = zone
    }

    /// Minutes from UTC at a local time, given in milliseconds as if it were UTC. On the day of a clock change the
    /// offset of that day's noon is taken; the region's zones have none.
    func offset(local milliseconds: Int) -> Int {
        let day = milliseconds.flooringDivision(by: 86_400_000).quotient
        if day != self.day {
            let noon = Date(timeIntervalSince1970: Double(day * 86_400 + 43_200 - zone.secondsFromGMT()))
            offset = zone.secondsFromGMT(for: noon) / 60
            self.day = day
        }
        return offset
    }
}
