/// The texts that people read, by key, for one language.
///
/// Texts stand in `Catalogue/<language>_<room>.txt`, one a line: `key = text with {argument}`. A key that a
/// language lacks falls back to English, so that a half-translated program still speaks.
public struct Catalogue: Sendable {
    /// The BCP 47 code of the language, such as `en` or `th`.
    public let language: String
    let texts: [String: String]

    /// The catalogue for a language; English when there is none for it.
    public static func language(_ code: String) -> Catalogue {
        all[code] ?? english
    }

    /// The English catalogue, which is complete.
    public static let english = Catalogue(language: "en", files: englishFiles)

    static let all: [String: Catalogue] = ["en": english]

    static let englishFiles: [[UInt8]] = [
        PackageResources.en_formats_text_txt, PackageResources.en_formats_bank_txt,
        PackageResources.en_formats_graph_txt, PackageResources.en_names_txt, PackageResources.en_picture_txt,
        PackageResources.en_storage_txt, PackageResources.en_web_txt, PackageResources.en_cli_txt,
        PackageResources.en_sample_txt, PackageResources.en_access_txt, PackageResources.en_ledger_txt,
        PackageResources.en_vault_txt, PackageResources.en_setup_txt, PackageResources.en_identity_txt,
        PackageResources.en_records_txt, PackageResources.en_declared_txt, PackageResources.en_declared_monitoring_txt,
        PackageResources.en_declared_capacity_txt, PackageResources.en_linkage_txt, PackageResources.en_links_txt,
        PackageResources.en_network_txt,
        PackageResources.en_values_txt, PackageResources.en_planning_txt, PackageResources.en_protection_txt,
        PackageResources.en_operations_txt, PackageResources.en_justice_txt, PackageResources.en_monitoring_txt,
        PackageResources.en_capacity_txt, PackageResources.en_publicity_txt, PackageResources.en_resolution_txt,
        PackageResources.en_strategy_txt,
    ]

    init(language: String, files: [[UInt8]]) {
        var texts: [String: String] = [:]
        for file in files {
            for line in String(decoding: file, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
                guard let equals = line.firstRange(of: " = ") else { continue }
                texts[String(line[..<equals.lowerBound])] = String(line[equals.upperBound...])
            }
        }
        self.language = language
        self.texts = texts
    }

    /// All keys, sorted.
    public var keys: [String] { texts.keys.sorted() }

    /// The text of a phrase in this language. An unknown key is shown as it is: ugly, and therefore noticed;
    /// `HouseTests` fails when a key in the source is not in the catalogue.
    public func text(_ phrase: Phrase) -> String {
        guard let text = texts[phrase.key] ?? Self.english.texts[phrase.key] else { return phrase.key }
        var arguments = phrase.arguments
        if let problem = phrase.problem { arguments["problem"] = self.text(problem) }
        guard !arguments.isEmpty, text.contains("{") else { return text }
        return Self.fill(text, arguments)
    }

    /// The text for a key and its arguments.
    public func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        text(Phrase(key, arguments))
    }

    private static func fill(_ text: String, _ arguments: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            filled += arguments[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
