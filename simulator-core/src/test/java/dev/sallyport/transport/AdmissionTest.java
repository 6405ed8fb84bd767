package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(2);
    private final List<String> begun = new ArrayList<>();

    @Test
    void letsTheThirdWaitUntilOneHasLeft() {
        admission.enter(() -> begun.add("one"));
        admission.enter(() -> begun.add("two"));
        admission.enter(() -> begun.add("three"));
        assertThat(begun).containsExactly("one", "two");

        admission.leave();

        assertThat(begun).containsExactly("one", "two", "three");
    }

    @Test
    void givesAPlaceBackWhenNobodyWaits() {
        admission.enter(() -> begun.add("one"));
        admission.leave();
        admission.enter(() -> begun.add("two"));
        admission.enter(() -> begun.add("three"));

        assertThat(begun).containsExactly("one", "two", "three");
    }
}
