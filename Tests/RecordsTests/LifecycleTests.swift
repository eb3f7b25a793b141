import Access
import Records
import Testing

/// The declarations themselves.
@Suite struct LifecycleTests {
    @Test("no declaration is ambiguous, unreachable or names a field that is not there")
    func isSound() {
        #expect(Stay.lifecycle.faults == [])
        #expect(Organisation.lifecycle.faults == [])
        #expect(Unit.lifecycle.faults == [])
        #expect(Posting.lifecycle.faults == [])
        #expect(ExclusionOrder.lifecycle.faults == [])
        #expect(Conflict.lifecycle.faults == [])
    }

    @Test("a diagram has every transition and every guard")
    func draws() {
        let drawn = Stay.lifecycle.diagram
        #expect(drawn.contains("[*] --> planned: plan"))
        #expect(drawn.contains("planned --> running: begin"))
        #expect(drawn.contains("over --> [*]"))
        #expect(drawn.contains("not for oneself (RL-12)"))
    }
}
