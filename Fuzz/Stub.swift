/// Stands for the texts that the package's build would embed: a parser under fuzzing never speaks.
enum PackageResources {
    static let en_formats_text_txt: [UInt8] = []
    static let en_formats_bank_txt: [UInt8] = []
    static let en_formats_graph_txt: [UInt8] = []
    static let en_names_txt: [UInt8] = []
    static let en_picture_txt: [UInt8] = []
    static let en_storage_txt: [UInt8] = []
    static let en_web_txt: [UInt8] = []
    static let en_cli_txt: [UInt8] = []
    static let en_sample_txt: [UInt8] = []
}
