import Testing

@testable import RichPicture

@Suite("Grades are kept as they were given")
struct GradeTests {
    @Test(
        "3x5x2 is read in every way people write it",
        arguments: ["2CP", "2cp", "2-C-P", " 2 C P ", "2/C/P", "2C P"])
    func writings(_ text: String) throws {
        let grade = try Grade(text)
        #expect(grade.scheme == .threeFiveTwo && grade.code == "2CP")
    }

    @Test("every code of both schemes is kept and nothing is converted")
    func codesAreKept() throws {
        for source in "123" {
            for information in "ABCDE" {
                for handling in "PC" {
                    let grade = try Grade("\(source)\(information)\(handling)")
                    #expect(grade.scheme == .threeFiveTwo)
                    #expect(grade.code == "\(source)\(information)\(handling)")
                }
            }
        }
        for source in "ABCDE" {
            for information in "12345" {
                for handling in "12345" {
                    let grade = try Grade("\(source)\(information)\(handling)")
                    #expect(grade.scheme == .fiveFiveFive)
                    #expect(grade.code == "\(source)\(information)\(handling)")
                }
            }
        }
    }

    @Test(
        "anything else is refused with its text",
        arguments: ["", "2", "4AP", "1FP", "1AX", "1A1", "F11", "A61", "A16", "1APP", "ก1A", "B2"])
    func refused(_ text: String) {
        let trimmed = text
        #expect(throws: Grade.Problem.unknown(trimmed)) { try Grade(trimmed) }
    }

    @Test(
        "confidence ranks from 4 to 0; what is suspected false is 0 whoever says it",
        arguments: [
            ("1AP", 4), ("1BP", 3), ("1CP", 2), ("1DP", 1), ("1EP", 0), ("2AP", 3), ("2BP", 2), ("2CP", 1), ("2DP", 0),
            ("2EP", 0), ("3AP", 2), ("3BP", 1), ("3CP", 0), ("3DP", 0), ("3EP", 0), ("A11", 4), ("A15", 4), ("B31", 3),
            ("C11", 3), ("E31", 2), ("D31", 1), ("A51", 0), ("E51", 0), ("A41", 1),
        ])
    func confidence(_ code: String, _ expected: Int) throws {
        #expect(try Grade(code).confidence == expected)
    }

    @Test("handling does not change confidence, and confidence never rises as either code falls")
    func monotonous() throws {
        for (sources, informations, handlings) in [("123", "ABCDE", "PC")] {
            for (better, worse) in zip(sources, sources.dropFirst()) {
                for information in informations {
                    let left = try Grade("\(better)\(information)P").confidence
                    #expect(left >= (try Grade("\(worse)\(information)P").confidence))
                    for handling in handlings {
                        #expect(left == (try Grade("\(better)\(information)\(handling)").confidence))
                    }
                }
            }
            for source in sources {
                for (better, worse) in zip(informations, informations.dropFirst()) {
                    let left = try Grade("\(source)\(better)P").confidence
                    #expect(left >= (try Grade("\(source)\(worse)P").confidence))
                }
            }
        }
    }
}
