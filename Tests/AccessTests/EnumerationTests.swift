import Crypto
import Testing

@testable import Access

@Suite("The enumeration")
struct EnumerationTests {
    @Test("5,806,080 decisions are 725,760 bytes, 114,800 of them to permit, and these bits")
    func golden() {
        let bytes = Access.enumerate()
        #expect(bytes.count == 725_760)
        #expect(bytes.reduce(0) { $0 + $1.nonzeroBitCount } == 114_800)
        let hash = SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(hash == "21c480c45b16d480e1bb12d400377e02d01ec04771131b2867ec9aa1b54fb240")
    }

    @Test("contexts are counted as on the page, the last factor fastest")
    func order() {
        #expect(Context.all.count == 1_536 && Set(Context.all).count == 1_536)
        for (place, context) in Context.all.enumerated() { #expect(context.place == place) }
        #expect(Context(place: 0) == Context(isPostingCurrent: false))
        #expect(Context(place: 1) == Context(isPostingCurrent: false, isBreakGlass: true))
        #expect(Context(place: 2) == Context())
        #expect(Context(place: 4) == Context(isExcluded: true, isPostingCurrent: false))
        #expect(Context(place: 8) == Context(isUnderOrder: true, isPostingCurrent: false))
        #expect(Context(place: 16) == Context(isReleased: true, isPostingCurrent: false))
        #expect(Context(place: 3 * 32) == Context(approvals: .twoDifferent, isPostingCurrent: false))
        #expect(Context(place: 128) == Context(consent: .valid, isPostingCurrent: false))
        #expect(Context(place: 256) == Context(consent: .withdrawn, isPostingCurrent: false))
        #expect(Context(place: 384) == Context(isOwn: true, isPostingCurrent: false))
        #expect(Context(place: 768) == Context(isAssigned: true, isPostingCurrent: false))
    }

    @Test("a bit is the decision: every role, operation and kind, every context for some of them")
    func bitsAreDecisions() {
        let bytes = Access.enumerate()
        var row = 0
        for kind in Kind.ofPage {
            for role in Role.allCases {
                for operation in Operation.allCases {
                    // Seven neighbours of a row begin at seven places, so that all contexts come by.
                    for place in stride(from: row % 7, to: Context.count, by: 7) {
                        let bit = row * Context.count + place
                        let isSet = bytes[bit / 8] & (0x80 >> UInt8(bit % 8)) != 0
                        let decision = Access.decide(role, operation, kind, Context.all[place])
                        if isSet != decision.isPermitted {
                            Issue.record("\(role) \(operation) \(kind) \(Context.all[place]): \(decision)")
                        }
                    }
                    row += 1
                }
            }
        }
        #expect(row * Context.count == bytes.count * 8)
    }
}
