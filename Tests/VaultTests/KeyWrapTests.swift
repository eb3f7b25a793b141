import Testing

@testable import Vault

@Suite struct KeyWrapTests {
    @Test("RFC 3394, 4.6: 256 bits of key data under a 256-bit key")
    func vector() throws {
        let above = SecretKey(bytes: .init(hex: "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F"))
        let data = [UInt8](hex: "00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F")
        let wrapped = [UInt8](
            hex: "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21")
        #expect(try above.wrapping(SecretKey(bytes: data)) == wrapped)
        let unwrapped = try SecretKey(unwrapping: wrapped, under: above)
        #expect(unwrapped.withBytes { $0 } == data)
    }

    @Test("a wrapped key that was changed anywhere, cut or wrapped under another does not unwrap")
    func changed() throws {
        let (above, key) = (SecretKey(from: TestVault.random), SecretKey(from: TestVault.random))
        let wrapped = try above.wrapping(key)
        for index in wrapped.indices {
            var changed = wrapped
            changed[index] ^= 1
            #expect(throws: VaultError.damaged) { try SecretKey(unwrapping: changed, under: above) }
            #expect(throws: VaultError.damaged) { try SecretKey(unwrapping: Array(wrapped[..<index]), under: above) }
        }
        #expect(throws: VaultError.damaged) { try SecretKey(unwrapping: wrapped, under: key) }
    }
}
