/// Some cases of a small enumeration, as bits.
struct Choice<Element: RawRepresentable<Int> & CaseIterable & Sendable>: Hashable, Sendable {
    private(set) var bits: UInt32 = 0

    init(_ elements: some Sequence<Element>) {
        for element in elements { bits |= 1 << UInt32(element.rawValue) }
    }

    static var all: Choice { Choice(Element.allCases) }

    func contains(_ element: Element) -> Bool { bits & (1 << UInt32(element.rawValue)) != 0 }

    func without(_ elements: Element...) -> Choice {
        var rest = self
        rest.bits &= ~Choice(elements).bits
        return rest
    }

    /// The cases, in their order.
    var elements: [Element] { Element.allCases.filter(contains) }
}

extension Choice: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: Element...) { self.init(elements) }
}
