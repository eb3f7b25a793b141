/// Makes goAML values from elements, and keeps count of what it does not know.
///
/// Each element is read by name, wherever the versions (4.x, 5.0) put it. An element that no version has is counted
/// once, with all that it holds. A date that does not exist is left empty and noted: one bad birthday must not cost
/// the transaction.
struct GoAMLNodes {
    /// The local currency of the report's amounts.
    var currency = "XXX"
    /// What could not be read since this was last emptied.
    var problems: [FormatError] = []
    /// Unknown elements by name.
    private(set) var skipped: [String: Int] = [:]

    /// Names are kept for at most this many unknown elements; the rest count together, so that a hostile file
    /// cannot fill the memory with names.
    private static let mostNames = 256

    /// Counts an element that is passed over.
    mutating func skip(_ name: String) {
        let name = name.utf8.count <= 64 ? name : String(name.prefix(16)) + "…"
        let known = skipped[name] != nil || skipped.count < Self.mostNames
        skipped[known ? name : "…", default: 0] += 1
    }

    /// Counts, in a tree, the elements that no version of goAML has.
    mutating func countUnknown(in node: XMLNode) {
        for child in node.children {
            if GoAMLNames.known.contains(child.name) { countUnknown(in: child) } else { skip(child.name) }
        }
    }

    mutating func date(_ node: XMLNode, _ name: String) -> BankDate? {
        node.at(name).flatMap { date($0) }
    }

    /// goAML wants a time of day everywhere: midnight without a zone means that only the day is known.
    mutating func date(_ node: XMLNode) -> BankDate? {
        guard !node.text.isEmpty else { return nil }
        guard var date = BankDate(iso: node.text) else {
            problems.append(GoAMLProblem.badDate(element: node.name, text: node.text).at(node))
            return nil
        }
        if date.time == BankTime(hour: 0, minute: 0) { date.time = nil }
        return date
    }

    // MARK: - Transactions and parties

    /// A transaction; `nil`, with the reason among the problems, when its amount cannot be read.
    mutating func transaction(_ node: XMLNode) -> GoAMLTransaction? {
        countUnknown(in: node)
        let amountNode = node.at("amount_local")
        guard let amount = Money(digits: (amountNode?.text ?? "").utf8, mark: 0x2E, currency: currency) else {
            problems.append(GoAMLProblem.badAmount(amountNode?.text ?? "").at(amountNode ?? node))
            return nil
        }
        var transaction = GoAMLTransaction(amount: amount)
        transaction.line = node.line
        transaction.number = node.text("transactionnumber")
        transaction.internalReference = node.text("internal_ref_number")
        transaction.location = node.text("transaction_location")
        transaction.summary = node.text("transaction_description")
        transaction.date = date(node, "date_transaction")
        transaction.postingDate = date(node, "date_posting")
        transaction.valueDate = date(node, "value_date")
        transaction.teller = node.text("teller")
        transaction.mode = node.text("transmode_code")
        transaction.modeComment = node.text("transmode_comment")
        transaction.isSuspicious = Self.bool(node.text("transaction_is_suspicious"))
        transaction.comments = node.text("comments")
        for child in node.children {
            switch child.name {
            case "t_from", "t_from_my_client": append(party(child, role: .from, side: "from_"), to: &transaction)
            case "t_to", "t_to_my_client": append(party(child, role: .to, side: "to_"), to: &transaction)
            case "involved_parties": for inner in child.all("party") { append(involved(inner), to: &transaction) }
            case "t_party", "party": append(involved(child), to: &transaction)
            default: break
            }
        }
        return transaction
    }

    private func append(_ party: GoAMLParty?, to transaction: inout GoAMLTransaction) {
        if let party { transaction.parties.append(party) }
    }

    /// A party whose role is written in it (`party`, `report_party`).
    mutating func involved(_ node: XMLNode) -> GoAMLParty? {
        party(node, role: .involved(node.text("role")), side: "")
    }

    /// A party; `nil`, with a note, when it names neither person, account nor entity.
    private mutating func party(_ node: XMLNode, role: GoAMLParty.Role, side: String) -> GoAMLParty? {
        guard let (subject, isMyClient) = subject(in: node, side: side) else {
            problems.append(GoAMLProblem.emptyParty(node.name).at(node))
            return nil
        }
        var party = GoAMLParty(role: role, subject: subject)
        party.line = node.line
        party.isMyClient = isMyClient || node.name.hasSuffix("_my_client")
        party.fundsCode = node.text(side + "funds_code")
        party.fundsComment = node.text(side + "funds_comment")
        party.country = node.text(side + "country")
        party.significance = node.text("significance")
        party.comments = [node.text("reason"), node.text("comments")].filter { !$0.isEmpty }.joined(separator: "; ")
        party.conductor = (node.at("t_conductor") ?? node.at("conductor")).map { person($0) }
        if let foreign = node.at(side + "foreign_currency") {
            let digits = foreign.text("foreign_amount")
            let code = foreign.text("foreign_currency_code")
            party.foreignAmount = Money(digits: digits.utf8, mark: 0x2E, currency: code.isEmpty ? "XXX" : code)
            if party.foreignAmount == nil { problems.append(GoAMLProblem.badForeignAmount(digits).at(foreign)) }
        }
        return party
    }

    private mutating func subject(in node: XMLNode, side: String) -> (GoAMLParty.Subject, isMyClient: Bool)? {
        for child in node.children {
            let isMyClient = child.name.hasSuffix("_my_client")
            let name = isMyClient ? String(child.name.dropLast("_my_client".count)) : child.name
            switch name {
            case side + "person": return (.person(person(child)), isMyClient)
            case side + "account": return (.account(account(child)), isMyClient)
            case side + "entity": return (.entity(entity(child)), isMyClient)
            default: break
            }
        }
        return nil
    }

    static func bool(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "1", "y", "yes": true
        case "false", "0", "n", "no": false
        default: nil
        }
    }
}
