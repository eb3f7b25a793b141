/// One part of a name: as it is written at home, and the ways in which clerks spell it in Latin letters.
struct NamePart {
    let native: String
    let latin: [String]

    init(_ native: String, _ latin: String...) {
        self.native = native
        self.latin = latin
    }
}

/// The naming customs of the province. Parts are common ones; their combinations are drawn, not taken from anybody.
enum Culture: UInt8, CaseIterable, Sendable {
    case thai, lao, khmer, burmese, vietnamese, chineseThai

    /// The country of the papers, ISO 3166-1 alpha-2.
    var nationality: String {
        switch self {
        case .thai, .chineseThai: "TH"
        case .lao: "LA"
        case .khmer: "KH"
        case .burmese: "MM"
        case .vietnamese: "VN"
        }
    }

    /// Given names of women.
    var women: [NamePart] {
        switch self {
        case .thai, .chineseThai: Self.thaiWomen
        case .lao: Self.laoWomen
        case .khmer: Self.khmerWomen
        case .burmese: Self.burmeseWomen
        case .vietnamese: Self.vietnameseWomen
        }
    }

    /// Given names of men.
    var men: [NamePart] {
        switch self {
        case .thai, .chineseThai: Self.thaiMen
        case .lao: Self.laoMen
        case .khmer: Self.khmerMen
        case .burmese: Self.burmeseMen
        case .vietnamese: Self.vietnameseMen
        }
    }

    /// First parts of family names; for Burmese, who have none, the first syllable of the name.
    var familyHeads: [NamePart] {
        switch self {
        case .thai: Self.thaiHeads
        case .lao: Self.laoHeads
        case .khmer: Self.khmerFamilies
        case .burmese: Self.burmeseHeads
        case .vietnamese: Self.vietnameseFamilies
        case .chineseThai: Self.chineseFamilies
        }
    }

    /// Second parts of family names (Thai, Lao) or middle names; empty where there are none.
    var familyTails: [NamePart] {
        switch self {
        case .thai: Self.thaiTails
        case .lao: Self.laoTails
        case .burmese: Self.burmeseTails
        case .vietnamese: Self.vietnameseMiddles
        case .khmer, .chineseThai: []
        }
    }

    private static let thaiWomen = [
        NamePart("สมหญิง", "Somying", "Somyhing"), NamePart("มาลี", "Malee", "Mali"),
        NamePart("กาญจนา", "Kanchana", "Kanjana"),
        NamePart("วิไล", "Wilai", "Vilai"), NamePart("ศิริพร", "Siriporn", "Siriphon"),
        NamePart("ปราณี", "Pranee", "Prani"),
        NamePart("นงลักษณ์", "Nonglak", "Nongluck"), NamePart("สุดา", "Suda", "Sudah"),
        NamePart("รัตนา", "Rattana", "Ratana"),
        NamePart("จันทร์เพ็ญ", "Chanpen", "Janpen"), NamePart("พรทิพย์", "Pornthip", "Phonthip"),
        NamePart("อรทัย", "Orathai", "Orathay"),
    ]
    private static let thaiMen = [
        NamePart("สมชาย", "Somchai", "Somchay"), NamePart("ประเสริฐ", "Prasert", "Prasoet"),
        NamePart("วิชัย", "Wichai", "Vichai"),
        NamePart("สุรชัย", "Surachai", "Surachay"), NamePart("อนุชา", "Anucha", "Anuchar"),
        NamePart("ธงชัย", "Thongchai", "Tongchai"),
        NamePart("กิตติ", "Kitti", "Kitty"), NamePart("ณรงค์", "Narong", "Narongk"), NamePart("พิชิต", "Phichit", "Pichit"),
        NamePart("บุญมี", "Bunmi", "Boonmee"), NamePart("ชาญ", "Chan", "Charn"),
        NamePart("เกรียงไกร", "Kriangkrai", "Kriengkrai"),
    ]
    private static let thaiHeads = [
        NamePart("ศรี", "Sri", "Si"), NamePart("ทอง", "Thong", "Tong"), NamePart("แก้ว", "Kaeo", "Kaew"),
        NamePart("บุญ", "Bun", "Boon"),
        NamePart("วงศ์", "Wong", "Vong"), NamePart("จันทร์", "Chan", "Jan"), NamePart("พงษ์", "Phong", "Pong"),
        NamePart("สุข", "Suk", "Sook"),
        NamePart("นาค", "Nak", "Nark"), NamePart("ชัย", "Chai", "Chay"), NamePart("เพชร", "Phet", "Petch"),
        NamePart("อินทร์", "In", "Intr"),
    ]
    private static let thaiTails = [
        NamePart("สมุทร", "samut", "samutr"), NamePart("รุ่งเรือง", "rungrueang", "roongruang"),
        NamePart("ประดับ", "pradap", "pradub"),
        NamePart("วารี", "wari", "varee"), NamePart("ไพศาล", "phaisan", "paisarn"),
        NamePart("มงคล", "mongkhon", "mongkol"),
        NamePart("เจริญ", "charoen", "jaroen"), NamePart("ภักดี", "phakdi", "pakdee"),
        NamePart("สว่าง", "sawang", "savang"),
        NamePart("นที", "nathi", "natee"),
    ]
    private static let laoWomen = [
        NamePart("ບົວວັນ", "Bouavanh", "Buavan"), NamePart("ດາວອນ", "Daovone", "Davone"),
        NamePart("ມະນີ", "Manee", "Mani"),
        NamePart("ຄຳຫຼ້າ", "Khamla", "Kamla"), NamePart("ສີດາ", "Sida", "Seeda"),
        NamePart("ແສງຈັນ", "Sengchanh", "Saengchan"),
        NamePart("ວັນນາ", "Vanna", "Wanna"), NamePart("ນ້ອຍ", "Noy", "Noi"), NamePart("ພອນ", "Phone", "Phon"),
    ]
    private static let laoMen = [
        NamePart("ບຸນມີ", "Bounmy", "Bunmi"), NamePart("ຄຳພອນ", "Khamphone", "Kamphon"),
        NamePart("ສົມສັກ", "Somsack", "Somsak"),
        NamePart("ທອງໃສ", "Thongsai", "Thongxay"), NamePart("ວິໄລ", "Vilay", "Vilai"),
        NamePart("ສຸກສະຫວັນ", "Souksavanh", "Suksavan"),
        NamePart("ອຸດອນ", "Oudone", "Udon"), NamePart("ແກ້ວ", "Keo", "Kaew"), NamePart("ພູວົງ", "Phouvong", "Phuvong"),
    ]
    private static let laoHeads = [
        NamePart("ວົງ", "Vong", "Wong"), NamePart("ແກ້ວ", "Keo", "Kaeo"), NamePart("ສີ", "Si", "Sy"),
        NamePart("ພົມ", "Phom", "Pom"),
        NamePart("ຈັນທະ", "Chantha", "Janta"), NamePart("ອິນທະ", "Intha", "Inta"), NamePart("ຫຼວງ", "Luang", "Louang"),
        NamePart("ສຸວັນ", "Souvan", "Suvan"),
    ]
    private static let laoTails = [
        NamePart("ສະຫວັນ", "savanh", "savan"), NamePart("ວົງສາ", "vongsa", "wongsa"), NamePart("ມະນີ", "many", "mani"),
        NamePart("ສັກ", "sack", "sak"), NamePart("ພັກດີ", "phakdy", "pakdi"), NamePart("ຈັກ", "chack", "jak"),
        NamePart("ລາດ", "lath", "lat"),
    ]
    private static let khmerFamilies = [
        NamePart("សុខ", "Sok", "Sokh"), NamePart("ចាន់", "Chan", "Chann"), NamePart("ហេង", "Heng", "Haeng"),
        NamePart("កែវ", "Keo", "Kaev"),
        NamePart("លី", "Ly", "Li"), NamePart("ម៉ៅ", "Mao", "Maov"), NamePart("នួន", "Nuon", "Noun"),
        NamePart("ព្រំ", "Prum", "Prom"),
        NamePart("ទេព", "Tep", "Tepp"), NamePart("យឹម", "Yim", "Yoeum"), NamePart("អ៊ុក", "Ouk", "Uk"),
        NamePart("ឈឹម", "Chhim", "Chhoem"),
    ]
    private static let khmerWomen = [
        NamePart("ស្រីពៅ", "Sreypov", "Srey Pov"), NamePart("ចន្ថា", "Chantha", "Chanta"), NamePart("បុប្ផា", "Bopha", "Bopa"),
        NamePart("សុភាព", "Sopheap", "Sopheab"), NamePart("ធីតា", "Thida", "Tida"), NamePart("កល្យាណ", "Kalyan", "Kolyan"),
        NamePart("មាលា", "Malea", "Mealea"), NamePart("រតនា", "Ratana", "Rothana"),
        NamePart("លក្ខិណា", "Leakhena", "Lakhena"),
    ]
    private static let khmerMen = [
        NamePart("សុខា", "Sokha", "Sukha"), NamePart("ដារ៉ា", "Dara", "Darah"), NamePart("វណ្ណា", "Vanna", "Vannak"),
        NamePart("ពិសិដ្ឋ", "Piseth", "Pisith"), NamePart("រិទ្ធី", "Rithy", "Rithi"), NamePart("បញ្ញា", "Panha", "Panya"),
        NamePart("សំណាង", "Samnang", "Somnang"), NamePart("វិបុល", "Vibol", "Vibul"),
        NamePart("ធារិទ្ធ", "Thearith", "Tearith"),
    ]
    private static let burmeseHeads = [
        NamePart("အောင်", "Aung", "Ong"), NamePart("မင်း", "Min", "Minn"), NamePart("ဇော်", "Zaw", "Zo"),
        NamePart("ခင်", "Khin", "Hkin"),
        NamePart("သန်း", "Than", "Thann"), NamePart("ဝင်း", "Win", "Wynn"), NamePart("ကျော်", "Kyaw", "Kyo"),
        NamePart("မြ", "Mya", "Myar"),
    ]
    private static let burmeseTails = [
        NamePart("မြင့်", "Myint", "Myin"), NamePart("နိုင်", "Naing", "Nine"), NamePart("စိုး", "Soe", "Soh"),
        NamePart("လွင်", "Lwin", "Lwyn"),
        NamePart("ထွန်း", "Tun", "Htun"), NamePart("ဦး", "Oo", "U"), NamePart("လှ", "Hla", "Hlah"),
    ]
    private static let burmeseWomen = [
        NamePart("နွယ်", "Nwe", "Nway"), NamePart("အေး", "Aye", "Ei"), NamePart("စန္ဒာ", "Sandar", "Sanda"),
        NamePart("သီတာ", "Thida", "Theedar"),
        NamePart("မေ", "May", "Mei"), NamePart("ဖြူ", "Phyu", "Pyu"), NamePart("ယမင်း", "Yamin", "Yaminn"),
    ]
    private static let burmeseMen = [
        NamePart("ကို", "Ko", "Koh"), NamePart("ထက်", "Htet", "Thet"), NamePart("သူရ", "Thura", "Thuya"),
        NamePart("ဖြိုး", "Phyo", "Pyo"),
        NamePart("လင်း", "Lin", "Linn"), NamePart("ဇေယျာ", "Zeyar", "Zayar"), NamePart("မောင်", "Maung", "Mg"),
    ]
    private static let vietnameseFamilies = [
        NamePart("Nguyễn", "Nguyen"), NamePart("Trần", "Tran"), NamePart("Lê", "Le"), NamePart("Phạm", "Pham"),
        NamePart("Huỳnh", "Huynh", "Hoang"),
        NamePart("Võ", "Vo", "Vu"), NamePart("Đặng", "Dang"), NamePart("Bùi", "Bui"),
    ]
    private static let vietnameseMiddles = [
        NamePart("Văn", "Van"), NamePart("Thị", "Thi"), NamePart("Minh", "Minh"), NamePart("Ngọc", "Ngoc"),
        NamePart("Hữu", "Huu"),
    ]
    private static let vietnameseWomen = [
        NamePart("Lan", "Lan"), NamePart("Hương", "Huong"), NamePart("Thảo", "Thao"), NamePart("Yến", "Yen"),
        NamePart("Diệp", "Diep"),
        NamePart("Mai", "Mai"), NamePart("Tuyết", "Tuyet"),
    ]
    private static let vietnameseMen = [
        NamePart("Dũng", "Dung"), NamePart("Hải", "Hai"), NamePart("Sơn", "Son"), NamePart("Tâm", "Tam"),
        NamePart("Quân", "Quan"),
        NamePart("Đức", "Duc"), NamePart("Phúc", "Phuc"),
    ]
    private static let chineseFamilies = [
        NamePart("แซ่ลิ้ม", "Sae-Lim", "Saelim"), NamePart("แซ่ตั้ง", "Sae-Tang", "Saetang"),
        NamePart("แซ่โง้ว", "Sae-Ngow", "Saengow"),
        NamePart("แซ่อึ้ง", "Sae-Ueng", "Saeung"), NamePart("แซ่เตีย", "Sae-Tia", "Saetia"),
        NamePart("แซ่ก๊วย", "Sae-Kuai", "Saeguay"),
    ]
}
