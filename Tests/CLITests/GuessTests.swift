import Formats
import RichPicture
import Testing

@testable import CLI

/// A proposed profile imports its table correctly, as it stands.
@Suite struct GuessTests {
    /// A table and what has to come of it.
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var counts: [String: Int]
    }

    static let cases: [Case] = [
        Case(
            testDescription: "calls, layout A",
            text: """
                CALLING_NUMBER,CALLED_NUMBER,START_TIME,DURATION_SEC,CALL_TYPE,IMEI,IMSI,CELL_ID
                0812345678,0898765432,2026-06-01 08:15:22,205,VOICE,490154203237518,520011234567890,520-01-1204-33
                0898765432,0812345678,2026-06-13 09:15:22,0,SMS,490154203237518,520011234567890,520-01-1204-33
                """, counts: ["call": 1, "message": 1, "phone": 2, "handset": 1, "sim": 1, "cell": 1]),
        Case(
            testDescription: "calls, Thai columns, Buddhist era",
            text: """
                หมายเลขต้นทาง;หมายเลขปลายทาง;วันที่;เวลา;ระยะเวลา;ประเภท;รหัสเสา
                0812345678;0898765432;01/06/2569;08:15:22;3:25;โทร;520-05-1200-1
                0812345678;0898765432;13/06/2569;08:15:22;;ข้อความ;520-05-1200-1
                """, counts: ["call": 1, "message": 1, "phone": 2, "cell": 1]),
        Case(
            testDescription: "calls, start and end in UTC",
            text: """
                A-Party,B-Party,Type,Start,End,IMEI,LAC,CI
                8562055500123,8562055500124,MOC,2026-06-01T01:15:22Z,2026-06-01T01:18:47Z,490154203237518,12,34
                """, counts: ["call": 1, "phone": 2, "handset": 1, "cell": 1]),
        Case(
            testDescription: "VAST 2008",
            text: """
                ,From,To,DateTime,Duration.seconds.,Cell.Tower
                1,349,23,6/1/2006 0:08,1634,1
                2,379,364,6/1/2006 23:11,640,24
                3,392,27,6/2/2006 0:12,-44,29
                """, counts: ["call": 3, "phone": 6, "cell": 3]),
        Case(
            testDescription: "AMLSim transactions",
            text: """
                sourceNodeId,targetNodeId,value,time
                216,14730,163.3,1
                3,5431,143.11,1
                """, counts: ["transfer": 2, "account": 4]),
        Case(
            testDescription: "AMLSim accounts",
            text: """
                nodeid,isFraud,init_balance,fraudStep
                0,0,184.44,-1
                1,0,175.80,-1
                """, counts: ["account": 2]),
        Case(
            testDescription: "ledger",
            text: """
                date,time,from_bank,from_account,from_name,to_bank,to_account,to_name,amount,currency,text
                2026-06-01,08:15,PADDTHB0,7101,Ann Lee,RIVRTHB0,7101,Bee Poe,12.50,THB,rent
                """, counts: ["transfer": 1, "account": 2]),
        Case(
            testDescription: "ledger, Indonesian, decimal commas",
            text: """
                tanggal;rekening asal;rekening tujuan;jumlah;mata uang;keterangan
                31/12/2025;0012345678;0098765432;1.234,50;IDR;sewa
                """, counts: ["transfer": 1, "account": 2]),
        Case(
            testDescription: "vehicles at checkpoints",
            text: """
                time,checkpoint,checkpoint_name,lat,lon,plate,plate_province,direction,lane
                2026-06-01T08:15:22+07:00,CP1,Highway 99,12.1,102.3,1กก1234,ชลบุรี,in,2
                """, counts: ["sighting": 1, "plate": 1, "checkpoint": 1]),
        Case(
            testDescription: "persons at checkpoints",
            text: """
                Time,Checkpoint,Lat,Lon,Family name,Given name,Native name,Sex,Date of birth,Nationality,Document,Document no.,Direction
                2026-06-01 08:15,CP1,12.1,102.3,Sok,Dara,សុខ ដារា,M,1999-02-03,KH,Border pass,N1234567,in
                """, counts: ["sighting": 1, "person": 1, "document": 1, "checkpoint": 1]),
        Case(
            testDescription: "workers",
            text: """
                No,Name (native),Name (Latin),Nationality,Date of birth,Document no.,Phone,Job,Start date,Monthly wage,Currency,Employer reg. no.
                1,សុខ ដារា,Sok Dara,KH,1999-02-03,N1234567,0812345678,packer,2026-01-05,9000,THB,0105512345678
                """, counts: ["person": 1, "document": 1, "phone": 1, "companyNumber": 1]),
        Case(
            testDescription: "companies",
            text: """
                reg_no,name_th,name_en,type,registered,address,district,director,director_id,shareholder,phone,lat,lon
                0105512345678,บริษัท แพปลา จำกัด,Pier Co.,limited,2010-05-06,1/2 Pier Road,Mueang,สมชาย รักไทย,1101234567897,Ma Ma Aye,0812345678,12.2,102.3
                """, counts: ["company": 1, "person": 2, "document": 1, "phone": 1, "address": 1, "companyNumber": 1]),
        Case(
            testDescription: "field notes",
            text: """
                ref,date,place,lat,lon,language,text,phone_mentioned,plate_mentioned,company_mentioned
                NG-1,2026-06-01,Laem Chan,12.18,102.46,th,คนงานบอกว่าไม่ได้รับค่าจ้าง,0812345678,1กก1234,Pier Co.
                """, counts: ["report": 1, "phone": 1, "plate": 1, "company": 1]),
        Case(
            testDescription: "cells",
            text: """
                cell,name,lat,lon,azimuth,beam,radius_m
                520-01-1204-33,Mueang 1,12.1,102.3,90,65,1400
                """, counts: ["cell": 1]),
        Case(
            testDescription: "columns without meaning: the values speak",
            text: """
                c1,c2,c3,c4
                +66812345678,+66898765432,2026-06-01 08:15:22,490154203237518
                +66898765432,+66812345678,2026-06-02 08:15:22,490154203237518
                """, counts: ["call": 2, "phone": 2, "handset": 1]),
    ]

    @Test("a proposed profile takes every row, and what it should", arguments: cases)
    func guesses(_ table: Case) async throws {
        let terminal = try Terminal()
        let file = try terminal.file("table.csv", table.text + "\n")
        let guess = await terminal("profile", "guess", file)
        #expect(guess.ending == .done)
        let profile = try terminal.file("guess.txt", guess.output)
        let check = await terminal("profile", "check", profile)
        #expect(check.ending == .done, "\(check.errors)\n\(guess.output)")
        let answer = await terminal.run(["import", file, "--profile-file", profile, "--json"] + permitted)
        #expect(answer.ending == .done, "\(answer.errors)\n\(guess.output)")
        let counts = try answer.json()["imports"][0]["source"]["counts"]
        #expect(counts["rejected"].number?.int == 0, "\(answer.output)")
        for (kind, count) in table.counts {
            let found = counts["events"][kind].number?.int ?? counts["entities"][kind].number?.int
            #expect(found == count, "\(kind)\n\(guess.output)")
        }
    }

    @Test("whatever the columns are, the proposal is calm text, and says what it does not know")
    func nonsense() {
        let text = Profile.guess(header: ["a", "b", ""], rows: [["1", "x", ""], ["", "", "", ""]])
        #expect(text.contains("# unsure"))
        #expect(text.contains("# not used: a, b"))
    }
}
