/// Reads a goAML report (UNODC's format for reports to financial intelligence units, 4.x and 5.0), one item at a time.
///
///     let reader = GoAMLReader(ByteStream(bytes))
///     while let item = try reader.next() { … }
///
/// Memory holds the head and one transaction. A transaction without a readable amount is rejected with its line;
/// elements that are not known are passed over and counted; a file that is no report is refused.
public final class GoAMLReader {
    private let xml: XMLReader
    private let limits: Limits
    private var queue: [GoAMLItem] = []
    private var nodes = GoAMLNodes()
    private var report: GoAMLReport?
    private var isAnnounced = false
    private var end = GoAMLEnd()

    /// Makes a reader over an input; nothing is read yet.
    public init(_ input: ByteStream, limits: Limits = .standard) {
        xml = XMLReader(input, limits: limits)
        self.limits = limits
    }

    /// The next item, or `nil` at the end.
    ///
    /// Throws a `FormatError` when the XML is malformed or passes a limit, or the file is no report; rethrows what the
    /// input throws.
    public func next() throws -> GoAMLItem? {
        while queue.isEmpty, let event = try xml.next() { try take(event) }
        return queue.isEmpty ? nil : queue.removeFirst()
    }

    private func take(_ event: XMLEvent) throws {
        switch event {
        case .start(let tag):
            if report == nil { try startReport(tag) } else { try takeChild(tag) }
        case .end("report"): finish()
        case .end, .text: break
        }
    }

    private func startReport(_ tag: XMLTag) throws {
        guard tag.name == "report" else { throw GoAMLProblem.notGoAML(root: tag.name).at(tag) }
        report = GoAMLReport()
        report?.line = tag.line
    }

    private func takeChild(_ tag: XMLTag) throws {
        switch tag.name {
        // These hold many: their children come one by one.
        case "activity", "report_parties", "report_indicators": announce()
        case "transaction":
            announce()
            guard let node = try read(tag) else { return }
            let transaction = nodes.transaction(node)
            end.transactions += transaction == nil ? 0 : 1
            emit(transaction.map { .transaction($0) })
        case "report_party":
            announce()
            guard let node = try read(tag) else { return }
            nodes.countUnknown(in: node)
            let party = nodes.involved(node)
            emit(party.map { .party($0) })
        case "indicator":
            guard let node = try read(tag), end.indicators.count < limits.fields else { return }
            end.indicators.append(node.text)
        default:
            guard GoAMLNames.known.contains(tag.name) else {
                nodes.skip(tag.name)
                return try xml.skipElement()
            }
            if let node = try read(tag) { takeHead(node) }
        }
    }

    private func takeHead(_ node: XMLNode) {
        switch node.name {
        case "rentity_id": report?.entityID = node.text
        case "rentity_branch": report?.entityBranch = node.text
        case "submission_code": report?.submissionCode = node.text
        case "report_code": report?.reportCode = node.text
        case "entity_reference": report?.entityReference = node.text
        case "fiu_ref_number": report?.fiuReference = node.text
        case "submission_date": report?.submissionDate = nodes.date(node)
        case "currency_code_local":
            report?.currency = node.text
            if !node.text.isEmpty { nodes.currency = node.text }
        case "reporting_person":
            nodes.countUnknown(in: node)
            report?.reportingPerson = nodes.person(node)
        case "location":
            nodes.countUnknown(in: node)
            report?.location = nodes.address(node)
        case "reason": report?.reason = node.text
        case "action": report?.action = node.text
        default: break
        }
    }

    /// Reads an element whole, or rejects it when it is too large.
    private func read(_ tag: XMLTag) throws -> XMLNode? {
        if let node = try XMLNode.read(tag, from: xml, limits: limits) { return node }
        announce()
        queue.append(.rejected(GoAMLProblem.tooLarge(element: tag.name).at(tag)))
        return nil
    }

    private func announce() {
        guard !isAnnounced, let report else { return }
        isAnnounced = true
        emit(.report(report))
    }

    /// Hands out an item, and after it what could not be read in it.
    private func emit(_ item: GoAMLItem?) {
        if let item { queue.append(item) }
        queue += nodes.problems.map { .rejected($0) }
        nodes.problems = []
    }

    private func finish() {
        announce()
        end.line = xml.line
        end.skipped = nodes.skipped.map { GoAMLEnd.Skipped(name: $0, count: $1) }.sorted { $0.name < $1.name }
        emit(.end(end))
    }
}
