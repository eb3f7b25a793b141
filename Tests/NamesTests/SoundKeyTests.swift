import Testing

@testable import Names

@Suite("sound keys")
struct SoundKeyTests {
    @Test(
        "spellings of one name have one key",
        arguments: [
            ["Jaidee", "Chaidi", "Jaidi", "Chaidee", "JAIDEE"], ["Somsak", "Somsack", "Somsakk"],
            ["Nguyen", "Nguyễn", "Nguyên"],
            ["Phommachanh", "Phommachan", "Pommachan"], ["Prasert", "Prasoet", "Prasirt", "Pasert"],
            ["Suwat", "Suvat", "Suwad"],
            ["Phatcharaphon", "Patcharapon", "Phatcharaporn"], ["Kyaw", "Gyaw"], ["Htun", "Tun"], ["Hla", "La"],
            ["Wutthichai", "Vuttichai"],
            ["Sombun", "Somboon"], ["Chantrea", "Chantria"], ["Sokha", "Soka"], ["Zhang", "Chang"], ["Hsiao", "Xiao"],
            ["Tjahjo", "Cahjo"],
            ["Djoko", "Joko"], ["Soekarno", "Sekarno"], ["Xaiyavong", "Sayavong"],
        ])
    func equal(spellings: [String]) {
        #expect(Set(spellings.map(SoundKey.key)).count == 1, "\(spellings.map(SoundKey.key))")
    }

    @Test(
        "different names keep different keys",
        arguments: [
            ("Somchai", "Somsak"), ("Wichai", "Wirat"), ("Sokha", "Sophea"), ("Aung", "Win"), ("Dara", "Tara"),
            ("Chan", "Cham"),
            ("Nguyen", "Tran"), ("Li", "Lu"), ("Bounmi", "Bounma" + "n"),
        ])
    func different(first: String, second: String) {
        #expect(SoundKey.key(first) != SoundKey.key(second))
    }

    @Test(
        "a native name has the key of its usual spelling",
        arguments: [
            ("สมชาย", "Somchai"), ("ใจดี", "Jaidee"), ("สมศักดิ์", "Somsack"), ("ประเสริฐ", "Prasert"), ("วีรพล", "Verapol"),
            ("วัชระ", "Watchara"),
            ("ณัฐพล", "Nattapon"), ("ສົມສັກ", "Somsack"), ("ພົມມະຈັນ", "Phommachanh"), ("សុខា", "Sokha"), ("ដារា", "Dara"),
            ("វិចិត្រ", "Vichet"),
            ("ကျော်", "Kyaw"), ("ဇော်", "Zaw"), ("ထွန်း", "Tun"), ("王", "Wang"), ("小明", "Xiaoming"), ("Nguyễn", "Nguyen"),
        ])
    func native(native: String, latin: String) {
        #expect(SoundKey.key(Romanise.latin(native)) == SoundKey.key(latin))
    }

    @Test("text without letters has no key", arguments: ["", "12", "--", " "])
    func none(text: String) {
        #expect(SoundKey.key(text).isEmpty)
    }
}
