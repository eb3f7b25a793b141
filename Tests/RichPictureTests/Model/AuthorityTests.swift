import Testing

@testable import RichPicture

@Suite("Who may use an intrusive stream")
struct AuthorityTests {
    typealias Refusal = IntrusionAuthority.Refusal
    static let intrusive: [StreamKind] = [.surveillance, .telephony, .banking]
    static let others = StreamKind.allCases.filter { !intrusive.contains($0) }

    static func authority(
        _ subject: IntrusionAuthority.SubjectClass = .suspect, reference: String = "order 17", from: Int = 0,
        until: Int = 1
    ) -> IntrusionAuthority {
        IntrusionAuthority(reference: reference, basis: "court", subject: subject, from: from, until: until)
    }

    @Test("R064: surveillance, telephony and banking intrude, and no other stream does")
    func whichIntrude() {
        #expect(StreamKind.allCases.filter(\.isIntrusive) == Self.intrusive)
    }

    @Test("R064, RL-33: without an authority an intrusive stream is refused", arguments: intrusive)
    func missing(_ stream: StreamKind) {
        #expect(IntrusionAuthority.refusal(for: stream, under: nil) == .missing(stream))
    }

    @Test("R065, R066: an authority about persons at risk permits nothing", arguments: intrusive)
    func personAtRisk(_ stream: StreamKind) {
        #expect(IntrusionAuthority.refusal(for: stream, under: Self.authority(.personAtRisk)) == .personAtRisk(stream))
    }

    @Test("R064: an authority about a suspect or a site permits", arguments: intrusive)
    func permitted(_ stream: StreamKind) {
        #expect(IntrusionAuthority.refusal(for: stream, under: Self.authority(.suspect)) == nil)
        #expect(IntrusionAuthority.refusal(for: stream, under: Self.authority(.site)) == nil)
    }

    @Test(
        "R064: an authority without a reference, or whose period is empty, permits nothing",
        arguments: [("", 0, 1), ("   ", 0, 1), ("order", 1, 1), ("order", 2, 1)])
    func incomplete(_ reference: String, _ from: Int, _ until: Int) {
        for stream in Self.intrusive {
            let authority = Self.authority(reference: reference, from: from, until: until)
            #expect(IntrusionAuthority.refusal(for: stream, under: authority) == .incomplete)
        }
    }

    @Test("other streams need none, and a bad one does not harm them", arguments: others)
    func notNeeded(_ stream: StreamKind) {
        #expect(IntrusionAuthority.refusal(for: stream, under: nil) == nil)
        #expect(IntrusionAuthority.refusal(for: stream, under: Self.authority(.personAtRisk)) == nil)
    }

    @Test(
        "R064: the period holds its first instant and not its last",
        arguments: [(9, false), (10, true), (19, true), (20, false)])
    func period(_ instant: Int, _ isCovered: Bool) {
        #expect(Self.authority(from: 10, until: 20).covers(instant) == isCovered)
    }
}
