import Formats

/// A goAML report: its transactions as transfers, its persons, accounts and organisations as entities with links.
struct GoAMLSource: FactSource {
    private let reader: GoAMLReader
    private let context: ImportContext
    private var report = EntityRef.none
    let preview = Preview()

    init(_ reader: GoAMLReader, context: ImportContext) {
        self.reader = reader
        self.context = context
    }

    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool {
        while facts.rows < batchRows {
            guard let item = try reader.next() else { return !facts.isEmpty }
            switch item {
            case .report(let head): begin(head, &facts, &interner)
            case .transaction(let transaction): add(transaction, &facts, &interner)
            case .party(let party):
                facts.rows += 1
                let ref = subject(party.subject, line: party.line, &facts, &interner)
                facts.statements.append(report, .mentions, to: ref, line: party.line)
            case .end: break
            case .rejected(let error):
                facts.rows += 1
                facts.rejected.append(error)
            }
        }
        return true
    }

    private mutating func begin(_ head: GoAMLReport, _ facts: inout FactBatch, _ interner: inout Interner) {
        report = interner.ref(.report, key: "\(context.scope)/\(head.line)")
        facts.touched.append((report, head.line))
        let name = [head.reportCode, head.entityReference].filter { !$0.isEmpty }.joined(separator: " ")
        say(report, .name, name, head.line, &facts)
        say(report, .note, head.reason, head.line, &facts)
        say(report, .summary, head.action, head.line, &facts)
    }

    private func add(_ transaction: GoAMLTransaction, _ facts: inout FactBatch, _ interner: inout Interner) {
        facts.rows += 1
        let mark = facts.mark
        var sides: [GoAMLParty.Role: EntityRef] = [:]
        for party in transaction.parties {
            let ref = subject(party.subject, line: party.line, &facts, &interner)
            facts.statements.append(report, .mentions, to: ref, line: party.line)
            if sides[party.role] == nil { sides[party.role] = ref }
        }
        guard let date = transaction.date ?? transaction.postingDate ?? transaction.valueDate,
            let from = sides[.from] ?? sides[.to]
        else { return }
        let start = context.moment(date)
        if let refusal = context.refusal(at: start) {
            facts.cut(to: mark)
            facts.rejected.append(FormatError(line: transaction.line, column: 0, problem: refusal))
            return
        }
        let texts = [transaction.summary, transaction.comments].filter { !$0.isEmpty }
        facts.events.append(
            EventFacts(
                kind: .transfer, a: from, b: sides[.from] == nil ? .none : sides[.to] ?? .none, start: start,
                money: transaction.amount, note: texts.isEmpty ? nil : texts.joined(separator: " · "),
                line: transaction.line))
    }

    // MARK: Subjects

    private func subject(
        _ subject: GoAMLParty.Subject, line: Int, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> EntityRef {
        switch subject {
        case .person(let person): return self.person(person, line, &facts, &interner)
        case .entity(let entity): return organisation(entity, line, &facts, &interner)
        case .account(let account): return self.account(account, line, &facts, &interner)
        }
    }

    private func person(
        _ person: GoAMLPerson, _ line: Int, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> EntityRef {
        let line = person.line > 0 ? person.line : line
        let ref = facts.mention(.person, "\(context.scope)/\(line)/\(facts.mentionNumber)", line: line)
        say(ref, .name, person.name, line, &facts)
        say(ref, .alias, person.alias, line, &facts)
        say(ref, .birthDate, person.birthDate?.iso ?? "", line, &facts)
        say(ref, .nationality, person.nationalities.first ?? "", line, &facts)
        say(ref, .job, person.occupation, line, &facts)
        for number in [person.passportNumber, person.idNumber, person.nationalNumber] + person.documents.map(\.number) {
            link(ref, .document, interner.identifier(.document, number), line, &facts)
        }
        for phone in person.phones {
            link(ref, .phone, interner.identifier(.phone, phone.countryPrefix + phone.number), line, &facts)
        }
        for address in person.addresses {
            link(ref, .address, interner.identifier(.address, address.line), line, &facts)
        }
        return ref
    }

    private func organisation(
        _ entity: GoAMLEntity, _ line: Int, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> EntityRef {
        let line = entity.line > 0 ? entity.line : line
        let ref = facts.mention(.company, "\(context.scope)/\(line)/\(facts.mentionNumber)", line: line)
        say(ref, .name, entity.name, line, &facts)
        say(ref, .alias, entity.commercialName, line, &facts)
        say(ref, .note, entity.business, line, &facts)
        link(ref, .companyNumber, interner.identifier(.companyNumber, entity.registrationNumber), line, &facts)
        for phone in entity.phones {
            link(ref, .phone, interner.identifier(.phone, phone.countryPrefix + phone.number), line, &facts)
        }
        for director in entity.directors {
            facts.statements.append(ref, .director, to: person(director.person, line, &facts, &interner), line: line)
        }
        return ref
    }

    private func account(
        _ account: GoAMLAccount, _ line: Int, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> EntityRef {
        let line = account.line > 0 ? account.line : line
        let bank = account.institutionCode.isEmpty ? account.swift : account.institutionCode
        let number = account.iban.isEmpty ? account.number : account.iban
        let ref =
            interner.account(number, bank: bank)
            ?? facts.mention(.account, "\(context.scope)/\(line)/\(facts.mentionNumber)", line: line)
        if !ref.isMention { facts.touched.append((ref, line)) }
        say(ref, .name, account.name, line, &facts)
        if let entity = account.entity {
            facts.statements.append(ref, .owner, to: organisation(entity, line, &facts, &interner), line: line)
        }
        for signatory in account.signatories {
            facts.statements.append(ref, .owner, to: person(signatory.person, line, &facts, &interner), line: line)
        }
        return ref
    }

    private func say(_ ref: EntityRef, _ property: Property, _ value: String, _ line: Int, _ facts: inout FactBatch) {
        if !value.isEmpty { facts.statements.append(ref, property, value, line: line) }
    }

    private func link(
        _ ref: EntityRef, _ property: Property, _ object: EntityRef?, _ line: Int, _ facts: inout FactBatch
    ) {
        guard let object else { return }
        facts.touched.append((object, line))
        facts.statements.append(ref, property, to: object, line: line)
    }
}

extension GoAMLAddress {
    fileprivate var line: String {
        [address, town, city, zip, state, country].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
