import Foundation

/// What this process has cost so far.
enum Meter {
    private static func usage() -> rusage {
        var usage = rusage()
        getrusage(0, &usage)  // RUSAGE_SELF
        return usage
    }

    /// Seconds of the processor, of all threads.
    static func cpu() -> Double {
        let usage = usage()
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    /// The largest memory so far, in megabytes.
    static func peak() -> Int { usage().ru_maxrss / 1024 }
}
