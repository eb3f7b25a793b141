/// What can be wrong with the text of a matrix. Nobody meets one but who edits `Matrix.table`.
enum MatrixProblem: Error, Equatable {
    /// The head does not name the roles in their order, or the rows not the kinds in theirs.
    case heads
    /// A row has not as many cells as there are roles.
    case cells(row: String)
    /// A cell cannot be read, or gives an operation twice.
    case cell(String)
}

extension Matrix {
    /// Reads the cells of these kinds from a table in the form of the page.
    static func parse(_ text: String, of kinds: [Kind]) throws(MatrixProblem) -> [Right: Qualifiers] {
        let lines = text.split(separator: "\n").map(columns)
        guard lines.count == kinds.count + 2,
            lines[0].dropFirst() == Role.allCases.map({ String($0.letter) })[...]
        else { throw .heads }
        var rights: [Right: Qualifiers] = [:]
        for (line, kind) in zip(lines.dropFirst(2), kinds) {
            guard line.first == kind.name else { throw .heads }
            guard line.count == Role.allCases.count + 1 else { throw .cells(row: kind.name) }
            for (cell, role) in zip(line.dropFirst(), Role.allCases) {
                for (operation, qualifiers) in try operations(cell) {
                    guard rights.updateValue(qualifiers, forKey: Right(kind, role, operation)) == nil else {
                        throw .cell(cell)
                    }
                }
            }
        }
        return rights
    }

    // The texts between the strokes, without blanks and without the stars of bold letters.
    private static func columns(_ line: Substring) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            .map { $0.filter { $0 != " " && $0 != "*" } }
    }

    // Alternatives stand on lines of their own; `·` is nothing.
    private static func operations(_ cell: String) throws(MatrixProblem) -> [(Operation, Qualifiers)] {
        guard cell != "·" else { return [] }
        var found: [(Operation, Qualifiers)] = []
        for alternative in cell.split(separator: "<br>", omittingEmptySubsequences: false) {
            let parts = alternative.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count <= 2, !parts[0].isEmpty, parts.last?.isEmpty == false else { throw .cell(cell) }
            var qualifiers: Qualifiers = []
            for letter in parts.count == 2 ? parts[1] : "" {
                guard let qualifier = Qualifiers(letter: letter) else { throw .cell(cell) }
                qualifiers.insert(qualifier)
            }
            for letter in parts[0] {
                guard let operation = Operation(letter: letter) else { throw .cell(cell) }
                found.append((operation, qualifiers))
            }
        }
        return found
    }
}
