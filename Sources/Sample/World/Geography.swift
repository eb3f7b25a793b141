import Foundation

/// A point, in millionths of a degree (WGS 84).
struct Point: Hashable, Sendable {
    var lat: Int
    var lon: Int

    init(lat: Int, lon: Int) {
        self.lat = lat
        self.lon = lon
    }

    init(_ lat: Double, _ lon: Double) {
        self.init(lat: Int((lat * 1e6).rounded()), lon: Int((lon * 1e6).rounded()))
    }

    /// A point some metres away, in a square around this one.
    func near(_ draw: inout Draw, metres: Int) -> Point {
        // A metre is 9 millionths of a degree, a little more in longitude at these latitudes.
        Point(lat: lat + draw.within(-metres...metres) * 9, lon: lon + draw.within(-metres...metres) * 9)
    }

    /// The square of the distance, in (millionths of a degree)²: enough to compare.
    func squaredDistance(to other: Point) -> Int {
        let dy = lat - other.lat
        let dx = (lon - other.lon) * 97 / 100
        return dx * dx + dy * dy
    }

    /// The bearing to another point, in degrees from north.
    func bearing(to other: Point) -> Int {
        let angle = atan2(Double(other.lon - lon) * 0.97, Double(other.lat - lat)) * 180 / .pi
        return (Int(angle.rounded()) + 360) % 360
    }
}

/// Where a place lies: in the province, or in one of the three areas from which people are recruited.
enum Region: UInt8, CaseIterable, Sendable {
    case province, lao, khmer, isan

    var name: String {
        switch self {
        case .province: "Arun Samut"
        case .lao: "Nam Kham Noi"
        case .khmer: "Phum Srah Chhuk"
        case .isan: "Non Sai Thong"
        }
    }
}

/// A town or village. All names are invented.
struct Place: Sendable {
    let thai: String
    let name: String
    let region: Region
    let point: Point
    /// How many people live here, relative to the others.
    let weight: Int

    init(_ thai: String, _ name: String, _ region: Region, _ lat: Double, _ lon: Double, _ weight: Int) {
        self.thai = thai
        self.name = name
        self.region = region
        self.point = Point(lat, lon)
        self.weight = weight
    }

    static let all: [Place] = [
        Place("เมืองอรุณสมุทร", "Mueang Arun Samut", .province, 12.4210, 102.3620, 24),
        Place("ปากคลองทอง", "Pak Khlong Thong", .province, 12.2280, 102.3890, 14),
        Place("แหลมจันทร์ใส", "Laem Chan Sai", .province, 12.1850, 102.4630, 10),
        Place("เขารุ่งฟ้า", "Khao Rung Fa", .province, 12.6620, 102.4580, 8),
        Place("ด่านไม้หอม", "Dan Mai Hom", .province, 12.6020, 102.6390, 9),
        Place("บ้านหนองเรือ", "Ban Nong Ruea Thong", .province, 12.5170, 102.2900, 5),
        Place("บ้านทุ่งปลา", "Ban Thung Pla Ngam", .province, 12.3330, 102.4410, 5),
        Place("บ้านคลองสน", "Ban Khlong Son Noi", .province, 12.2950, 102.5230, 4),
        Place("บ้านสวนพลู", "Ban Suan Phlu Yai", .province, 12.7410, 102.3320, 4),
        Place("บ้านดอนตาล", "Ban Don Tan Rung", .province, 12.8470, 102.4010, 3),
        Place("บ้านหินงาม", "Ban Hin Ngam Samut", .province, 12.5480, 102.5210, 3),
        Place("บ้านท่าเสม็ด", "Ban Tha Samet Khao", .province, 12.2510, 102.3300, 4),
        Place("ນ້ຳຄຳນ້ອຍ", "Nam Kham Noi", .lao, 16.1020, 104.8230, 5),
        Place("ໂພນດອກຈຳປາ", "Phone Dok Champa", .lao, 15.9370, 104.9120, 3),
        Place("ບ້ານຫ້ວຍແສງ", "Ban Houay Saeng", .lao, 16.3180, 104.8810, 2),
        Place("ភូមិស្រះឈូក", "Phum Srah Chhuk", .khmer, 13.1730, 103.1020, 5),
        Place("ភូមិត្រពាំងពេជ្រ", "Phum Trapeang Pich", .khmer, 13.0410, 103.3330, 3),
        Place("ភូមិអូរស្វាយ", "Phum Ou Svay Thmei", .khmer, 12.9160, 102.9010, 2),
        Place("โนนทรายทอง", "Non Sai Thong", .isan, 15.1830, 103.6210, 5),
        Place("บ้านหนองแก้วใส", "Ban Nong Kaeo Sai", .isan, 15.3310, 103.8830, 3),
    ]
}

/// A checkpoint where vehicles or people are written down.
struct Checkpoint: Sendable {
    enum Kind: String, Sendable { case border, pier, highway }
    let code: String
    let name: String
    let kind: Kind
    let point: Point

    init(_ code: String, _ name: String, _ kind: Kind, _ lat: Double, _ lon: Double) {
        self.code = code
        self.name = name
        self.kind = kind
        self.point = Point(lat, lon)
    }

    static let all: [Checkpoint] = [
        Checkpoint("CP1", "Dan Mai Hom border gate", .border, 12.6110, 102.6710),
        Checkpoint("CP2", "Chong Phu Din border gate", .border, 15.6210, 104.9320),
        Checkpoint("CP3", "Khlong Son crossing", .border, 12.3030, 102.5710),
        Checkpoint("CP4", "Pak Khlong Thong pier", .pier, 12.2190, 102.3860),
        Checkpoint("CP5", "Laem Chan Sai pier", .pier, 12.1790, 102.4660),
        Checkpoint("CP6", "Highway 99 km 14", .highway, 12.5230, 102.3480),
        Checkpoint("CP7", "Highway 99 km 61", .highway, 12.9320, 102.3710),
        Checkpoint("CP8", "Highway 99 km 212", .highway, 14.2360, 103.2010),
    ]

    /// The checkpoints passed on the way from a recruiting area to the province, in order, with the minutes
    /// after setting out.
    static func route(from region: Region) -> [(checkpoint: Int, minutes: Int)] {
        switch region {
        case .province: []
        case .lao: [(1, 55), (7, 265), (6, 410), (5, 455)]
        case .khmer: [(0, 70), (5, 105)]
        case .isan: [(7, 95), (6, 240), (5, 285)]
        }
    }
}
