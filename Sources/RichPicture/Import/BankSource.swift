import Formats
import Words

/// MT940, MT942 and camt statements as transfers between accounts.
struct BankSource: FactSource {
    private let reader: any BankReader
    private let context: ImportContext
    private var account = EntityRef.none
    private var statement = 0
    private var repeats = Repeats()
    let preview = Preview()

    init(_ reader: any BankReader, context: ImportContext) {
        self.reader = reader
        self.context = context
    }

    mutating func read(into facts: inout FactBatch, _ interner: inout Interner) throws -> Bool {
        while facts.rows < batchRows {
            guard let item = try reader.next() else { return facts.rows > 0 || !facts.isEmpty }
            switch item {
            case .statement(let header): begin(header, &facts, &interner)
            case .entry(let entry): add(entry, &facts, &interner)
            case .end(let end): check(end, &facts)
            case .rejected(let error):
                facts.rows += 1
                facts.rejected.append(error)
            }
        }
        return true
    }

    private mutating func begin(_ header: StatementHeader, _ facts: inout FactBatch, _ interner: inout Interner) {
        statement += 1
        account = reference(header.account, bank: header.bank, line: header.line, &facts, &interner)
        if account.isNone {
            account = interner.ref(.account, key: "\(context.scope)/statement-\(statement)")
            facts.touched.append((account, header.line))
        }
        if !header.accountOwner.isEmpty, repeats.isNew(account, .name, header.accountOwner) {
            facts.statements.append(account, .name, header.accountOwner, line: header.line)
        }
    }

    private mutating func add(_ entry: BankEntry, _ facts: inout FactBatch, _ interner: inout Interner) {
        facts.rows += 1
        // What is only announced is booked in a later statement; counting it here would count it twice.
        guard entry.status == .booked else {
            facts.rejected.append(error(entry.line, Phrase("intake.not-booked", ["status": entry.status.rawValue])))
            return
        }
        guard let date = entry.valueDate ?? entry.bookingDate else {
            facts.rejected.append(error(entry.line, Phrase("intake.no-date")))
            return
        }
        let start = context.moment(date)
        if let refusal = context.refusal(at: start) {
            facts.rejected.append(error(entry.line, refusal))
            return
        }
        let other = counterparty(entry, &facts, &interner)
        let isKnown = if case .unknownShare = entry.part { false } else { true }
        let texts = [entry.text, entry.note, entry.reference].filter { !$0.isEmpty }
        facts.events.append(
            EventFacts(
                kind: .transfer, a: entry.isCredit ? other : account, b: entry.isCredit ? account : other, start: start,
                money: isKnown ? entry.amount : nil, note: texts.isEmpty ? nil : texts.joined(separator: " · "),
                line: entry.line))
    }

    // The other side: its account, or whoever is named, or a party without a name (cash, a fee).
    private mutating func counterparty(
        _ entry: BankEntry, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> EntityRef {
        let known = reference(
            entry.counterpartyAccount, bank: entry.counterpartyBank, line: entry.line, &facts, &interner)
        let name = entry.counterpartyName
        if !known.isNone {
            if !name.isEmpty, repeats.isNew(known, .name, name) {
                facts.statements.append(known, .name, name, line: entry.line)
            }
            return known
        }
        let party = facts.mention(.party, "\(context.scope)/\(entry.line)/\(facts.mentionNumber)", line: entry.line)
        let words = name.isEmpty ? entry.code : name
        if !words.isEmpty { facts.statements.append(party, .name, words, line: entry.line) }
        return party
    }

    private func reference(
        _ account: String, bank: String, line: Int, _ facts: inout FactBatch, _ interner: inout Interner
    ) -> EntityRef {
        guard let ref = interner.account(account, bank: bank) else { return .none }
        facts.touched.append((ref, line))
        return ref
    }

    private func check(_ end: StatementEnd, _ facts: inout FactBatch) {
        guard case .differs(let expected, let found) = end.balanceCheck else { return }
        facts.rejected.append(
            error(
                end.line,
                Phrase(
                    "intake.balance-differs",
                    [
                        "expected": "\(expected.number()) \(expected.currency)",
                        "found": "\(found.number()) \(found.currency)",
                    ])))
        facts.rows += 1
    }

    private func error(_ line: Int, _ problem: Phrase) -> FormatError {
        FormatError(line: line, column: 0, problem: problem)
    }
}

extension ImportContext {
    /// A day or time as a bank states it; without an offset, in the source's zone.
    func moment(_ date: BankDate) -> Moment {
        let local = Moment(
            year: date.year, month: date.month, day: date.day, hour: date.time?.hour ?? 0,
            minute: date.time?.minute ?? 0, second: date.time?.second ?? 0,
            precision: date.time == nil ? .day : .second, offset: 0)
        let offset = date.time?.offsetMinutes ?? zone.offset(local: local.milliseconds)
        return Moment(milliseconds: local.milliseconds - offset * 60_000, precision: local.precision, offset: offset)
    }
}

extension FactBatch {
    /// Adds a mention and returns it.
    mutating func mention(_ kind: EntityKind, _ key: String, line: Int) -> EntityRef {
        mentions.append(Mention(kind: kind, key: key, line: line))
        return EntityRef(mention: mentions.count - 1)
    }
}

extension Interner {
    /// The entity of an identifier as text; `nil` when it is empty or cannot be read as one.
    mutating func identifier(_ kind: EntityKind, _ text: String) -> EntityRef? {
        guard !text.isEmpty else { return nil }
        let found = Array(text.utf8).withUnsafeBufferPointer { ref(kind, $0) }
        return try? found.get()
    }

    /// The account of a number: an IBAN stands alone, a bank's own number is meant within the bank.
    mutating func account(_ number: String, bank: String) -> EntityRef? {
        let isInternational = number.count > 14 && number.prefix(2).allSatisfy(\.isLetter)
        return identifier(.account, isInternational || bank.isEmpty || number.isEmpty ? number : "\(bank):\(number)")
    }
}
