package dev.sallyport.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeterTest {

    private static final byte[] ONE = {1, 2, 3};
    private static final byte[] OTHER = {4, 5, 6};

    @Test
    void datagramsThatOvertookEachOtherAreTheSameDatagrams() {
        assertThat(digest(Meter.ofDatagrams(), ONE, OTHER)).isEqualTo(digest(Meter.ofDatagrams(), OTHER, ONE));
    }

    @Test
    void otherDatagramsAreNot() {
        assertThat(digest(Meter.ofDatagrams(), ONE, ONE)).isNotEqualTo(digest(Meter.ofDatagrams(), ONE, OTHER));
    }

    @Test
    void aStreamHasOneOrder() {
        assertThat(digest(Meter.ofStream(), ONE, OTHER)).isNotEqualTo(digest(Meter.ofStream(), OTHER, ONE));
    }

    @Test
    void aDatagramAloneHasItsOwnDigest() {
        assertThat(digest(Meter.ofDatagrams(), ONE))
                .isEqualTo(digest(Meter.ofStream(), ONE))
                .hasSize(64);
    }

    @Test
    void nothingHasNone() {
        assertThat(digest(Meter.ofDatagrams())).isEmpty();
    }

    private static String digest(Meter meter, byte[]... passed) {
        for (byte[] bytes : passed) {
            meter.passed(bytes);
        }
        return meter.traffic().digest();
    }
}
