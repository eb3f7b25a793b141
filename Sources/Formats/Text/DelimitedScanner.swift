import Words

/// The state machine under `DelimitedReader`: takes bytes, slice by slice, and puts fields into a batch.
///
/// Invariants: `offset` and all other places are offsets in the whole input; between two batches the state is
/// `recordStart`; output never grows by more than was taken in.
struct DelimitedScanner {
    /// Why a scan stopped.
    enum Stop {
        /// The batch has its records.
        case full
        /// The slice is used up, but for a character whose end is missing.
        case wantsMore
        /// The input has ended and all is said.
        case finished
    }

    private enum State {
        case recordStart, fieldStart, plain, quoted
        /// After a quote inside a quoted field: a second one means the character, anything else ends the field.
        case quoteSeen
        /// The record is lost; the line's end begins the next.
        case skipping
    }

    private let separator: UInt8
    private let quote: UInt8?
    private let limits: Limits
    /// For each byte, whether it stops a run of plain (1) or of quoted (2) characters.
    private let stops: [UInt8]

    /// The offset of the next byte to look at.
    private(set) var offset = 0
    private var state = State.recordStart

    private var lines = LineCounter()

    // The record.
    private var recordLine = 1
    private var recordStart = 0
    private var fieldCount = 0
    private var problem: FormatError?
    /// The quote that opened last, on the record's first line.
    private var openQuote = (line: 0, column: 0)
    /// Where the record's second line starts, when a quoted field holds a line end: the place to go on from if
    /// that quote proves to be a mistake.
    private var secondLine: (offset: Int, afterReturn: Bool)?
    /// How many bytes may still be looked at twice for the sake of stray quotes. It bounds the work that a file
    /// full of them can cause; past it, a stray quote costs its whole record.
    private var secondLooks: Int

    private var output = RecordOutput()

    init(dialect: Dialect, limits: Limits) {
        separator = dialect.separator
        quote = dialect.quote
        self.limits = limits
        secondLooks = 64 * limits.recordBytes
        var stops = [UInt8](repeating: 0, count: 256)
        for byte in 0x80...0xFF { stops[byte] = 3 }
        for byte in [0x00, 0x0A, 0x0D] { stops[byte] = 3 }
        stops[Int(separator)] |= 1
        if let quote { stops[Int(quote)] |= 2 }
        self.stops = stops
    }

    /// The offset of the oldest byte that may still be looked at.
    var oldestNeeded: Int { secondLine?.offset ?? offset }

    /// Cuts the batch to its whole records; the next scan begins another.
    mutating func endBatch(_ batch: inout RecordBatch) {
        output.finish(&batch)
    }

    /// Looks at the bytes of `window` (which begins at offset `base`) as far as `end`, an index in it.
    mutating func scan(
        _ window: [UInt8], from base: Int, to end: Int, isLast: Bool, into batch: inout RecordBatch, atMost: Int
    ) throws(FormatError) -> Stop {
        output.makeRoom(for: base + end - offset + 4, in: &batch.bytes)
        let input = window.span
        while offset < base + end {
            let goesOn = try step(input, base, end, isLast: isLast, &batch)
            if !goesOn { break }
            if state == .recordStart, batch.isFull(atMost: atMost) || output.recordStart >= RecordBatch.fullAt.bytes {
                return .full
            }
        }
        try checkSizes(&batch)
        guard isLast, offset == base + window.count else { return .wantsMore }
        try finish(&batch)
        return state == .recordStart && offset == base + window.count ? .finished : .wantsMore
    }

    /// Takes one run, or one byte that means something. False when the rest of a character is missing.
    private mutating func step(
        _ input: Span<UInt8>, _ base: Int, _ end: Int, isLast: Bool, _ batch: inout RecordBatch
    ) throws(FormatError) -> Bool {
        switch state {
        case .recordStart:
            startRecord(input[offset - base])
            return true
        case .fieldStart:
            startField(input[offset - base])
            return true
        case .plain:
            copyRun(input, base, end, stop: 1, to: &batch.bytes)
        case .quoted:
            copyRun(input, base, end, stop: 2, to: &batch.bytes)
        case .quoteSeen:
            break
        case .skipping:
            skipRun(input, base, end)
        }
        guard offset < base + end else { return true }
        let byte = input[offset - base]
        if byte >= 0x80, state != .quoteSeen {
            return takeCharacters(input, base, end, isLast: isLast, to: &batch.bytes)
        }
        switch state {
        case .quoted: takeInQuotes(byte, to: &batch.bytes)
        case .quoteSeen where byte == quote:
            output.put(byte, to: &batch.bytes)
            offset += 1
            state = .quoted
        case .quoteSeen where byte != separator && byte != 0x0A && byte != 0x0D:
            takeAfterQuote(&batch)
        default: try takeEnd(byte, &batch)
        }
        return true
    }

    // MARK: Bytes that mean something

    private mutating func startRecord(_ byte: UInt8) {
        guard byte != 0x0A, byte != 0x0D else { return takeLineEnd(byte) }
        (recordLine, recordStart) = (lines.line, offset)
        state = .fieldStart
    }

    private mutating func startField(_ byte: UInt8) {
        guard byte == quote else {
            state = .plain
            return
        }
        if secondLine == nil { openQuote = place }
        state = .quoted
        offset += 1
    }

    /// A separator or a line end, outside quotes; or a zero byte, which is neither.
    private mutating func takeEnd(_ byte: UInt8, _ batch: inout RecordBatch) throws(FormatError) {
        if byte == 0 {
            note(.zeroByte, at: place)
            offset += 1
            return
        }
        if state != .skipping { endField(&batch.fieldEnds) }
        if byte == separator {
            offset += 1
            state = .fieldStart
        } else if try endRecord(&batch) {
            takeLineEnd(byte)
        }
    }

    private mutating func takeInQuotes(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case 0:
            note(.zeroByte, at: place)
            offset += 1
        case 0x0A, 0x0D:
            output.put(byte, to: &bytes)
            takeLineEnd(byte)
            // Past the limit it is too late: the outcome must not depend on when the limit is looked at.
            if secondLine == nil, !isTooLong { secondLine = (offset, byte == 0x0D) }
        default:
            offset += 1
            state = .quoteSeen
        }
    }

    private mutating func takeAfterQuote(_ batch: inout RecordBatch) {
        if lookAgain(&batch) { return }
        note(.textAfterQuote, at: place)
        state = .skipping
    }

    private mutating func takeLineEnd(_ byte: UInt8) {
        lines.endLine(byte, at: offset)
        offset += 1
    }

    /// Characters past ASCII, inside a field, as many as stand together. False when the last one's end is missing.
    private mutating func takeCharacters(
        _ input: Span<UInt8>, _ base: Int, _ end: Int, isLast: Bool, to bytes: inout [UInt8]
    ) -> Bool {
        var target = bytes.mutableSpan
        while offset < base + end, input[offset - base] >= 0x80 {
            switch UTF8Sequence(at: offset - base, of: input) {
            case .whole(let length):
                for step in 0..<length { target[output.end + step] = input[offset - base + step] }
                output.end += length
                offset += length
                lines.continuations += length - 1
            case .begun where !isLast:
                return false
            case .begun, .broken:
                note(.malformedByte, at: place)
                offset += 1
            }
        }
        return true
    }

    // MARK: Ends

    private mutating func endField(_ fieldEnds: inout [Int32]) {
        fieldCount += 1
        if problem == nil, output.fieldLength > limits.fieldBytes { noteLongField(fieldCount) }
        if problem == nil, fieldCount > limits.fields {
            note(.tooManyFields(limit: limits.fields), at: (recordLine, 0))
        }
        if problem == nil { output.keepField(&fieldEnds) } else { output.dropText() }
    }

    /// Keeps or rejects the record. False when its lines are to be looked at again instead.
    private mutating func endRecord(_ batch: inout RecordBatch) throws(FormatError) -> Bool {
        if isTooLong {
            if lookAgain(&batch) { return false }
            throw tooLong
        }
        if let problem {
            batch.rejected.append(problem)
            output.dropRecord(&batch)
        } else {
            output.keepRecord(line: recordLine, &batch)
        }
        resetRecord()
        return true
    }

    /// The input is over: ends what is open.
    private mutating func finish(_ batch: inout RecordBatch) throws(FormatError) {
        switch state {
        case .recordStart: return
        case .quoted:
            if lookAgain(&batch) { return }
            note(.openQuote, at: openQuote)
        case .fieldStart, .plain, .quoteSeen: endField(&batch.fieldEnds)
        case .skipping: break
        }
        _ = try endRecord(&batch)
    }

    /// After each slice: a record or a field must not grow without end.
    private mutating func checkSizes(_ batch: inout RecordBatch) throws(FormatError) {
        guard state != .recordStart else { return }
        if isTooLong, !lookAgain(&batch) { throw tooLong }
        if problem == nil, output.fieldLength > limits.fieldBytes { noteLongField(fieldCount + 1) }
        if problem != nil { output.dropText() }
    }

    // MARK: Mistakes

    /// Gives up the record's first line and goes back to its second one, if it has one: a quote swallowed a line
    /// end, and then things went wrong, so the quote was the mistake.
    private mutating func lookAgain(_ batch: inout RecordBatch) -> Bool {
        let cost = min(offset - recordStart, limits.recordBytes)
        guard let start = secondLine, cost <= secondLooks else { return false }
        secondLooks -= cost
        batch.rejected.append(
            FormatError(line: openQuote.line, column: openQuote.column, problem: TextProblem.openQuote.phrase))
        output.dropRecord(&batch)
        offset = start.offset
        lines = LineCounter(line: recordLine + 1, start: offset, afterReturn: start.afterReturn)
        resetRecord()
        return true
    }

    private mutating func resetRecord() {
        (problem, secondLine, fieldCount) = (nil, nil, 0)
        state = .recordStart
    }

    /// Remembers the first thing that is wrong with the record.
    private mutating func note(_ found: TextProblem, at place: (line: Int, column: Int)) {
        if problem == nil, output.fieldLength > limits.fieldBytes { noteLongField(fieldCount + 1) }
        guard problem == nil else { return }
        problem = FormatError(line: place.line, column: place.column, problem: found.phrase)
    }

    private mutating func noteLongField(_ field: Int) {
        let found = TextProblem.fieldTooLong(field: field, limit: limits.fieldBytes)
        problem = FormatError(line: recordLine, column: 0, problem: found.phrase)
    }

    private var isTooLong: Bool { offset - recordStart > limits.recordBytes }

    private var tooLong: FormatError {
        FormatError(
            line: recordLine, column: 0, problem: TextProblem.recordTooLong(limit: limits.recordBytes).phrase)
    }

    private var place: (line: Int, column: Int) { lines.place(of: offset) }

    // MARK: Bytes in bulk

    /// Copies bytes as far as the first that means something.
    private mutating func copyRun(_ input: Span<UInt8>, _ base: Int, _ end: Int, stop: UInt8, to bytes: inout [UInt8]) {
        // A copy of the reference: the table must not be borrowed from `self` while `self` changes.
        let table = stops
        let stops = table.span
        var target = bytes.mutableSpan
        var (from, to) = (offset - base, output.end)
        while from < end {
            let byte = input[from]
            guard stops[Int(byte)] & stop == 0 else { break }
            target[to] = byte
            from += 1
            to += 1
        }
        (offset, output.end) = (base + from, to)
    }

    private mutating func skipRun(_ input: Span<UInt8>, _ base: Int, _ end: Int) {
        var from = offset - base
        while from < end, input[from] != 0x0A, input[from] != 0x0D { from += 1 }
        offset = base + from
    }
}
