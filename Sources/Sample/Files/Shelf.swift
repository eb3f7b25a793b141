/// The list of files with what an import has to be told about each.
struct Shelf {
    let province: Province
    let book: TallyBook

    var files: [SampleFile] {
        let imports = telephony + banking + checkpoints + registers + partners
        let truth = TruthFile(province: province, book: book)
        let manifest = ManifestFile(province: province, files: imports)
        return imports + [
            file("truth.json", nil, "truth", "Sample", "1A", "P", truth.write),
            file("manifest.json", nil, "manifest", "Sample", "1A", "P", manifest.write),
        ]
    }

    private func file(
        _ path: String, _ profile: String?, _ stream: String, _ owner: String, _ grade: String, _ handling: String,
        _ produce: @escaping (SampleSink) throws -> FileTally, authority: SampleFile.Authority? = nil,
        zone: String = "Asia/Bangkok", country: String = "TH"
    ) -> SampleFile {
        if stream != "truth", stream != "manifest" { book.register(path, produce) }
        let book = book
        return SampleFile(
            path: path, profile: profile, stream: stream, owner: owner, grade: grade, handling: handling,
            authority: authority, zone: zone, country: country,
            write: { sink in
                if book.paths.contains(path) { try book.write(path, to: sink) } else { _ = try produce(sink) }
            })
    }

    private func authority(_ reference: String, _ basis: String) -> SampleFile.Authority {
        SampleFile.Authority(
            reference: reference, basis: basis, from: province.firstDay.iso,
            to: (province.firstDay + (province.days - 1)).iso)
    }

    private var telephony: [SampleFile] {
        let order = authority("AS-2026-0117", "Court order, Arun Samut provincial court (invented)")
        let treaty = authority("MLA-2026-0009", "Mutual legal assistance request (invented)")
        let registers = RegisterFiles(province: province)
        return [
            file("cells.csv", "cells", "reference", "Arun Samut Police", "1A", "P", registers.cells),
            file(
                "calls-siam.csv", "calls-siam", "telephony", "Arun Samut Police", "1A", "C",
                CallFile(province: province, provider: .siam).write, authority: order),
            file(
                "calls-mekong.csv", "calls-mekong", "telephony", "Arun Samut Police", "1A", "C",
                CallFile(province: province, provider: .mekong).write, authority: order),
            file(
                "calls-lanexang.tsv", "calls-lanexang", "telephony", "Nam Kham Noi Police", "1B", "C",
                CallFile(province: province, provider: .lanexang).write, authority: treaty, zone: "UTC", country: "LA"),
        ]
    }

    private var banking: [SampleFile] {
        let order = authority("AS-2026-0131", "Court order, Arun Samut provincial court (invented)")
        let report = authority("FIU-2026-0044", "Suspicious transaction report (invented)")
        let banks = BankFiles(province: province)
        return [
            file(
                "bank-ledger.csv", "bank-ledger", "banking", "Arun Samut Police", "1A", "C",
                LedgerFile(province: province).write, authority: order),
            file("bank-river-mt940.sta", nil, "banking", "Arun Samut Police", "1A", "C", banks.river, authority: order),
            file(
                "bank-harbour-camt053.xml", nil, "banking", "Arun Samut Police", "1A", "C", banks.harbour,
                authority: order),
            file("fiu-str.xml", nil, "banking", "Financial Intelligence Unit", "2B", "C", banks.report, authority: report),
        ]
    }

    private var checkpoints: [SampleFile] {
        let cameras = authority("HW-2026-0003", "Standing order on checkpoint cameras (invented)")
        let registers = RegisterFiles(province: province)
        let sheets = SheetFiles(province: province)
        return [
            file(
                "checkpoint-vehicles.csv", "checkpoint-vehicles", "surveillance", "Highway Police", "1A", "C",
                registers.vehicles, authority: cameras),
            file(
                "checkpoint-persons.xlsx", "checkpoint-persons", "checkpoint", "Border Office", "1B", "C",
                sheets.crossings),
        ]
    }

    private var registers: [SampleFile] {
        let registers = RegisterFiles(province: province)
        let sheets = SheetFiles(province: province)
        let lists = SheetFiles.listedWorkplaces.map { workplace in
            file(
                "workers-\(Workplace.siteID(workplace)).xlsx", "worker-list", "inspection", "Labour Office", "1B", "C",
                { try sheets.workers(of: workplace, to: $0) })
        }
        return [
            file("companies.csv", "company-register", "register", "Company Register", "1A", "P", registers.companies)
        ] + lists
    }

    private var partners: [SampleFile] {
        let registers = RegisterFiles(province: province)
        let partner = PartnerFiles(province: province)
        return [
            file("ngo-notes.csv", "ngo-notes", "ngo", "Baan Rom Yen Foundation", "2B", "C", registers.notes),
            file("community-sites.geojson", nil, "community", "Baan Rom Yen Foundation", "2C", "C", partner.sites),
            file("partner.ftm.json", nil, "partner", "Open Ledger Collective", "2B", "P", partner.entities),
            file("partner-statements.csv", nil, "partner", "Open Ledger Collective", "2B", "P", partner.statements),
        ]
    }
}
