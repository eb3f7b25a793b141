import TestSupport
import Testing

@Test(
    "both drivers are tested",
    .enabled(if: TestCluster.isPresent, "PostgreSQL is not installed: storage is tested on SQLite only"))
func bothDriversAreTested() {
    #expect(Backend.present == [.sqlite, .postgres])
}
