/// Reads ISO 20022 camt.052, .053 and .054 files of any version, one item at a time.
///
///     let reader = CamtReader(ByteStream(bytes))
///     while let item = try reader.next() { … }
///
/// Elements are known by their local names, so that a new version with a new namespace is read too. A batched entry
/// gives one item for each of its transactions. Memory holds one transaction. An entry that cannot be read is
/// rejected with its line; a file that is not a camt message, or holds no statement, is refused.
public final class CamtReader: BankReader {
    private let xml: XMLReader
    private let limits: Limits
    private var queue: [BankItem] = []
    private var statement: CamtStatement?
    private var statements = 0
    private var document: XMLTag?
    private var message: XMLTag?
    private var isDone = false

    /// Makes a reader over an input; nothing is read yet.
    public init(_ input: ByteStream, limits: Limits = .standard) {
        xml = XMLReader(input, limits: limits)
        self.limits = limits
    }

    /// The next item, or `nil` at the end.
    ///
    /// Throws a `FormatError` when the XML is malformed or passes a limit, or the file is no camt message; rethrows
    /// what the input throws.
    public func next() throws -> BankItem? {
        while queue.isEmpty, !isDone { try step() }
        return queue.isEmpty ? nil : queue.removeFirst()
    }

    private func step() throws {
        switch try xml.next() {
        case .start(let tag): try start(tag)
        case .end(let name): if statement != nil, Self.statementNames.contains(name) { endStatement() }
        case .text: break
        case nil:
            isDone = true
            guard statements == 0, let tag = message ?? document else { return }
            throw BankProblem.noStatement(message: tag.name).at(tag.line, tag.column)
        }
    }

    private static let statementNames: Set<String> = ["Stmt", "Rpt", "Ntfctn"]
    private static let messageNames = ["BkToCstmrAcctRpt", "BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn"]

    private func start(_ tag: XMLTag) throws {
        guard message != nil else { return try startMessage(tag) }
        if statement == nil {
            guard Self.statementNames.contains(tag.name) else { return try xml.skipElement() }
            statements += 1
            statement = CamtStatement(line: tag.line)
            return
        }
        if tag.name == "Ntry" {
            announceStatement()
            try readEntry(tag)
        } else if CamtStatement.headNames.contains(tag.name) {
            if let node = try XMLNode.read(tag, from: xml, limits: limits) {
                statement?.take(node)
            } else {
                queue.append(.rejected(BankProblem.tooLarge(element: tag.name).at(tag.line, tag.column)))
            }
        } else {
            try xml.skipElement()
        }
    }

    /// `<Document>`, then the message. The first version put `V01` into the message's name.
    private func startMessage(_ tag: XMLTag) throws {
        if tag.name == "Document", document == nil { return document = tag }
        guard Self.messageNames.contains(where: { tag.name.hasPrefix($0) }) else {
            throw BankProblem.notCamt(root: tag.name).at(tag.line, tag.column)
        }
        message = tag
    }

    private func announceStatement() {
        if let header = statement?.announce() { queue.append(.statement(header)) }
    }

    private func endStatement() {
        announceStatement()
        if let end = statement?.end(at: xml.line) { queue.append(.end(end)) }
        statement = nil
    }

    // MARK: - Entries

    /// Reads an entry: its own elements into a small node, its transactions one by one.
    private func readEntry(_ tag: XMLTag) throws {
        var batch = CamtBatch(head: XMLNode(tag: tag))
        var depth = 0
        while let event = try xml.next() {
            switch event {
            case .start(let inner) where inner.name == "NtryDtls" && depth == 0: depth += 1
            case .start(let inner) where inner.name == "TxDtls": try readTransaction(inner, into: &batch)
            case .start(let inner) where depth > 0 || !batch.wants(inner.name): try xml.skipElement()
            case .start(let inner):
                if let node = try XMLNode.read(inner, from: xml, limits: limits) {
                    batch.head.children.append(node)
                } else {
                    queue.append(.rejected(BankProblem.tooLarge(element: inner.name).at(inner.line, inner.column)))
                }
            case .end where depth > 0: depth -= 1
            case .end: return finish(&batch)
            case .text: break
            }
        }
    }

    private func readTransaction(_ tag: XMLTag, into batch: inout CamtBatch) throws {
        guard let node = try XMLNode.read(tag, from: xml, limits: limits) else {
            queue.append(.rejected(BankProblem.tooLarge(element: tag.name).at(tag.line, tag.column)))
            return
        }
        if let item = batch.add(node) { queue.append(item) }
    }

    private func finish(_ batch: inout CamtBatch) {
        if let item = batch.finish() { queue.append(item) }
        guard case .success(let whole) = batch.whole else { return }
        statement?.sum.add(whole.signedAmount, status: whole.status)
        if batch.isUneven { statement?.unevenBatches += 1 }
    }
}
