/// Makes entries from `Ntry` and `TxDtls` elements.
enum CamtEntry {
    /// The elements of an entry that are read here.
    static let names: Set<String> = [
        "Amt", "CdtDbtInd", "RvslInd", "Sts", "BookgDt", "ValDt", "AcctSvcrRef", "BkTxCd", "AddtlNtryInf",
    ]

    /// The entry by itself, without its transactions.
    static func read(_ node: XMLNode) -> Result<BankEntry, FormatError> {
        let amountNode = node.at("Amt")
        guard let amount = amountNode.flatMap(CamtAmount.read) else {
            return .failure(
                BankProblem.badAmount(amountNode?.text ?? "").at(
                    amountNode?.line ?? node.line, amountNode?.tag.column ?? node.tag.column))
        }
        guard let isCredit = CamtAmount.isCredit(node) else {
            return .failure(BankProblem.noDirection.at(node.line, node.tag.column))
        }
        for day in [node.at("ValDt"), node.at("BookgDt")] {
            if let day, CamtAmount.date(day) == nil {
                return .failure(
                    BankProblem.badDate(day.text("Dt") + day.text("DtTm") + day.text).at(day.line, day.tag.column))
            }
        }
        let status = node.text("Sts", "Cd").isEmpty ? node.text("Sts") : node.text("Sts", "Cd")
        return .success(
            BankEntry(
                line: node.line, valueDate: node.at("ValDt").flatMap(CamtAmount.date),
                bookingDate: node.at("BookgDt").flatMap(CamtAmount.date), amount: amount, isCredit: isCredit,
                isReversal: ["true", "1"].contains(node.text("RvslInd")),
                status: BankEntry.Status(rawValue: status) ?? .booked, bankReference: node.text("AcctSvcrRef"),
                code: code(node.at("BkTxCd")), note: node.text("AddtlNtryInf")))
    }

    /// The entry with what one of its transactions tells.
    static func detailed(_ entry: BankEntry, by node: XMLNode) -> BankEntry {
        var entry = entry
        let references = node.at("Refs")
        let end = MTText.reference(references?.text("EndToEndId") ?? "")
        let instruction = MTText.reference(references?.text("InstrId") ?? "")
        entry.reference = !end.isEmpty ? end : !instruction.isEmpty ? instruction : references?.text("UETR") ?? ""
        if let own = references?.text("AcctSvcrRef"), !own.isEmpty { entry.bankReference = own }
        if entry.code.isEmpty { entry.code = code(node.at("BkTxCd")) }
        fillCounterparty(&entry, from: node)
        entry.text = remittance(node.at("RmtInf"))
        let more = node.text("AddtlTxInf")
        if !more.isEmpty { entry.note = entry.note.isEmpty ? more : "\(entry.note); \(more)" }
        return entry
    }

    /// A transaction's own amount: since version 3 beside it, before in the details.
    static func ownAmount(_ node: XMLNode) -> Money? {
        let places = [node.at("Amt"), node.at("AmtDtls", "TxAmt", "Amt"), node.at("AmtDtls", "InstdAmt", "Amt")]
        return places.lazy.compactMap { $0 }.compactMap(CamtAmount.read).first
    }

    /// The other side: who paid when money came, who was paid when it went. A reversal names the parties of the
    /// payment that it takes back.
    private static func fillCounterparty(_ entry: inout BankEntry, from node: XMLNode) {
        let side = entry.isCredit != entry.isReversal ? "Dbtr" : "Cdtr"
        if let parties = node.at("RltdPties") {
            entry.counterpartyName = parties.at(side).map(CamtParty.name) ?? ""
            entry.counterpartyAccount = parties.at(side + "Acct").map(CamtParty.account) ?? ""
            entry.ultimateCounterparty = parties.at("Ultmt" + side).map(CamtParty.name) ?? ""
        }
        entry.counterpartyBank = node.at("RltdAgts", side + "Agt").map(CamtParty.bank) ?? ""
    }

    /// Free text, else the creditor's structured reference.
    private static func remittance(_ node: XMLNode?) -> String {
        guard let node else { return "" }
        let free = node.all("Ustrd").map(\.text)
        let structured = node.all("Strd").flatMap { strd in
            [strd.text("CdtrRefInf", "Ref"), strd.text("CdtrRefInf", "CdtrRef")] + strd.all("AddtlRmtInf").map(\.text)
        }
        return (free + structured).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// `PMNT-RCDT-BOOK`, else the bank's own code.
    private static func code(_ node: XMLNode?) -> String {
        guard let node else { return "" }
        let parts = [node.text("Domn", "Cd"), node.text("Domn", "Fmly", "Cd"), node.text("Domn", "Fmly", "SubFmlyCd")]
        return parts[0].isEmpty ? node.text("Prtry", "Cd") : parts.filter { !$0.isEmpty }.joined(separator: "-")
    }
}
