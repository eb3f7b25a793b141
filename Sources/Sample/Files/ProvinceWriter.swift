/// Writes a province as the files in which its traces would have come to an analyst.
public enum ProvinceWriter {
    /// All files, in the order in which an import should take them: towers before calls, so that a call finds its
    /// sector; the truth and the manifest last. Each can be written alone and as often as wished; the bytes depend
    /// on the province only.
    public static func files(_ province: Province) -> [SampleFile] {
        let book = TallyBook()
        let shelf = Shelf(province: province, book: book)
        return shelf.files
    }
}
