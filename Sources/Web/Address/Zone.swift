import RichPicture

/// The offset from UTC in which this house reads and writes times that have no zone of their own.
struct Zone: Sendable, Hashable {
    /// Minutes east of UTC.
    var offset: Int

    /// The name, such as `+07:00`.
    var name: String { Moment(milliseconds: 0, precision: .minute, offset: offset).zone }

    /// The instant of a civil date or date and time (`2026-06-01`, `2026-06-01T08:15`), in milliseconds since 1970
    /// UTC; `nil` when it is none. With `end`, the first instant after the stated day or minute.
    func instant(_ text: String, end: Bool = false) -> Int? {
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard parts.count == 3 || parts.count >= 5, (1...9999).contains(parts[0]), (1...12).contains(parts[1]),
            (1...31).contains(parts[2])
        else { return nil }
        let hasTime = parts.count >= 5
        let (hour, minute) = hasTime ? (parts[3], parts[4]) : (0, 0)
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        let moment = Moment(
            year: parts[0], month: parts[1], day: parts[2], hour: hour, minute: minute, precision: .minute,
            offset: offset)
        return moment.milliseconds + (end ? (hasTime ? 60_000 : 86_400_000) : 0)
    }

    /// An instant as `instant` reads it: the date alone at midnight, else date and minute. With `end`, the last day
    /// or minute before it.
    func text(_ milliseconds: Int, end: Bool = false) -> String {
        let isMidnight = (milliseconds + offset * 60_000).isMultiple(of: 86_400_000)
        let shown = end ? milliseconds - (isMidnight ? 86_400_000 : 60_000) : milliseconds
        let moment = Moment(milliseconds: shown, precision: isMidnight ? .day : .minute, offset: offset)
        return String(moment.iso.prefix(16))
    }
}
