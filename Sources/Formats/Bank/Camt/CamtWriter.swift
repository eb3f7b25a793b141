/// Writes a camt.053 statement, version 8, valid against its schema as far as the values are.
///
///     CamtWriter.statement(header, entries: entries, closing: closing, created: day)
///
/// The same values give the same text. What `CamtReader` reads from it are the same values, lines aside; entries that
/// are parts of a batch are written as entries of their own.
public enum CamtWriter {
    /// The XML of one statement. `created` is the moment of its making; `header.line` and the entries' are not used.
    public static func statement(
        _ header: StatementHeader, entries: [BankEntry], closing: BankBalance?, created: BankDate
    ) -> String {
        var xml = XMLWriter()
        let moment = BankDate(
            year: created.year, month: created.month, day: created.day,
            time: created.time ?? BankTime(hour: 0, minute: 0)
        ).iso
        xml.element("Document", attributes: " xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"") { xml in
            xml.element("BkToCstmrStmt") { xml in
                xml.element("GrpHdr") { xml in
                    xml.element("MsgId", header.id)
                    xml.element("CreDtTm", moment)
                }
                xml.element("Stmt") { xml in
                    write(header, created: moment, to: &xml)
                    if let opening = header.openingBalance { write(opening, code: "OPBD", to: &xml) }
                    if let closing { write(closing, code: "CLBD", to: &xml) }
                    for entry in entries { write(entry, to: &xml) }
                }
            }
        }
        return xml.text
    }

    private static func write(_ header: StatementHeader, created: String, to xml: inout XMLWriter) {
        xml.element("Id", header.id)
        if !header.sequence.isEmpty {
            xml.element("StmtPgntn") { xml in
                xml.element("PgNb", header.sequence)
                xml.element("LastPgInd", "true")
            }
        }
        xml.element("ElctrncSeqNb", header.number)
        xml.element("CreDtTm", created)
        xml.element("Acct") { xml in
            write(account: header.account, to: &xml)
            xml.element("Ccy", header.currency)
            xml.element("Ownr") { $0.element("Nm", header.accountOwner) }
            write(bank: header.bank, as: "Svcr", to: &xml)
        }
    }

    private static func write(_ balance: BankBalance, code: String, to xml: inout XMLWriter) {
        xml.element("Bal") { xml in
            xml.element("Tp") { xml in
                xml.element("CdOrPrtry") { $0.element("Cd", code) }
                if balance.isIntermediate { xml.element("SubTp") { $0.element("Cd", "INTM") } }
            }
            write(balance.amount, to: &xml)
            xml.element("CdtDbtInd", balance.amount.units < 0 ? "DBIT" : "CRDT")
            write(balance.date, as: "Dt", to: &xml)
        }
    }

    private static func write(_ entry: BankEntry, to xml: inout XMLWriter) {
        xml.element("Ntry") { xml in
            write(entry.amount, to: &xml)
            xml.element("CdtDbtInd", entry.isCredit ? "CRDT" : "DBIT")
            if entry.isReversal { xml.element("RvslInd", "true") }
            xml.element("Sts") { $0.element("Cd", entry.status.rawValue) }
            write(entry.bookingDate, as: "BookgDt", to: &xml)
            write(entry.valueDate, as: "ValDt", to: &xml)
            xml.element("AcctSvcrRef", entry.bankReference)
            write(code: entry.code, to: &xml)
            xml.element("NtryDtls") { xml in
                xml.element("TxDtls") { write(detailsOf: entry, to: &$0) }
            }
            xml.element("AddtlNtryInf", entry.note)
        }
    }

    private static func write(detailsOf entry: BankEntry, to xml: inout XMLWriter) {
        // A reversal names the parties of the payment that it takes back.
        let side = entry.isCredit != entry.isReversal ? "Dbtr" : "Cdtr"
        xml.element("Refs") { $0.element("EndToEndId", entry.reference) }
        xml.element("RltdPties") { xml in
            xml.element(side) { $0.element("Pty") { $0.element("Nm", entry.counterpartyName) } }
            xml.element(side + "Acct") { write(account: entry.counterpartyAccount, to: &$0) }
            xml.element("Ultmt" + side) { $0.element("Pty") { $0.element("Nm", entry.ultimateCounterparty) } }
        }
        xml.element("RltdAgts") { write(bank: entry.counterpartyBank, as: side + "Agt", to: &$0) }
        xml.element("RmtInf") { $0.element("Ustrd", entry.text) }
    }

    // MARK: - Values

    private static func write(_ amount: Money, to xml: inout XMLWriter) {
        let magnitude = amount.units < 0 ? amount.negated : amount
        xml.element("Amt", magnitude.number(), attributes: " Ccy=\"\(XMLWriter.escaped(amount.currency))\"")
    }

    private static func write(_ date: BankDate?, as name: String, to xml: inout XMLWriter) {
        guard let date else { return }
        xml.element(name) { $0.element(date.time == nil ? "Dt" : "DtTm", date.iso) }
    }

    private static func write(account: String, to xml: inout XMLWriter) {
        xml.element("Id") { xml in
            if MTText.looksLikeIBAN(account) {
                xml.element("IBAN", account)
            } else {
                xml.element("Othr") { $0.element("Id", account) }
            }
        }
    }

    private static func write(bank: String, as name: String, to xml: inout XMLWriter) {
        xml.element(name) { $0.element("FinInstnId") { $0.element(isBIC(bank) ? "BICFI" : "Nm", bank) } }
    }

    /// `PMNT-RCDT-BOOK` as the standard's own code; anything else as the bank's.
    private static func write(code: String, to xml: inout XMLWriter) {
        let parts = code.split(separator: "-").map(String.init)
        xml.element("BkTxCd", evenEmpty: true) { xml in
            if parts.count == 3, parts.allSatisfy({ $0.utf8.count == 4 }) {
                xml.element("Domn") { xml in
                    xml.element("Cd", parts[0])
                    xml.element("Fmly") { xml in
                        xml.element("Cd", parts[1])
                        xml.element("SubFmlyCd", parts[2])
                    }
                }
            } else {
                xml.element("Prtry") { $0.element("Cd", code) }
            }
        }
    }

    private static func isBIC(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 8 || bytes.count == 11 else { return false }
        func isLetter(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
        return bytes.allSatisfy { isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) } && bytes[4..<6].allSatisfy(isLetter)
    }
}
