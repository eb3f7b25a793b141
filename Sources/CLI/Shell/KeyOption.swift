import ArgumentParser

/// The key of a wish: what is sent again by a script that did not see the answer is not done again.
struct KeyOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The same key for the same wish: a repetition changes nothing and gets the same answer.",
            valueName: "text"))
    var key: String?
}
