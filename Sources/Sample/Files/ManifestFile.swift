import Formats

/// `manifest.json`: the files in the order of import, each with the options with which it is to be loaded.
struct ManifestFile {
    let province: Province
    let files: [SampleFile]

    func write(to sink: SampleSink) throws {
        let manifest: JSONValue = [
            "province": [
                "seed": .string(String(province.seed)), "people": .number(province.people),
                "start": .string(province.firstDay.iso), "days": .number(province.days),
            ],
            "files": .array(files.map(entry)),
        ]
        try sink(Array((JSONWriter.text(manifest, style: .indented) + "\n").utf8))
    }

    private func entry(_ file: SampleFile) -> JSONValue {
        var authority: JSONValue = .null
        if let permission = file.authority {
            authority = [
                "reference": .string(permission.reference), "basis": .string(permission.basis),
                "from": .string(permission.from), "to": .string(permission.to),
            ]
        }
        return [
            "path": .string(file.path), "profile": .optional(file.profile), "stream": .string(file.stream),
            "organisation": .string(file.owner), "grade": .string(file.grade), "handling": .string(file.handling),
            "conditions": file.handling == "C" ? "Ask the owner before passing it on." : "",
            "authority": authority, "zone": .string(file.zone), "country": .string(file.country),
        ]
    }
}
