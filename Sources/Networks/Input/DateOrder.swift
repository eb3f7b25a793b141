/// Whether dates with slashes or dashes have the month before the day (`6/13/2006`), as a column shows as a whole.
///
/// A number above twelve tells. Where none does, both readings are tried, and the one in which the rows lie closer
/// together is taken: ten days of June are then not the sixth of ten months. Where both are alike the day is first.
struct DateOrder {
    private var isDayFirst = false
    private(set) var isMonthFirst = false
    private var last: (dayFirst: Int, monthFirst: Int)?
    private var travelled = (dayFirst: 0, monthFirst: 0)

    /// Looks at the whole lines of the beginning of a table.
    static func isMonthFirst(_ text: UnsafeBufferPointer<UInt8>, _ shape: TableShape, column: Int) -> Bool {
        var order = DateOrder()
        // Some hundred lines, from all over, show what there is to see.
        let step = max(1, text.count { $0 == 0x0A } / 400)
        var (start, count) = (0, 0)
        for index in text.indices where text[index] == 0x0A {
            defer { start = index + 1 }
            count += 1
            guard count % step == 0 else { continue }
            let line = Array(text[start..<index])
            let fields = TableShape.fields(line.last == 0x0D ? line.dropLast() : line, shape.separator)
            guard fields.indices.contains(column) else { continue }
            guard order.look(at: fields[column]) else { break }
        }
        return order.answer
    }

    /// False when the column has other dates, or when there is nothing more to learn.
    private mutating func look(at field: String) -> Bool {
        let date = field.prefix { $0 != " " && $0 != "," && $0 != "T" }
        let parts = date.split(separator: "/").count == 3 ? date.split(separator: "/") : date.split(separator: "-")
        guard parts.count == 3, parts[0].count <= 2, parts[2].count == 4, let first = Int(parts[0]),
            let second = Int(parts[1]), let year = Int(parts[2])
        else { return field.isEmpty }
        if first > 12 || second > 12 {
            isDayFirst = first > 12
            isMonthFirst = !isDayFirst
            return false
        }
        // Months of 31 days do: only distances are compared.
        let here = (dayFirst: year * 372 + second * 31 + first, monthFirst: year * 372 + first * 31 + second)
        if let last {
            travelled.dayFirst += abs(here.dayFirst - last.dayFirst)
            travelled.monthFirst += abs(here.monthFirst - last.monthFirst)
        }
        last = here
        return true
    }

    private var answer: Bool { isMonthFirst || (!isDayFirst && travelled.monthFirst < travelled.dayFirst) }
}
