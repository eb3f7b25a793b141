import Testing

@testable import Vault

@Suite struct SharingTests {
    @Test("the field's products agree with long multiplication, and every element has its inverse")
    func field() {
        func long(_ left: Int, _ right: Int) -> Int {
            var product = (0..<8).reduce(0) { right >> $1 & 1 == 1 ? $0 ^ left << $1 : $0 }
            for bit in stride(from: 14, through: 8, by: -1) where product >> bit & 1 == 1 {
                product ^= 0x11b << (bit - 8)
            }
            return product
        }
        for left in 0...255 {
            for right in 0...255 {
                #expect(Int(GaloisField.product(UInt8(left), UInt8(right))) == long(left, right))
            }
            #expect(GaloisField.product(UInt8(left), GaloisField.inverse(UInt8(left))) == (left == 0 ? 0 : 1))
        }
    }

    @Test("any three of five shares give the secret, whatever it is; two give something else", arguments: 1...40)
    func threeOfFive(_ round: Int) {
        let seed = UInt64(round) &* 77
        var dice = Dice(state: seed)
        let secret = dice.bytes(32)
        let values = SecretSharing.split(secret, shares: 5, needed: 3) { dice.bytes($0) }
        for first in 0..<5 {
            for second in (first + 1)..<5 {
                let two = [first, second].map { (number: UInt8($0 + 1), value: values[$0]) }
                #expect(SecretSharing.combine(two) != secret, "seed \(seed)")
                for third in (second + 1)..<5 {
                    let three = two + [(number: UInt8(third + 1), value: values[third])]
                    #expect(SecretSharing.combine(three.reversed()) == secret, "seed \(seed)")
                }
            }
        }
    }

    @Test("two shares leave every secret possible: for any byte there is a third share that leads to it")
    func twoSayNothing() {
        var dice = Dice(state: 5)
        let values = SecretSharing.split([0x5a], shares: 5, needed: 3) { dice.bytes($0) }
        let reached = Set(
            (0...255).map { third in
                SecretSharing.combine([(1, values[0]), (2, values[1]), (3, [UInt8(third)])])[0]
            })
        #expect(reached.count == 256)
    }

    @Test("a share survives typing: small letters, spaces, O for 0; and no changed character is taken for right")
    func text() throws {
        var dice = Dice(state: 3)
        let share = Share(
            set: Share.newSet { dice.bytes($0) }, number: 4, needed: 3, holder: nil, value: dice.bytes(32))
        #expect(try Share(share.text) == share)
        let typed = share.text.lowercased().replacing("-", with: " ").replacing("0", with: "o").replacing(
            "1", with: "l")
        #expect(try Share(typed) == share)
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var characters = Array(share.text)
        for index in characters.indices where characters[index] != "-" {
            let right = characters[index]
            for other in digits where other != right {
                characters[index] = other
                #expect(throws: VaultError.shareUnreadable) { try Share(String(characters)) }
            }
            characters[index] = right
        }
        #expect(throws: VaultError.shareUnreadable) { try Share("") }
        #expect(throws: VaultError.shareUnreadable) { try Share(String(share.text.dropLast(7))) }
        #expect(throws: VaultError.shareUnreadable) { try Share("ünreadable") }
    }

    @Test("shares go to five different people of three organisations, none of which can open alone")
    func holders() {
        let good = TestVault.holders
        func fit(_ organisations: [String]) -> Bool {
            let holders = organisations.enumerated().map { ShareHolder(name: "Holder \($0)", organisation: $1) }
            return (try? SharePolicy.requireFit(holders)) != nil
        }
        #expect((try? SharePolicy.requireFit(good)) != nil)
        #expect(fit(["a", "b", "c", "d", "e"]) && fit(["a", "a", "b", "b", "c"]))
        #expect(!fit(["a", "a", "a", "b", "c"]), "one organisation opens alone")
        #expect(!fit(["a", "a", "b", "b", "b"]), "two organisations")
        #expect(!fit(["a", "b", "c", "d"]) && !fit(["a", "b", "c", "d", "e", "f"]) && !fit([]))
        #expect(!fit(["a", "b", "c", "d", ""]))
        #expect((try? SharePolicy.requireFit(Array(repeating: good[0], count: 5))) == nil)
    }
}
