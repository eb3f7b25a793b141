import Testing

@testable import Identity

@Suite struct SignInMachineTests {
    @Test("every way through signing in, for every set of enrolled factors, ends as the rules say")
    func exhaustive() {
        let seconds: [Factor] = [.code, .passkey, .recoveryCode]
        for bits in 0..<8 {
            let enrolled = Set(seconds.indices.filter { bits & (1 << $0) != 0 }.map { seconds[$0] })
            for first in Factor.allCases {
                var signIn = SignIn(enrolled: enrolled)
                #expect(signIn.step == .first)
                let isWanted = signIn.show(first)
                #expect(isWanted == [.passphrase, .provider, .verifiedPasskey, .demonstration].contains(first))
                switch first {
                case .verifiedPasskey, .demonstration: #expect(signIn.step == .done)
                case .passphrase, .provider:
                    #expect(signIn.step == (enrolled.isEmpty ? .enrol : .second(enrolled.sorted())))
                default: #expect(signIn.step == .first)
                }
                for second in Factor.allCases where first.isFirst {
                    var next = signIn
                    let isSecond =
                        enrolled.contains(second) || second == .verifiedPasskey && enrolled.contains(.passkey)
                    let isTaken = next.show(second)
                    #expect(isTaken == isSecond, "\(enrolled) \(first) \(second)")
                    #expect((next.step == .done) == isSecond)
                }
            }
        }
    }

    @Test("two first factors are not a second one")
    func twoFirst() {
        var signIn = SignIn(enrolled: [.code])
        signIn.show(.passphrase)
        let isTaken = (signIn.show(.provider), signIn.show(.passphrase))
        #expect(isTaken == (false, false))
        #expect(signIn.step == .second([.code]))
    }

    @Test("factors are stored and read again")
    func storing() {
        for bits in 0..<(1 << Factor.allCases.count) {
            let set = Set(Factor.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
            #expect(Set<Factor>(text: set.text) == set)
        }
    }

    @Test("the wait after wrong attempts grows to a quarter of an hour and no further")
    func waits() {
        #expect((0...8).map(Lockout.wait) == [0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000])
        #expect([14, 100, Int.max].map(Lockout.wait) == [900_000, 900_000, 900_000])
    }
}
