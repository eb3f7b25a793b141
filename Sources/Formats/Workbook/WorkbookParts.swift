/// The parts of a workbook that stand around its sheets: which sheets there are, their shared texts, their styles.
struct WorkbookParts {
    /// The sheets in order, with the names of their parts.
    private(set) var sheets: [(name: String, part: String)] = []
    private(set) var dates = DateSystem.from1900
    private(set) var texts = SharedTexts()
    /// For each cell format, what its numbers mean.
    private(set) var styles: [NumberStyle] = []

    private let archive: ZipArchive
    private let limits: Limits

    /// Reads the list of sheets. Throws a `FormatError` of the whole file.
    init(_ archive: ZipArchive, limits: Limits) throws {
        (self.archive, self.limits) = (archive, limits)
        let main = try relations(of: "").first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
        let relations = try relations(of: main)
        guard archive.entry(main) != nil else { throw WorkbookProblem.noSheets.ofFile }
        try readSheets(main, relations)
        guard !sheets.isEmpty else { throw WorkbookProblem.noSheets.ofFile }
        if let part = relations.first(where: { $0.kind == "styles" })?.target { try readStyles(part) }
        if let part = relations.first(where: { $0.kind == "sharedStrings" })?.target {
            texts = try SharedTexts(try reader(part), limits: limits)
        }
    }

    /// A reader of a part. Throws when the part is missing.
    func reader(_ part: String) throws -> XMLReader {
        guard let entry = archive.entry(part) else { throw WorkbookProblem.missingPart(part).ofFile }
        return XMLReader(archive.stream(entry, limits: limits), limits: limits)
    }

    // MARK: Sheets

    private mutating func readSheets(_ main: String, _ relations: [Relation]) throws {
        let reader = try reader(main)
        while let event = try reader.next() {
            guard case .start(let tag) = event else { continue }
            if tag.name == "workbookPr", let flag = tag["date1904"], flag == "1" || flag == "true" { dates = .from1904 }
            // Both the sheet's number and its relation are called `id`; only the latter has a namespace.
            guard tag.name == "sheet", let name = tag["name"],
                let id = tag.attributes.first(where: { $0.name == "id" && !$0.namespace.isEmpty })?.value,
                let part = relations.first(where: { $0.id == id && $0.kind == "worksheet" })?.target
            else { continue }
            guard sheets.count < limits.fields else { break }
            sheets.append((name, part))
        }
    }

    // MARK: Relations between parts

    private struct Relation {
        var id: String
        /// The last word of its type: `worksheet`, `styles` …
        var kind: String
        var target: String
    }

    /// The relations of a part, from the file that stands beside it; of the whole package for the empty name.
    private func relations(of part: String) throws -> [Relation] {
        let (folder, file) = Self.split(part)
        let name = "\(folder)_rels/\(file).rels"
        guard archive.entry(name) != nil else { return [] }
        let reader = try reader(name)
        var relations: [Relation] = []
        while let event = try reader.next() {
            guard case .start(let tag) = event, tag.name == "Relationship", relations.count < limits.fields,
                tag["TargetMode"] != "External", let id = tag["Id"], let type = tag["Type"], let target = tag["Target"]
            else { continue }
            let kind = type.split(separator: "/").last.map(String.init) ?? ""
            relations.append(Relation(id: id, kind: kind, target: Self.resolve(target, in: folder)))
        }
        return relations
    }

    /// A part's name from a target that may be relative to a folder.
    private static func resolve(_ target: String, in folder: String) -> String {
        var steps: [Substring] = []
        for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }

    private static func split(_ part: String) -> (folder: String, file: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }

    // MARK: Styles

    private mutating func readStyles(_ part: String) throws {
        let reader = try reader(part)
        var custom: [Int: NumberStyle] = [:]
        var inCells = false
        while let event = try reader.next() {
            switch event {
            case .start(let tag) where tag.name == "numFmt":
                if let id = tag["numFmtId"].flatMap({ Int($0) }), let code = tag["formatCode"] {
                    custom[id] = NumberStyle(code: code)
                }
            case .start(let tag) where tag.name == "cellXfs": inCells = true
            case .end("cellXfs"): inCells = false
            case .start(let tag) where inCells && tag.name == "xf":
                let id = tag["numFmtId"].flatMap { Int($0) } ?? 0
                styles.append(custom[id] ?? NumberStyle(builtIn: id))
            default: break
            }
        }
    }
}
