import Testing

/// RL-07: no face recognition and no biometric template: nothing that could make one is a part of Daybreak.
@Suite struct RL07NoBiometricsTests {
    /// Parts of names of libraries and models that find, compare or measure faces and bodies.
    static let names = [
        "face", "facial", "biometr", "dlib", "opencv", "mediapipe", "insightface", "arcface", "deepface", "facenet",
        "retinaface", "coreml", "onnx", "tensorflow", "torch", "libfprint", "bozorth", "nbis", "openbr", "rekognition",
        "iris-recognition", "gait",
    ]

    static func suspicious(_ text: String) -> [String] {
        let lower = text.lowercased()
        return names.filter { lower.contains($0) && !(["face", "facial"].contains($0) && lower.contains("interface")) }
    }

    @Test("RL-07: no dependency is a library for faces or biometrics")
    func dependencies() {
        let manifest = SwiftTokens(House.text("Package.swift")).tokens
        for token in manifest {
            guard case .literal(let text, _) = token.kind else { continue }
            #expect(Self.suspicious(text) == [], "Package.swift:\(token.line): \(text)")
        }
        for path in ["scripts/requirements-run.txt", "scripts/requirements-test.txt"] {
            let text = House.text(path)
            #expect(!text.isEmpty, "\(path) could not be read")
            for line in text.split(separator: "\n") where !line.hasPrefix("#") {
                #expect(Self.suspicious(String(line.prefix { $0 != "#" })) == [], "\(path): \(line)")
            }
        }
        for word in House.text("scripts/setup.sh").split(whereSeparator: { " ()\n=".contains($0) }) {
            #expect(Self.suspicious(String(word)) == [], "scripts/setup.sh: \(word)")
        }
    }

    @Test("RL-07: no source file imports a module that looks at faces")
    func imports() {
        for file in House.sources {
            for (module, line) in file.imports {
                #expect(module != "Vision" && Self.suspicious(module) == [], "\(file.path):\(line)")
            }
        }
    }

    @Test("RL-07: no table has a column for a template of a face or a body")
    func schema() {
        let columns = ["face", "biometric", "template", "embedding", "descriptor", "fingerprint", "iris", "voiceprint"]
        for file in House.sources {
            for token in SwiftTokens(file.text).tokens {
                guard case .literal(let text, _) = token.kind, text.uppercased().contains("CREATE TABLE") else {
                    continue
                }
                let words = HouseRuleTests.spaced(text.replacing("_", with: " ")).split(separator: " ").map(String.init)
                #expect(Set(words).isDisjoint(with: columns), "\(file.path):\(token.line)")
            }
        }
    }

    @Test("RL-07: such a dependency would be found")
    func wouldBeFound() {
        #expect(Self.suspicious("https://github.com/somebody/SwiftFaceKit") == ["face"])
        #expect(Self.suspicious("face-recognition==1.3.0") == ["face"])
        #expect(Self.suspicious("swift-interface-tools") == [])
    }
}
