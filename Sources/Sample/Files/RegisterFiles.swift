/// Towers, companies, reports and checkpoints, as CSV.
struct RegisterFiles {
    let province: Province

    func cells(to sink: SampleSink) throws -> FileTally {
        var file = RowFile(faults: [
            RowFile.Fault(
                after: 30, text: "520-01-1200-99,Nowhere,95.200000,402.100000,0,65,900",
                reason: "no such place on earth"),
            RowFile.Fault(after: 77, text: "520-05-1204-98,Half a line", reason: "the line is cut short"),
        ])
        file.line.put("cell,name,lat,lon,azimuth,beam,radius_m")
        file.endHeader()
        for cell in province.cells {
            file.line.put(record: [cell.code, cell.tower])
            file.line.put(byte: 0x2C)
            put(cell.point, to: &file.line)
            for number in [cell.azimuth, cell.beam, cell.radius] {
                file.line.put(byte: 0x2C)
                file.line.put(number)
            }
            try file.endRow(events: 0, to: sink)
        }
        return try file.finish(to: sink)
    }

    func companies(to sink: SampleSink) throws -> FileTally {
        var file = RowFile(faults: [
            RowFile.Fault(
                after: 25, text: ",บริษัท ไม่มีเลข จำกัด,No Number Co.,company,2020-01-01,,,,,,,,",
                reason: "no register number"),
            RowFile.Fault(after: 60, text: "0900000000000", reason: "the line is cut short"),
        ])
        file.line.put(
            "reg_no,name_th,name_en,type,registered,address,district,director,director_id,shareholder,phone,lat,lon")
        file.endHeader()
        for (index, company) in province.companies.enumerated() {
            let place = Place.all[company.place]
            let phone = province.phone(of: company.director, day: 0)
            file.line.put(record: [
                company.registration, company.nameThai, company.nameEnglish, "limited", company.registered.iso,
                "\(index * 7 % 290 + 1)/\(index % 9 + 1) \(place.name)", Place.all[company.place].thai,
                province.name(of: company.director, at: .register).native, province.citizenNumber(of: company.director),
                province.name(of: company.shareholder, at: .register).native,
                phone < 0 ? "" : province.phones[phone].number.inThailand,
            ])
            file.line.put(byte: 0x2C)
            put(company.point, to: &file.line)
            try file.endRow(events: 0, to: sink)
        }
        return try file.finish(to: sink)
    }

    func notes(to sink: SampleSink) throws -> FileTally {
        var file = RowFile(faults: [
            RowFile.Fault(
                after: 12, text: "NG-X001,soon,Laem Chan Sai,12.18,102.46,en,Visit planned.,,,", reason: "no date"),
            RowFile.Fault(after: 31, text: "NG-X002", reason: "the line is cut short"),
        ])
        file.line.put(
            "ref,date,place,lat,lon,language,text,phone_mentioned,plate_mentioned,company_mentioned")
        file.endHeader()
        for (index, note) in province.notes.enumerated() {
            let workplace = province.workplaces[note.workplace]
            var draw = Draw(province.seed, .notes, index, 1)
            var reference = Line()
            reference.put("NG-")
            reference.put(index + 1, width: 4)
            file.line.put(record: [
                reference.text, (province.firstDay + note.day).iso, Place.all[workplace.place].name,
            ])
            file.line.put(byte: 0x2C)
            put(workplace.point.near(&draw, metres: 120), to: &file.line)
            file.line.put(byte: 0x2C)
            file.line.put(record: [
                note.language, note.text, note.phone.map { province.phones[$0].number.inThailand } ?? "",
                note.vehicle.map { plate(of: $0, &draw) } ?? "",
                note.namesCompany ? province.companies[note.workplace].nameEnglish : "",
            ])
            try file.endRow(events: 0, to: sink)
        }
        return try file.finish(to: sink)
    }

    /// Not everybody remembers the province of a plate.
    private func plate(of vehicle: Int, _ draw: inout Draw) -> String {
        draw.chance(0.7) ? province.vehicles[vehicle].plateWithProvince : province.vehicles[vehicle].plate
    }

    func vehicles(to sink: SampleSink) throws -> FileTally {
        var file = RowFile(faults: [
            RowFile.Fault(
                after: 50,
                text: "2026-06-31T08:15:22+07:00,CP1,Dan Mai Hom border gate,12.611000,102.671000,กข 11,อรุณสมุทร,in,1",
                reason: "no such date"),
            RowFile.Fault(after: 222, text: "2026-06-02T08:15:22+07:00,CP6", reason: "the line is cut short"),
            RowFile.Fault(
                after: 333, text: "2026-06-03T08:15:22+07:00,CP6,Highway 99 km 14,12.523000,102.348000,,,in,1",
                reason: "no plate"),
        ])
        file.line.put("time,checkpoint,checkpoint_name,lat,lon,plate,plate_province,direction,lane")
        file.endHeader()
        for day in 0..<province.days {
            for sighting in province.vehicleSightings(on: day) {
                put(sighting, to: &file.line)
                try file.endRow(events: 1, to: sink)
            }
        }
        return try file.finish(to: sink)
    }

    private func put(_ sighting: VehicleSighting, to line: inout Line) {
        let checkpoint = Checkpoint.all[sighting.checkpoint]
        line.put(day: province.firstDay + sighting.at / 86_400)
        line.put(byte: 0x54)
        line.put(clock: sighting.at % 86_400)
        line.put("+07:00,")
        line.put(checkpoint.code)
        line.put(byte: 0x2C)
        line.put(checkpoint.name)
        line.put(byte: 0x2C)
        put(checkpoint.point, to: &line)
        line.put(byte: 0x2C)
        line.put(province.vehicles[Int(sighting.vehicle)].plate)
        line.put(byte: 0x2C)
        line.put(Vehicle.provinceName)
        line.put(sighting.isInbound ? ",in," : ",out,")
        line.put(sighting.lane)
    }

    private func put(_ point: Point, to line: inout Line) {
        line.put(microdegrees: point.lat)
        line.put(byte: 0x2C)
        line.put(microdegrees: point.lon)
    }
}

extension Province {
    /// Thirteen digits as on an identity card, with a check digit that is wrong on purpose (RL-35).
    func citizenNumber(of person: Int) -> String {
        var line = Line()
        line.put("1")
        line.put((person + 1_009) * 48_271 % 99_999_989, width: 11)
        return Paper.wrongCheckDigit(after: line.text)
    }
}
