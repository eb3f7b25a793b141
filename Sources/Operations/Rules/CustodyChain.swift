/// Who held an exhibit, hand over hand, each entry sealed by the hash of all before (RL-14, SM7).
///
/// The hash function comes in as a parameter: SHA-256 where it counts.
public struct CustodyChain: Hashable, Sendable {
    /// One hand-over or step.
    public struct Event: Hashable, Sendable {
        /// From whom.
        public var from: String
        /// To whom.
        public var to: String
        /// What for.
        public var purpose: String
        /// Where.
        public var place: String
        /// When.
        public var at: Int
        /// The seal as received, and as given on.
        public var sealIn: String
        /// The seal afterwards.
        public var sealOut: String

        /// A hand-over.
        public init(
            from: String, to: String, purpose: String, place: String, at: Int, sealIn: String, sealOut: String
        ) {
            self.from = from
            self.to = to
            self.purpose = purpose
            self.place = place
            self.at = at
            self.sealIn = sealIn
            self.sealOut = sealOut
        }

        // Length before each text, so that no two events are written alike.
        func bytes(after previous: [UInt8]) -> [UInt8] {
            let texts = [from, to, purpose, place, String(at), sealIn, sealOut]
            return texts.reduce(into: previous) { bytes, text in
                bytes += Array("\(text.utf8.count):".utf8) + Array(text.utf8)
            }
        }
    }

    /// An event with its hash.
    public struct Link: Hashable, Sendable {
        /// What happened.
        public var event: Event
        /// The hash of it and of everything before.
        public var hash: [UInt8]
    }

    /// A break in the chain.
    public enum Break: Hashable, Sendable {
        /// The hash does not fit: something was changed, left out or moved.
        case hash(at: Int)
        /// Whoever gives it did not have it.
        case holder(at: Int)
        /// The seal is not the one that was put on.
        case seal(at: Int)
        /// It goes back in time.
        case time(at: Int)
    }

    /// The links, oldest first.
    public private(set) var links: [Link]

    /// A chain as it was read; `breaks` says whether it holds.
    public init(_ links: [Link] = []) { self.links = links }

    /// Adds an event.
    public mutating func append(_ event: Event, hash: ([UInt8]) -> [UInt8]) {
        links.append(Link(event: event, hash: hash(event.bytes(after: links.last?.hash ?? []))))
    }

    /// All breaks; none when the chain holds.
    public func breaks(hash: ([UInt8]) -> [UInt8]) -> [Break] {
        var breaks: [Break] = []
        for (index, link) in links.enumerated() {
            let previous = index > 0 ? links[index - 1] : nil
            if hash(link.event.bytes(after: previous?.hash ?? [])) != link.hash { breaks.append(.hash(at: index)) }
            guard let before = previous?.event else { continue }
            if before.to != link.event.from { breaks.append(.holder(at: index)) }
            if before.sealOut != link.event.sealIn { breaks.append(.seal(at: index)) }
            if link.event.at < before.at { breaks.append(.time(at: index)) }
        }
        return breaks
    }
}
