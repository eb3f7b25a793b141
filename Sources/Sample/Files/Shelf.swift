/// The files that are for import, with what an import has to be told about each.
struct Shelf {
    let province: Province

    /// A file before it is bound to the book of tallies.
    struct Item {
        let path: String
        let produce: Producer
        private let profile: String?
        private let stream: String
        private let owner: String
        private let grade: String
        private let handling: String
        private let authority: SampleFile.Authority?
        private let zone: String
        private let country: String

        init(
            _ path: String, _ profile: String?, _ stream: String, _ owner: String, _ grade: String, _ handling: String,
            _ produce: @escaping Producer, authority: SampleFile.Authority? = nil, zone: String = "Asia/Bangkok",
            country: String = "TH"
        ) {
            self.path = path
            self.produce = produce
            self.profile = profile
            self.stream = stream
            self.owner = owner
            self.grade = grade
            self.handling = handling
            self.authority = authority
            self.zone = zone
            self.country = country
        }

        func file(_ write: @escaping @Sendable (_ sink: SampleSink) throws -> Void) -> SampleFile {
            SampleFile(
                path: path, profile: profile, stream: stream, owner: owner, grade: grade, handling: handling,
                authority: authority, zone: zone, country: country, write: write)
        }
    }

    var items: [Item] { telephony + banking + checkpoints + registers + partners }

    private func authority(_ reference: String, _ basis: String) -> SampleFile.Authority {
        SampleFile.Authority(
            reference: reference, basis: basis, from: province.firstDay.iso,
            to: (province.firstDay + (province.days - 1)).iso)
    }

    private var telephony: [Item] {
        let order = authority("AS-2026-0117", "Court order, Arun Samut provincial court (invented)")
        let treaty = authority("MLA-2026-0009", "Mutual legal assistance request (invented)")
        let registers = RegisterFiles(province: province)
        return [
            Item("cells.csv", "cells", "reference", "Arun Samut Police", "1A", "P", registers.cells),
            Item(
                "calls-siam.csv", "calls-siam", "telephony", "Arun Samut Police", "1A", "C",
                CallFile(province: province, provider: .siam).write, authority: order),
            Item(
                "calls-mekong.csv", "calls-mekong", "telephony", "Arun Samut Police", "1A", "C",
                CallFile(province: province, provider: .mekong).write, authority: order),
            Item(
                "calls-lanexang.tsv", "calls-lanexang", "telephony", "Nam Kham Noi Police", "1B", "C",
                CallFile(province: province, provider: .lanexang).write, authority: treaty, zone: "Asia/Vientiane",
                country: "LA"),
        ]
    }

    private var banking: [Item] {
        let order = authority("AS-2026-0131", "Court order, Arun Samut provincial court (invented)")
        let report = authority("FIU-2026-0044", "Suspicious transaction report (invented)")
        let banks = BankFiles(province: province)
        return [
            Item(
                "bank-ledger.csv", "bank-ledger", "banking", "Arun Samut Police", "1A", "C",
                LedgerFile(province: province).write, authority: order),
            Item("bank-river-mt940.sta", nil, "banking", "Arun Samut Police", "1A", "C", banks.river, authority: order),
            Item(
                "bank-harbour-camt053.xml", nil, "banking", "Arun Samut Police", "1A", "C", banks.harbour,
                authority: order),
            Item(
                "fiu-str.xml", nil, "banking", "Financial Intelligence Unit", "2B", "C", banks.report, authority: report
            ),
        ]
    }

    private var checkpoints: [Item] {
        let cameras = authority("HW-2026-0003", "Standing order on checkpoint cameras (invented)")
        let registers = RegisterFiles(province: province)
        let sheets = SheetFiles(province: province)
        return [
            Item(
                "checkpoint-vehicles.csv", "checkpoint-vehicles", "surveillance", "Highway Police", "1A", "C",
                registers.vehicles, authority: cameras),
            Item(
                "checkpoint-persons.xlsx", "checkpoint-persons", "checkpoint", "Border Office", "1B", "C",
                sheets.crossings),
        ]
    }

    private var registers: [Item] {
        let registers = RegisterFiles(province: province)
        let sheets = SheetFiles(province: province)
        let lists = SheetFiles.listedWorkplaces.map { workplace in
            Item(
                "workers-\(Workplace.siteID(workplace)).xlsx", "worker-list", "inspection", "Labour Office", "1B", "C",
                { sink in try sheets.workers(of: workplace, to: sink) })
        }
        return [
            Item("companies.csv", "company-register", "register", "Company Register", "1A", "P", registers.companies)
        ] + lists
    }

    private var partners: [Item] {
        let registers = RegisterFiles(province: province)
        let partner = PartnerFiles(province: province)
        return [
            Item("ngo-notes.csv", "ngo-notes", "ngo", "Baan Rom Yen Foundation", "2B", "C", registers.notes),
            Item("community-sites.geojson", nil, "community", "Baan Rom Yen Foundation", "2C", "C", partner.sites),
            Item("partner.ftm.json", nil, "partner", "Open Ledger Collective", "2B", "P", partner.entities),
            Item("partner-statements.csv", nil, "partner", "Open Ledger Collective", "2B", "P", partner.statements),
        ]
    }
}
