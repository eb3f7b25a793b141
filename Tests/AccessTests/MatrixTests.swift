import Testing

@testable import Access

@Suite("The access matrix")
struct MatrixTests {
    @Test(
        "all 27 x 20 cells are those of the page",
        .enabled(if: Page.isPresent, "needs ../shared/access-matrix.md"))
    func cellsAreThePages() {
        #expect(Page.roles == Role.allCases.map { String($0.letter) })
        #expect(Page.rows.map(\.kind) == Kind.ofPage.map(\.name))
        for ((name, cells), kind) in zip(Page.rows, Kind.ofPage) {
            #expect(cells.count == Role.allCases.count)
            for (cell, role) in zip(cells, Role.allCases) {
                var given: [Operation: Set<Character>] = [:]
                for alternative in cell {
                    let parts = alternative.split(separator: "/")
                    for letter in parts[0] {
                        let operation = Operation.allCases.first { $0.letter == letter }
                        given[operation ?? .erase] = Set(parts.count > 1 ? parts[1] : "")
                    }
                }
                for operation in Operation.allCases {
                    let ours = Matrix.page.rights[Right(kind, role, operation)].map { Set($0.letters) }
                    #expect(ours == given[operation], "\(name), \(role.letter), \(operation.letter)")
                }
            }
        }
    }

    @Test(
        "the table in the source is the page's, letter for letter",
        .enabled(if: Page.isPresent, "needs ../shared/access-matrix.md"))
    func textIsThePages() {
        #expect(Matrix.table == Page.table.joined(separator: "\n"))
    }

    @Test("every letter stands for one thing, and back")
    func letters() {
        for role in Role.allCases { #expect(Role(letter: role.letter) == role) }
        for operation in Operation.allCases { #expect(Operation(letter: operation.letter) == operation) }
        for kind in Kind.ofPage { #expect(Kind(name: kind.name) == kind) }
        for qualifier in Qualifiers.each { #expect(Qualifiers(letter: Character(qualifier.letters)) == qualifier) }
        #expect(Role(letter: "Z") == nil && Operation(letter: "Z") == nil && Kind(name: "names") == nil)
        #expect(Role.allCases.count == 20 && Kind.ofPage.count == 27 && Operation.allCases.count == 7)
    }

    @Test("no cell stands that a forbid leaves nothing of")
    func noDeadCell() {
        for (right, _) in Matrix.page.rights {
            let permitted = Matrix.page.contexts(right.role, right.operation, right.kind)
            #expect(permitted != .none, "\(right)")
        }
    }

    @Test(
        "a table that is not one is refused",
        arguments: [
            ("CR/o", "CR/z", MatrixProblem.cell("CR/z")), ("CR/o", "CZ/o", .cell("CZ/o")),
            ("CR/o", "CR/o/a", .cell("CR/o/a")), ("CR/o", "CR/", .cell("CR/")), ("CR/o", "/o", .cell("/o")),
            ("CR/o", "CR/o<br>R/a", .cell("CR/o<br>R/a")), ("CR/o", "CR/o<br>", .cell("CR/o<br>")),
            ("CR/o", "", .cell("")), ("| **tip** |", "| **tips** |", .heads), ("| V | T |", "| T | V |", .heads),
            ("| **keys** | · |", "| **keys** |", .cells(row: "keys")),
        ])
    func refusals(_ old: String, _ new: String, _ problem: MatrixProblem) throws {
        let place = try #require(Matrix.table.firstRange(of: old))
        var text = Matrix.table
        text.replaceSubrange(place, with: new)
        #expect(throws: problem) { try Matrix.parse(text, of: Kind.ofPage) }
    }
}
