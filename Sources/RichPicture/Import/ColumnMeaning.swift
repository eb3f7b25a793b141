/// What a column of an unknown table may be.
enum ColumnMeaning: Hashable {
    // Calls.
    case caller, called, callType, duration, handset, sim, cell, areaCode, cellNumber
    // Either end of a call or a transfer: what the other columns say decides.
    case from, to
    // Times.
    case start, end, date, clock
    // Money.
    case fromBank, toBank, fromAccount, toAccount, account, fromName, toName, amount, currency, balance
    // Sightings.
    case plate, plateProvince, checkpoint, checkpointName, direction
    // People.
    case name, nativeName, givenName, familyName, alias, sex, birthDate, nationality, document, job, wage, jobStart,
        phone
    case email
    // Companies.
    case companyNumber, employerNumber, companyName, kind, registeredOn, address, district, director, directorDocument
    case owner
    // Places.
    case latitude, longitude, azimuth, beam, radius
    // Notes.
    case reference, note, language

    /// The meaning that a column's name suggests; `nil` when it says nothing.
    ///
    /// The longest known name that the column's name is, or has among its words, wins.
    static func named(_ column: String) -> ColumnMeaning? {
        let name = " \(folded(column)) "
        var best: (length: Int, meaning: ColumnMeaning)?
        for (meaning, names) in ColumnNames.all {
            for known in names {
                // Thai, Lao, Khmer, Burmese and Chinese write no spaces between words.
                let isFound =
                    known.utf8.first.map { $0 < 0x80 } == true ? name.contains(" \(known) ") : name.contains(known)
                let length = known.count + (name == " \(known) " ? 100 : 0)
                if isFound, length > best?.length ?? 0 { best = (length, meaning) }
            }
        }
        return best?.meaning
    }

    /// `sourceNodeId`, `Source_Node.ID` → `source node id`
    static func folded(_ name: String) -> String {
        var words = ""
        var wasSmall = false
        for scalar in name.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            let isUpper = scalar.properties.isUppercase
            if isUpper, wasSmall { words += " " }
            words += isLetter || ("0"..."9").contains(scalar) ? scalar.properties.lowercaseMapping : " "
            wasSmall = isLetter && !isUpper
        }
        return words.split(separator: " ").joined(separator: " ")
    }
}

/// Names of columns in the languages of the region, folded.
enum ColumnNames {
    static let all: [(ColumnMeaning, [String])] = calls + money + times + sightings + people + companies + places

    private static let calls: [(ColumnMeaning, [String])] = [
        (
            .caller,
            [
                "calling number", "caller", "caller number", "a party", "a number", "anumber", "msisdn a",
                "from number",
                "from phone", "source number", "originating number", "calling party", "calling", "หมายเลขต้นทาง",
                "เบอร์ต้นทาง", "ເບີຕົ້ນທາງ", "số gọi", "số chủ gọi", "nomor asal", "nomor pemanggil", "主叫", "លេខអ្នកហៅ",
            ]
        ),
        (
            .called,
            [
                "called number", "callee", "b party", "b number", "bnumber", "msisdn b", "to number", "to phone",
                "dialled number", "dialed number", "destination number", "called party", "called", "receiver number",
                "หมายเลขปลายทาง", "เบอร์ปลายทาง", "ເບີປາຍທາງ", "số bị gọi", "số nhận", "nomor tujuan", "被叫", "លេខអ្នកទទួល",
            ]
        ),
        (.from, ["from", "source", "source node id", "sender", "origin", "src"]),
        (.to, ["to", "target", "target node id", "recipient", "destination", "dst"]),
        (
            .callType,
            [
                "call type", "usage type", "service type", "record type", "event type", "ประเภทการใช้", "loại cuộc gọi",
                "jenis panggilan", "通话类型",
            ]
        ),
        (.kind, ["type", "kind", "ประเภท", "ປະເພດ", "loại", "jenis", "类型", "legal form"]),
        (
            .duration,
            [
                "duration", "duration sec", "duration seconds", "seconds", "call duration", "ระยะเวลา", "ໄລຍະເວລາ",
                "thời lượng", "durasi", "时长", "រយៈពេល",
            ]
        ),
        (.handset, ["imei", "handset", "device imei"]), (.sim, ["imsi", "sim"]),
        (
            .cell,
            [
                "cell", "cell id", "cellid", "cell tower", "tower", "tower id", "cgi", "ecgi", "base station", "รหัสเสา",
                "เสาสัญญาณ", "trạm", "menara", "基站",
            ]
        ),
        (.areaCode, ["lac", "tac", "location area"]), (.cellNumber, ["ci", "eci", "cell identity"]),
    ]

    private static let money: [(ColumnMeaning, [String])] = [
        (.fromBank, ["from bank", "sender bank", "source bank", "debit bank", "payer bank", "ธนาคารต้นทาง"]),
        (
            .toBank,
            [
                "to bank", "beneficiary bank", "target bank", "destination bank", "credit bank", "payee bank",
                "ธนาคารปลายทาง",
            ]
        ),
        (
            .fromAccount,
            [
                "from account", "source account", "sender account", "debit account", "payer account", "account from",
                "from acct", "บัญชีต้นทาง", "บัญชีผู้โอน", "tài khoản gửi", "rekening asal", "付款账号",
            ]
        ),
        (
            .toAccount,
            [
                "to account", "target account", "destination account", "beneficiary account", "credit account",
                "payee account", "recipient account", "account to", "to acct", "บัญชีปลายทาง", "บัญชีผู้รับ",
                "tài khoản nhận", "rekening tujuan", "收款账号",
            ]
        ),
        (
            .account,
            [
                "account", "account no", "account number", "acct", "iban", "node id", "nodeid", "เลขบัญชี", "เลขที่บัญชี",
                "tài khoản", "rekening",
                "账号",
            ]
        ),
        (
            .fromName,
            ["from name", "sender name", "payer", "payer name", "ชื่อผู้โอน", "người gửi", "nama pengirim", "付款人"]
        ),
        (
            .toName,
            [
                "to name", "beneficiary", "beneficiary name", "payee", "payee name", "recipient name", "ชื่อผู้รับ",
                "người nhận",
                "nama penerima", "收款人",
            ]
        ),
        (
            .amount,
            [
                "amount", "value", "sum", "amt", "transaction amount", "จำนวนเงิน", "ຈຳນວນເງິນ", "số tiền", "jumlah", "金额",
                "ចំនួនទឹកប្រាក់",
            ]
        ),
        (.currency, ["currency", "ccy", "curr", "สกุลเงิน", "tiền tệ", "loại tiền", "mata uang", "币种"]),
        (.balance, ["balance", "init balance", "opening balance", "ยอดคงเหลือ", "số dư", "saldo", "余额"]),
    ]

    private static let times: [(ColumnMeaning, [String])] = [
        (
            .start,
            [
                "start", "start time", "datetime", "date time", "timestamp", "time stamp", "call time", "event time",
                "begin",
                "date and time", "วันเวลา", "เวลาเริ่ม", "thời gian", "waktu", "时间", "开始时间",
            ]
        ),
        (.end, ["end", "end time", "stop time", "finish", "เวลาสิ้นสุด", "kết thúc", "selesai", "结束时间"]),
        (
            .date,
            [
                "date", "call date", "day", "transaction date", "value date", "booking date", "txn date", "วันที่", "ວັນທີ",
                "ngày",
                "tanggal", "日期", "ថ្ងៃ", "ရက်စွဲ",
            ]
        ),
        (.clock, ["time", "clock", "เวลา", "ເວລາ", "giờ", "jam", "时刻", "ម៉ោង", "အချိန်"]),
    ]

    private static let sightings: [(ColumnMeaning, [String])] = [
        (
            .plate,
            [
                "plate", "plate no", "number plate", "license plate", "licence plate", "vehicle", "vehicle no",
                "plate mentioned",
                "ทะเบียนรถ", "ป้ายทะเบียน", "ທະບຽນລົດ", "biển số", "nomor polisi", "车牌", "ស្លាកលេខ",
            ]
        ),
        (.plateProvince, ["plate province", "province of plate", "จังหวัดทะเบียน"]),
        (
            .checkpoint,
            [
                "checkpoint", "check point", "border post", "post", "gate", "crossing point", "ด่าน", "ດ່ານ", "cửa khẩu",
                "pos",
                "口岸", "关卡",
            ]
        ),
        (.checkpointName, ["checkpoint name", "post name", "gate name", "ชื่อด่าน"]),
        (.direction, ["direction", "in out", "entry exit", "ทิศทาง", "เข้า ออก", "hướng", "arah", "方向"]),
    ]

    private static let people: [(ColumnMeaning, [String])] = [
        (
            .name,
            [
                "name", "full name", "name latin", "name en", "person", "person name", "worker", "employee", "ชื่อ",
                "ชื่อ นามสกุล",
                "ຊື່", "họ tên", "họ và tên", "nama", "姓名", "ឈ្មោះ", "အမည်",
            ]
        ),
        (.nativeName, ["native name", "name native", "local name", "name th", "name local", "ชื่อไทย"]),
        (.givenName, ["given name", "first name", "forename", "ชื่อต้น", "tên", "nama depan", "名"]),
        (.familyName, ["family name", "surname", "last name", "นามสกุล", "họ", "nama belakang", "姓"]),
        (.alias, ["alias", "nickname", "also known as", "aka", "ชื่อเล่น", "biệt danh", "nama panggilan"]),
        (.sex, ["sex", "gender", "เพศ", "ເພດ", "giới tính", "jenis kelamin", "性别", "ភេទ"]),
        (
            .birthDate,
            [
                "birth date", "date of birth", "dob", "born", "วันเกิด", "ວັນເກີດ", "ngày sinh", "tanggal lahir", "出生日期",
                "ថ្ងៃកំណើត",
            ]
        ),
        (.nationality, ["nationality", "citizenship", "สัญชาติ", "ສັນຊາດ", "quốc tịch", "kewarganegaraan", "国籍", "សញ្ជាតិ"]),
        (
            .document,
            [
                "document no", "document number", "passport", "passport no", "passport number", "id no", "id number",
                "id card", "national id", "citizen id", "เลขบัตรประชาชน", "เลขประจำตัวประชาชน", "หนังสือเดินทาง", "cmnd",
                "cccd",
                "hộ chiếu", "nik", "paspor", "身份证号", "护照号",
            ]
        ),
        (
            .job,
            [
                "job", "occupation", "profession", "position", "job title", "อาชีพ", "ตำแหน่ง", "nghề nghiệp", "pekerjaan",
                "职业",
            ]
        ),
        (.wage, ["wage", "salary", "monthly wage", "pay", "ค่าจ้าง", "เงินเดือน", "lương", "gaji", "工资"]),
        (
            .jobStart,
            ["start date", "hired", "hire date", "employed since", "วันเริ่มงาน", "ngày vào làm", "mulai bekerja", "入职日期"]
        ),
        (
            .phone,
            [
                "phone", "phone no", "phone number", "telephone", "mobile", "msisdn", "tel", "phone mentioned",
                "โทรศัพท์",
                "เบอร์โทร", "ໂທລະສັບ", "điện thoại", "số điện thoại", "telepon", "nomor telepon", "电话", "手机", "ទូរស័ព្ទ",
                "ဖုန်း",
            ]
        ),
        (.email, ["email", "e mail", "email address", "อีเมล"]),
    ]

    private static let companies: [(ColumnMeaning, [String])] = [
        (
            .companyNumber,
            [
                "reg no", "registration no", "registration number", "company no", "company number", "tax id",
                "เลขทะเบียน", "เลขทะเบียนนิติบุคคล", "mã số doanh nghiệp", "mã số thuế", "npwp", "注册号", "统一社会信用代码",
            ]
        ),
        (
            .employerNumber,
            ["employer reg no", "employer no", "employer registration", "employer number", "เลขทะเบียนนายจ้าง"]
        ),
        (
            .companyName,
            [
                "company", "company name", "business name", "firm", "company mentioned", "ชื่อบริษัท", "บริษัท", "công ty",
                "tên công ty", "perusahaan", "公司", "公司名称",
            ]
        ),
        (
            .registeredOn,
            [
                "registered", "registered on", "registration date", "date of registration", "incorporated",
                "incorporation date", "วันที่จดทะเบียน", "ngày đăng ký", "成立日期",
            ]
        ),
        (.address, ["address", "ที่อยู่", "ທີ່ຢູ່", "địa chỉ", "alamat", "地址", "អាសយដ្ឋាន"]),
        (
            .district,
            [
                "district", "province", "village", "town", "place", "location", "อำเภอ", "จังหวัด", "huyện", "tỉnh",
                "kabupaten",
                "区", "县",
            ]
        ),
        (.director, ["director", "manager", "กรรมการ", "giám đốc", "direktur", "董事"]),
        (.directorDocument, ["director id", "director id no", "director document"]),
        (
            .owner,
            ["owner", "shareholder", "beneficial owner", "ผู้ถือหุ้น", "เจ้าของ", "chủ sở hữu", "cổ đông", "pemilik", "股东"]
        ),
    ]

    private static let places: [(ColumnMeaning, [String])] = [
        (.latitude, ["lat", "latitude", "ละติจูด", "vĩ độ", "lintang", "纬度"]),
        (.longitude, ["lon", "lng", "long", "longitude", "ลองจิจูด", "kinh độ", "bujur", "经度"]),
        (.azimuth, ["azimuth", "bearing", "mid angle"]), (.beam, ["beam", "beam width", "beamwidth"]),
        (.radius, ["radius", "radius m", "range", "reach", "accuracy"]),
        (.reference, ["ref", "reference", "report no", "note no", "case no", "เลขที่"]),
        (
            .note,
            [
                "text", "note", "notes", "remark", "remarks", "memo", "description", "purpose", "details", "comment",
                "message",
                "narrative", "หมายเหตุ", "รายละเอียด", "ໝາຍເຫດ", "ghi chú", "nội dung", "catatan", "keterangan", "备注",
                "附言",
            ]
        ),
        (.language, ["language", "lang", "ภาษา", "ngôn ngữ", "bahasa", "语言"]),
    ]
}
