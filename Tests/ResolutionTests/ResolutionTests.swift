import Resolution
import Testing
import Values

@Suite("Both tracks to their end")
struct ResolutionTests {
    static let full: OperationResolution = {
        let outcomes = OperationResolution.Item.allCases.map {
            ($0, OperationResolution.Outcome.resolved(how: "settled"))
        }
        return OperationResolution(
            Dictionary(uniqueKeysWithValues: outcomes), personsClosed: 7, persons: 7, hasProsecutionTrack: true,
            hasProtectionTrack: true)
    }()

    @Test("R185: one open item keeps it open", arguments: OperationResolution.Item.allCases)
    func items(_ item: OperationResolution.Item) {
        #expect(Self.full.refusals == [])
        for outcome in [nil, .open, .resolved(how: ""), .notApplicable(reason: "")] as [OperationResolution.Outcome?] {
            var list = Self.full
            list.outcomes[item] = outcome
            #expect(list.refusals.rules == [item == .brokersAndLinkedSites ? "R164" : "R185"])
        }
        var list = Self.full
        list.outcomes[item] = .notApplicable(reason: "none were seized")
        #expect(list.refusals == [])
    }

    @Test("R185, R017: both sides, for every combination")
    func bothSides() {
        for prosecution in [true, false] {
            for protection in [true, false] {
                for closed in [6, 7] {
                    var list = Self.full
                    (list.hasProsecutionTrack, list.hasProtectionTrack) = (prosecution, protection)
                    list.personsClosed = closed
                    #expect(list.refusals.isEmpty == (prosecution && protection && closed == 7))
                    #expect(list.refusals.rules.contains("R017") == !(prosecution && protection))
                }
            }
        }
    }

    @Test("R154: a track that has not moved, or was never opened, is told, on either side alike")
    func stalled() {
        typealias Standing = TrackBoard.Standing
        func stalled(_ prosecution: Standing?, _ protection: Standing?) -> [TrackBoard.Track] {
            var tracks: [TrackBoard.Track: Standing] = [:]
            tracks[.prosecution] = prosecution
            tracks[.protection] = protection
            return TrackBoard.stalled(tracks, after: 30, now: 100.days)
        }
        let (fresh, old) = (
            Standing(movedAt: 70.days, isTerminal: false), Standing(movedAt: 70.days - 1, isTerminal: false)
        )
        let ended = Standing(movedAt: 0, isTerminal: true)
        #expect(
            stalled(fresh, fresh) == [] && stalled(old, fresh) == [.prosecution] && stalled(fresh, old) == [.protection]
        )
        #expect(
            stalled(ended, nil) == [.protection] && stalled(nil, ended) == [.prosecution] && stalled(ended, ended) == []
        )
    }
}
