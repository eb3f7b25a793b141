/// Writes a goAML report (element names and order of 5.0). The same values give the same text.
///
///     GoAMLWriter.report(head, transactions: transactions, indicators: ["TRAF1"])
///
/// `GoAMLReader` reads the same values back, lines aside. Every intelligence unit adds code lists and required
/// elements of its own: this is a draft for a person to complete, and the form that the sample province is written in.
public enum GoAMLWriter {
    /// The XML of a report with transactions.
    public static func report(_ report: GoAMLReport, transactions: [GoAMLTransaction], indicators: [String] = [])
        -> String
    {
        write(report, indicators: indicators) { xml in
            for transaction in transactions { write(transaction, to: &xml) }
        }
    }

    /// The XML of an activity report: parties without transactions.
    public static func report(_ report: GoAMLReport, parties: [GoAMLParty], indicators: [String] = []) -> String {
        write(report, indicators: indicators) { xml in
            xml.element("activity") { xml in
                xml.element("report_parties") { xml in
                    for party in parties { write(party, as: "report_party", side: "", to: &xml) }
                }
            }
        }
    }

    private static func write(_ report: GoAMLReport, indicators: [String], body: (inout XMLWriter) -> Void) -> String {
        var xml = XMLWriter()
        xml.element("report", evenEmpty: true) { xml in
            xml.element("rentity_id", report.entityID)
            xml.element("rentity_branch", report.entityBranch)
            xml.element("submission_code", report.submissionCode)
            xml.element("report_code", report.reportCode)
            xml.element("entity_reference", report.entityReference)
            xml.element("fiu_ref_number", report.fiuReference)
            xml.element("submission_date", moment(report.submissionDate))
            xml.element("currency_code_local", report.currency)
            if let person = report.reportingPerson { write(person, as: "reporting_person", to: &xml) }
            if let location = report.location { write(location, as: "location", to: &xml) }
            xml.element("reason", report.reason)
            xml.element("action", report.action)
            body(&xml)
            xml.element("report_indicators") { xml in
                for indicator in indicators { xml.element("indicator", indicator) }
            }
        }
        return xml.text
    }

    private static func write(_ transaction: GoAMLTransaction, to xml: inout XMLWriter) {
        xml.element("transaction") { xml in
            xml.element("transactionnumber", transaction.number)
            xml.element("internal_ref_number", transaction.internalReference)
            xml.element("transaction_location", transaction.location)
            xml.element("transaction_description", transaction.summary)
            xml.element("date_transaction", moment(transaction.date))
            xml.element("teller", transaction.teller)
            xml.element("date_posting", moment(transaction.postingDate))
            xml.element("value_date", moment(transaction.valueDate))
            xml.element("transmode_code", transaction.mode)
            xml.element("transmode_comment", transaction.modeComment)
            xml.element("amount_local", transaction.amount.number())
            xml.element("transaction_is_suspicious", transaction.isSuspicious.map { $0 ? "true" : "false" } ?? "")
            let involved = transaction.parties.filter { $0.role != .from && $0.role != .to }
            xml.element("involved_parties") { xml in
                for party in involved { write(party, as: "party", side: "", to: &xml) }
            }
            for party in transaction.parties where party.role == .from {
                write(party, as: party.isMyClient ? "t_from_my_client" : "t_from", side: "from_", to: &xml)
            }
            for party in transaction.parties where party.role == .to {
                write(party, as: party.isMyClient ? "t_to_my_client" : "t_to", side: "to_", to: &xml)
            }
            xml.element("comments", transaction.comments)
        }
    }

    private static func write(_ party: GoAMLParty, as name: String, side: String, to xml: inout XMLWriter) {
        xml.element(name) { xml in
            if case .involved(let role) = party.role { xml.element("role", role) }
            xml.element(side + "funds_code", party.fundsCode)
            xml.element(side + "funds_comment", party.fundsComment)
            if let foreign = party.foreignAmount {
                xml.element(side + "foreign_currency") { xml in
                    xml.element("foreign_currency_code", foreign.currency)
                    xml.element("foreign_amount", foreign.number())
                }
            }
            if let conductor = party.conductor { write(conductor, as: "t_conductor", to: &xml) }
            // The transaction's own element says "my client"; a party of a list says it by its subject's name.
            let suffix = party.isMyClient && side.isEmpty ? "_my_client" : ""
            switch party.subject {
            case .person(let person): write(person, as: side + "person" + suffix, to: &xml)
            case .account(let account): write(account, as: side + "account" + suffix, to: &xml)
            case .entity(let entity): write(entity, as: side + "entity" + suffix, to: &xml)
            }
            xml.element(side + "country", party.country)
            xml.element("significance", party.significance)
            xml.element("comments", party.comments)
        }
    }

    /// goAML wants a time of day everywhere.
    static func moment(_ date: BankDate?) -> String {
        guard let date else { return "" }
        return date.time == nil ? date.iso + "T00:00:00" : date.iso
    }
}
