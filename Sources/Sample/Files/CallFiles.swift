/// The call records of the three operators, each in its own layout.
struct CallFile {
    let province: Province
    let provider: Operator

    func write(to sink: SampleSink) throws -> FileTally {
        var file = RowFile(
            encoding: provider == .siam ? .utf8WithMark : provider == .mekong ? .windows874 : .utf16le,
            lineEnd: provider == .mekong ? "\r\n" : "\n", faults: faults)
        var isSeen = Array(repeating: false, count: province.phones.count)
        file.line.put(header)
        file.endHeader()
        for day in 0..<province.days {
            for call in province.calls(on: day, by: provider) {
                isSeen[Int(call.caller)] = true
                isSeen[Int(call.callee)] = true
                put(call, to: &file.line)
                try file.endRow(events: 1, to: sink)
            }
        }
        var tally = try file.finish(to: sink)
        tally.numbers = Set(isSeen.indices.filter { isSeen[$0] }.map { province.phones[$0].number }).count
        return tally
    }

    private var header: String {
        switch provider {
        case .siam: "CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID"
        case .mekong: "หมายเลขต้นทาง;หมายเลขปลายทาง;วันที่;เวลา;ระยะเวลา;ประเภท;รหัสเสา"
        case .lanexang, .other: "A-Party\tB-Party\tType\tStart\tEnd\tIMEI\tLAC\tCI"
        }
    }

    private func put(_ call: Call, to line: inout Line) {
        let caller = province.phones[Int(call.caller)]
        let callee = province.phones[Int(call.callee)]
        let cell = province.cells[Int(call.cell)]
        switch provider {
        case .siam: putSiam(call, caller, callee, cell, to: &line)
        case .mekong: putMekong(call, caller, callee, cell, to: &line)
        case .lanexang, .other: putLanexang(call, caller, callee, cell, to: &line)
        }
    }

    private func putSiam(_ call: Call, _ caller: Phone, _ callee: Phone, _ cell: Cell, to line: inout Line) {
        line.put(caller.number.inThailand)
        line.put(byte: 0x2C)
        line.put(callee.number.inThailand)
        line.put(byte: 0x2C)
        line.put(day: province.firstDay + call.at / 86_400)
        line.put(byte: 0x20)
        line.put(clock: call.at % 86_400)
        line.put(byte: 0x2C)
        line.put(Int(call.duration))
        line.put(call.isMessage ? ",SMS," : ",VOICE,")
        line.put(caller.imei)
        line.put(byte: 0x2C)
        line.put(caller.imsi)
        line.put(byte: 0x2C)
        line.put(cell.code)
    }

    private func putMekong(_ call: Call, _ caller: Phone, _ callee: Phone, _ cell: Cell, to line: inout Line) {
        line.put(Self.mekong(caller.number, call.at))
        line.put(byte: 0x3B)
        line.put(Self.mekong(callee.number, call.at / 7))
        line.put(byte: 0x3B)
        let (year, month, day) = (province.firstDay + call.at / 86_400).civil
        line.put(day, width: 2)
        line.put(byte: 0x2F)
        line.put(month, width: 2)
        line.put(byte: 0x2F)
        line.put(year + 543)
        line.put(byte: 0x3B)
        line.put(clock: call.at % 86_400)
        line.put(byte: 0x3B)
        line.put(Int(call.duration) / 60)
        line.put(byte: 0x3A)
        line.put(Int(call.duration) % 60, width: 2)
        line.put(call.isMessage ? ";ข้อความ;" : ";โทร;")
        line.put(cell.code)
    }

    /// This operator's clerks write numbers as they come: with dashes, with +66, plain.
    private static func mekong(_ number: PhoneNumber, _ salt: Int) -> String {
        guard number.country == .thailand, salt % 10 < 7 else { return number.international }
        guard salt % 10 < 5 else { return number.domestic }
        let digits = number.domestic
        return "\(digits.prefix(3))-\(digits.dropFirst(3).prefix(3))-\(digits.dropFirst(6))"
    }

    private func putLanexang(_ call: Call, _ caller: Phone, _ callee: Phone, _ cell: Cell, to line: inout Line) {
        line.put(Self.lanexang(caller.number, call.at))
        line.put(byte: 0x09)
        line.put(Self.lanexang(callee.number, call.at / 7))
        line.put(call.isMessage ? "\tSMS\t" : "\tMOC\t")
        putUTC(call.at, to: &line)
        line.put(byte: 0x09)
        putUTC(call.at + Int(call.duration), to: &line)
        line.put(byte: 0x09)
        line.put(caller.imei)
        line.put(byte: 0x09)
        line.put(cell.areaCode)
        line.put(byte: 0x09)
        line.put(cell.cellNumber)
    }

    private static func lanexang(_ number: PhoneNumber, _ salt: Int) -> String {
        guard number.country == .laos else { return number.international }
        guard salt % 10 < 4 else { return number.plain }
        let digits = number.domestic
        return "\(digits.prefix(3)) \(digits.dropFirst(3).prefix(4)) \(digits.dropFirst(7))"
    }

    private func putUTC(_ second: Second, to line: inout Line) {
        // Local time is seven hours ahead; the first night belongs to the day before.
        let shifted = second - 7 * 3600 + 86_400
        line.put(day: province.firstDay + (shifted / 86_400 - 1))
        line.put(byte: 0x54)
        line.put(clock: shifted % 86_400)
        line.put(byte: 0x5A)
    }

    /// Lines as a broken export leaves them.
    private var faults: [RowFile.Fault] {
        let day = province.firstDay
        switch provider {
        case .siam:
            return [
                RowFile.Fault(
                    after: 40, text: "0600077777,0600088888,2026-13-41 08:15:22,60,VOICE,,,520-01-1200-11",
                    reason: "no such date"),
                RowFile.Fault(after: 173, text: "0600077777,06000", reason: "the line is cut short"),
                RowFile.Fault(after: 391, text: ",,\(day.iso) 10:00:00,12,VOICE,,,520-01-1200-11", reason: "no number"),
            ]
        case .mekong:
            return [
                RowFile.Fault(
                    after: 33, text: "069-007-7777;069-008-8888;31/02/2569;08:15:22;1:05;โทร;520-05-1200-11",
                    reason: "no such date"),
                RowFile.Fault(after: 150, text: "069-007-7777", reason: "the line is cut short"),
                RowFile.Fault(
                    after: 402, text: "069-007-7777;069-008-8888;02/06/2569;29:75:00;1:05;โทร;520-05-1200-11",
                    reason: "no such time"),
            ]
        case .lanexang, .other:
            return [
                RowFile.Fault(
                    after: 21, text: "8562040077777\t8562040088888\tMOC\tyesterday\t\t\t1500\t11", reason: "no time"),
                RowFile.Fault(after: 87, text: "8562040077777\t85620", reason: "the line is cut short"),
            ]
        }
    }
}
