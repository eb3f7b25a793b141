/// The small values of a camt file.
enum CamtAmount {
    /// `<Amt Ccy="EUR">8.85</Amt>`. `nil` when it is not a number, below zero, or too long for an exact integer.
    static func read(_ node: XMLNode) -> Money? {
        let currency = node.tag["Ccy"] ?? "XXX"
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { return nil }
        return Money(digits: node.text.utf8, mark: 0x2E, currency: currency)
    }

    /// `CRDT` or `DBIT`; `nil` when it says neither.
    static func isCredit(_ node: XMLNode) -> Bool? {
        switch node.text("CdtDbtInd") {
        case "CRDT": true
        case "DBIT": false
        default: nil
        }
    }

    /// `<Dt>` or `<DtTm>` within a date element, or text in the element itself.
    static func date(_ node: XMLNode) -> BankDate? {
        for text in [node.text("DtTm"), node.text("Dt"), node.text] where !text.isEmpty { return BankDate(iso: text) }
        return nil
    }
}

/// Names, accounts and banks, wherever the versions put them.
enum CamtParty {
    /// `Nm`, since version 8 within `Pty`; or the bank, when the party is one (`Agt`).
    static func name(_ node: XMLNode) -> String {
        for name in [node.text("Nm"), node.text("Pty", "Nm"), node.text("Agt", "FinInstnId", "Nm")] where !name.isEmpty
        { return name }
        return node.at("Agt").map(bank) ?? ""
    }

    /// The IBAN, or whatever number the account has.
    static func account(_ node: XMLNode) -> String {
        guard let id = node.at("Id") else { return "" }
        let places = [
            id.text("IBAN"), id.text("BBAN"), id.text("UPIC"), id.text("PrtryAcct", "Id"), id.text("Othr", "Id"),
            node.text("Prxy", "Id"),
        ]
        return places.first { !$0.isEmpty } ?? ""
    }

    /// The BIC, else the clearing number, else the name.
    static func bank(_ node: XMLNode) -> String {
        guard let id = node.at("FinInstnId") else { return "" }
        let places = [
            id.text("BICFI"), id.text("BIC"), id.text("ClrSysMmbId", "MmbId"), id.text("ClrSysMmbId", "Id"),
            id.text("CmbndId", "BIC"), id.text("Nm"),
            id.text("NmAndAdr", "Nm"), id.text("PrtryId", "Id"), id.text("Othr", "Id"),
        ]
        return places.first { !$0.isEmpty } ?? ""
    }
}
