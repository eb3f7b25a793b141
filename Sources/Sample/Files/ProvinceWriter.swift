/// Writes a province as the files in which its traces would have come to an analyst.
public enum ProvinceWriter {
    /// All files, in the order in which an import should take them: towers before calls, so that a call finds its
    /// sector; the truth and the manifest last. Each can be written alone and as often as wished; the bytes depend
    /// on the province only.
    public static func files(_ province: Province) -> [SampleFile] {
        let imports = Shelf(province: province).items
        let book = TallyBook(imports.map { ($0.path, $0.produce) })
        let truth = TruthFile(province: province, book: book)
        let files = imports.map { item in item.file { sink in try book.write(item.path, to: sink) } }
        let manifest = ManifestFile(province: province, files: files)
        return files + [own("truth.json", "truth", truth.write), own("manifest.json", "manifest", manifest.write)]
    }

    private static func own(
        _ path: String, _ kind: String, _ write: @escaping @Sendable (_ sink: SampleSink) throws -> Void
    ) -> SampleFile {
        SampleFile(
            path: path, profile: nil, stream: kind, owner: "Sample", grade: "1A", handling: "P", authority: nil,
            zone: "Asia/Bangkok", country: "TH", write: write)
    }
}
