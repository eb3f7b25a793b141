/// A page for what did not work: what happened, and what to do. It never repeats the address that was asked for, so
/// that what is unknown and what may not be seen give the same bytes.
enum ProblemPage {
    static func view(_ problem: Problem, _ reader: Reader) -> Page {
        Page(
            title: reader("web.problem.\(problem.heading)"), section: nil,
            body: """
                <h1>\(reader("web.problem.\(problem.heading)"))</h1><p class="lead">\(reader(problem.phrase))</p>
                <p class="row"><a class="button" href="\(url: .home)">\(reader("web.problem.home"))</a> \
                <a class="button" href="\(url: .search(SearchState()))">\(reader("web.problem.search"))</a></p>
                """)
    }
}
