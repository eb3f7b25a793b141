import Testing
import Words

@testable import Formats

@Suite("A network is written for other programs")
struct GraphWriterTests {
    static let document = GraphDocument(
        nodeAttributes: [GraphAttribute("grade", .text), GraphAttribute("degree", .integer)],
        edgeAttributes: [GraphAttribute("amount", .decimal), GraphAttribute("checked", .flag)],
        nodes: [
            GraphNode(
                id: "p1", label: "Aye <Aye> & \"U\" \u{1}\n", kind: "person", attributes: ["grade": .text("B2")],
                place: .point(GeoPosition(longitude: 100.5, latitude: 13.7))),
            GraphNode(id: "p2", label: "นาย ก", kind: "phone", attributes: ["degree": .integer(4)]),
        ],
        edges: [
            GraphEdge(
                id: "e1", from: "p1", to: "p2", kind: "call", weight: 2.5, first: "2026-01-01", last: "2026-02-01",
                count: 7, attributes: ["amount": .decimal(12.5), "checked": .flag(true)]),
            GraphEdge(id: "e2", from: "p2", to: "p1", kind: "met", isDirected: false, basis: .inferred),
        ])

    private func written(_ writer: some GraphWriter, _ document: GraphDocument = document) throws -> String {
        var writer = writer
        var bytes: [UInt8] = []
        try writer.write(document, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("as GEXF") func gexf() throws {
        let text = try written(GEXFWriter(Self.document.header))
        #expect(text.contains("version=\"1.2\"") && text.contains("defaultedgetype=\"directed\""))
        #expect(text.contains("label=\"Aye &lt;Aye&gt; &amp; &quot;U&quot; \u{FFFD}&#10;\""))
        #expect(text.contains("weight=\"2.5\""))
        #expect(text.components("<attvalue ") == 4 + 9 + 4 - 1)
    }

    @Test("as GraphML") func graphML() throws {
        let text = try written(GraphMLWriter(Self.document.header))
        #expect(text.contains("edgedefault=\"directed\""))
        #expect(text.contains("<data key=\"label\">Aye &lt;Aye&gt; &amp; &quot;U&quot; \u{FFFD}&#10;</data>"))
        #expect(text.contains("<data key=\"e3\">inferred</data>"))
    }

    @Test("as CSV") func csv() throws {
        var nodes: [UInt8] = []
        var edges: [UInt8] = []
        try GraphCSVWriter(Self.document.header).write(Self.document, nodes: &nodes, edges: &edges)
        #expect(
            String(decoding: edges, as: UTF8.self)
                == "id,from,to,kind,weight,directed,basis,count,first,last,amount,checked\r\n"
                + "e1,p1,p2,call,2.5,true,stated,7,2026-01-01,2026-02-01,12.5,true\r\n"
                + "e2,p2,p1,met,1.0,false,inferred,1,,,,\r\n")
        #expect(String(decoding: nodes, as: UTF8.self).contains("p2,นาย ก,phone,,4\r\n"))
    }

    @Test("as GeoJSON, nodes with a place only") func geoJSON() throws {
        let text = try written(GraphGeoJSONWriter(Self.document.header))
        var reader = try GeoJSONReader(ByteStream(text))
        guard case .feature(let feature, 2)? = try reader.next() else { return #expect(Bool(false)) }
        #expect(feature.id == "p1" && feature["kind"] == "person" && feature["grade"] == "B2")
        #expect(try reader.next() == nil)
    }

    @Test("the header knows whether anything is directed") func direction() {
        var document = Self.document
        document.edges.removeFirst()
        #expect(!document.header.isDirected)
    }

    @Test("an empty network is well formed") func empty() throws {
        let empty = GraphDocument()
        #expect(try written(GEXFWriter(empty.header), empty).contains("</nodes>\n<edges>\n</edges>"))
        #expect(try written(GraphMLWriter(empty.header), empty).contains("undirected"))
    }

    /// A change that spoils the document, and what the writers must say to it.
    struct Spoiled: Sendable {
        let fault: GraphFault
        let change: @Sendable (inout GraphDocument) -> Void
    }

    @Test(
        "what would make a wrong file is refused",
        arguments: [
            Spoiled(fault: .sameID("p1")) { $0.nodes.append($0.nodes[0]) },
            Spoiled(fault: .sameID("e1")) { $0.edges.append($0.edges[0]) },
            Spoiled(fault: .noSuchNode("x", edge: "e1")) { $0.edges[0].to = "x" },
            Spoiled(fault: .undeclared("z")) { $0.nodes[0].attributes["z"] = .flag(true) },
            Spoiled(fault: .wrongKind("grade")) { $0.nodes[0].attributes["grade"] = .integer(1) },
            Spoiled(fault: .notFinite("weight")) { $0.edges[0].weight = .nan },
            Spoiled(fault: .notFinite("amount")) { $0.edges[0].attributes["amount"] = .decimal(.infinity) },
            Spoiled(fault: .nameTaken("kind")) { $0.nodeAttributes.append(GraphAttribute("kind", .text)) },
            Spoiled(fault: .nameTaken("amount")) { $0.edgeAttributes.append(GraphAttribute("amount", .text)) },
        ])
    func refused(_ spoiled: Spoiled) throws {
        var document = Self.document
        spoiled.change(&document)
        #expect(throws: spoiled.fault) { _ = try written(GEXFWriter(document.header), document) }
        #expect(throws: spoiled.fault) { _ = try written(GraphMLWriter(document.header), document) }
        #expect(throws: spoiled.fault) {
            var nodes: [UInt8] = []
            var edges: [UInt8] = []
            try GraphCSVWriter(document.header).write(document, nodes: &nodes, edges: &edges)
        }
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(_ part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let found = rest.firstRange(of: part) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
